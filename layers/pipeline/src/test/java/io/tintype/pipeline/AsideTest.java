package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AsideTest {

  @Test
  void beginsAtOnceOnAnotherThread() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    Aside<String> aside =
        Aside.start(
            "engine",
            () -> {
              begun.countDown();
              await(mayEnd);
              return Thread.currentThread().getName();
            });
    begun.await();
    mayEnd.countDown();
    assertThat(aside.get()).isEqualTo("engine");
    assertThat(aside.get()).isEqualTo("engine");
  }

  @Test
  void tellsWhatWentWrongToEverybodyWhoAsks() {
    var cause = new IllegalArgumentException("no library");
    Aside<String> aside =
        Aside.start(
            "engine",
            () -> {
              throw cause;
            });
    assertThatThrownBy(aside::get).isSameAs(cause);
    assertThatThrownBy(aside::get).isSameAs(cause);
  }

  @Test
  void canBeInterruptedWhileItWaits() {
    var never = new CountDownLatch(1);
    Aside<String> aside =
        Aside.start(
            "engine",
            () -> {
              await(never);
              return "";
            });
    Thread.currentThread().interrupt();
    assertThatThrownBy(aside::get).hasMessageContaining("engine");
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
