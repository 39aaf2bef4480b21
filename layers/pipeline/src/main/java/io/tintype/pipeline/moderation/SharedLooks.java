package io.tintype.pipeline.moderation;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/// Looks that are under way, by what is looked at: others wait for the one who began, and fail with
/// him. Safe for use by several threads.
final class SharedLooks {

  private final ConcurrentHashMap<String, CompletableFuture<Look>> underWay =
      new ConcurrentHashMap<>();

  /// @return what the look found, whoever wanted it
  Look once(String sha256, Supplier<Look> look) {
    var mine = new CompletableFuture<Look>();
    CompletableFuture<Look> others = underWay.putIfAbsent(sha256, mine);
    if (others != null) {
      return await(others);
    }
    try {
      Look found = look.get();
      mine.complete(found);
      return found;
    } catch (Throwable e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(sha256, mine);
    }
  }

  private static Look await(CompletableFuture<Look> look) {
    try {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TintypeException(Reason.UNAVAILABLE, "The function is being stopped", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TintypeException failure) {
        throw new TintypeException(failure.reason(), String.valueOf(failure.getMessage()), failure);
      }
      throw new TintypeException(Reason.INTERNAL, "The look at the image failed", e);
    }
  }
}
