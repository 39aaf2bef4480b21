package io.tintype.pipeline.ondemand;

import static io.tintype.pipeline.ondemand.Rig.CAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Many requests at once, and slow ones.
class BusyOnDemandTest {

  private static final String SMALL = "/unsafe/200x150/" + CAT.key();

  private final Rig rig = Rig.unsafe();

  @Test
  void oneHundredEqualRequestsAtOnceAreOneRenderAndOneObject() throws Exception {
    var all = new CountDownLatch(100);
    rig.fetching.beforeFetch = () -> await(all);
    List<Future<Found>> answers = new ArrayList<>();
    try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        answers.add(
            viewers.submit(
                () -> {
                  all.countDown();
                  return rig.get(SMALL);
                }));
      }
      for (Future<Found> answer : answers) {
        assertThat(answer.get().derivative().bytes())
            .asString(StandardCharsets.UTF_8)
            .isEqualTo("picture cat at 200x150");
      }
    }

    assertThat(rig.fetching.fetches()).isBetween(1, 2);
    assertThat(rig.renditions()).hasSize(1);
  }

  @Test
  void refusesWhatItHasNoRoomFor() throws Exception {
    var open = new CountDownLatch(1);
    rig.fetching.beforeFetch = () -> await(open);
    List<Future<Found>> answers = new ArrayList<>();
    try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 200; i++) {
        String path = "/unsafe/" + i + "x10/" + CAT.key();
        answers.add(viewers.submit(() -> rig.get(path)));
      }
      while (answers.stream().filter(Future::isDone).count() < 200 - 2 - 64) {
        Thread.sleep(5);
      }
      open.countDown();
    }

    long refused =
        answers.stream()
            .filter(answer -> answer.state() == Future.State.FAILED)
            .map(Future::exceptionNow)
            .filter(e -> e instanceof TintypeException known && known.reason() == Reason.BUSY)
            .count();
    assertThat(refused).isEqualTo(200 - 2 - 64);
  }

  @Test
  void answersInTimeAndFinishesTheWork() throws Exception {
    var open = new CountDownLatch(1);
    rig.fetching.beforeFetch = () -> await(open);

    // Enough for the work to begin on a slow machine; what has not begun by then is left out.
    assertThatThrownBy(() -> rig.get(SMALL, Duration.ofMillis(1_500)))
        .isInstanceOfSatisfying(
            TintypeException.class,
            late -> assertThat(late.reason()).isEqualTo(Reason.UNAVAILABLE));

    open.countDown();
    for (int i = 0; i < 1_000 && rig.renditions().isEmpty(); i++) {
      Thread.sleep(5);
    }
    assertThat(rig.renditions()).hasSize(1);
  }

  @Test
  void keepsToTheSettingsDeadlineToo() {
    var hasty =
        new Rig(Map.of("TINTYPE_ALLOW_UNSAFE", "true", "TINTYPE_RENDER_DEADLINE_SECONDS", "1"));
    var never = new CountDownLatch(1);
    hasty.fetching.beforeFetch = () -> await(never);

    long start = System.nanoTime();
    assertThatThrownBy(() -> hasty.get(SMALL)).isInstanceOf(TintypeException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    never.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
