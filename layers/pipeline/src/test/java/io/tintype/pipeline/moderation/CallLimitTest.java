package io.tintype.pipeline.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallLimitTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Labels NOTHING = new Labels(List.of(), "7.0");
  private static final byte[] JPEG = {};

  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch full = new CountDownLatch(3);

  @Test
  void letsSoManyCallsOfBothKindsThroughAtOnce() throws InterruptedException, ExecutionException {
    var limit = new CallLimit(3, LONG);
    Moderator moderator =
        limit.moderator(
            (_, _) -> {
              counted();
              return NOTHING;
            });
    FaceFinder faceFinder =
        limit.faceFinder(
            _ -> {
              counted();
              return List.of();
            });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        calls.add(threads.submit(() -> moderator.labels(JPEG, 50)));
        calls.add(threads.submit(() -> faceFinder.faces(JPEG)));
      }
      for (Future<?> call : calls) {
        var unused = call.get();
      }
    }

    assertThat(most).hasValue(3);
  }

  @Test
  void givesTheTurnBackAfterAFailure() {
    var limit = new CallLimit(1, LONG);
    var failure = new TintypeException(Reason.UNAVAILABLE, "too many calls");
    Moderator failing =
        limit.moderator(
            (_, _) -> {
              throw failure;
            });

    assertThatThrownBy(() -> failing.labels(JPEG, 50)).isSameAs(failure);
    assertThatThrownBy(() -> failing.labels(JPEG, 50)).isSameAs(failure);
    assertThat(limit.moderator((_, _) -> NOTHING).labels(JPEG, 50)).isEqualTo(NOTHING);
  }

  @Test
  void doesNotWaitForEver() throws InterruptedException, ExecutionException {
    var limit = new CallLimit(1, Duration.ofMillis(20));
    var inside = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    Moderator slow =
        limit.moderator(
            (_, _) -> {
              inside.countDown();
              await(leave);
              return NOTHING;
            });

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Labels> first = threads.submit(() -> slow.labels(JPEG, 50));
      await(inside);
      assertThatThrownBy(() -> slow.labels(JPEG, 50))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
      leave.countDown();
      assertThat(first.get()).isEqualTo(NOTHING);
    }
  }

  /// Stays until as many are inside as there may be, so that one too many would be seen.
  private void counted() {
    int now = atOnce.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    full.countDown();
    await(full);
    atOnce.decrementAndGet();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
