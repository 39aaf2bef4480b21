package io.tintype.pipeline.moderation;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets no more calls through at once than Rekognition takes; the others wait their turn, in the
/// order in which they came. Safe for use by several threads.
public final class CallLimit {

  private final Semaphore free;
  private final Duration patience;

  /// @param most calls at once, at least 1
  /// @param patience longest time that a call waits for its turn
  public CallLimit(int most, Duration patience) {
    this.free = new Semaphore(most, /* fair= */ true);
    this.patience = patience;
  }

  public Moderator moderator(Moderator moderator) {
    return (jpeg, least) -> call(() -> moderator.labels(jpeg, least));
  }

  public FaceFinder faceFinder(FaceFinder faceFinder) {
    return jpeg -> call(() -> faceFinder.faces(jpeg));
  }

  /// @throws TintypeException UNAVAILABLE when it isn't its turn in time
  private <T> T call(Supplier<T> call) {
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TintypeException(Reason.UNAVAILABLE, "Too many images are being looked at");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TintypeException(Reason.UNAVAILABLE, "The function is being stopped", e);
    }
    try {
      return call.get();
    } finally {
      free.release();
    }
  }
}
