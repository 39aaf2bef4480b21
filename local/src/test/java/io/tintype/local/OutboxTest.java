package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  @TempDir Path folder;
  private Path events;
  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

  @BeforeEach
  void create() throws Exception {
    events = Files.createDirectory(folder.resolve("events"));
  }

  @Test
  void sendsInOrderAndKeepsNothing() throws Exception {
    try (Outbox outbox = outbox()) {
      outbox.deliver(sent::add);
      IntStream.range(0, 20).forEach(i -> outbox.accept(created("k" + i)));

      for (int i = 0; i < 20; i++) {
        assertThat(sent.poll(5, TimeUnit.SECONDS)).contains("\"key\":\"k" + i + "\"");
      }
      awaitEmpty();
    }
  }

  @Test
  void triesAgainWhenTheQueueIsOutOfReach() throws Exception {
    var attempts = new AtomicInteger();
    try (Outbox outbox = outbox()) {
      outbox.deliver(
          message -> {
            if (attempts.incrementAndGet() < 3) {
              throw new IllegalStateException("out of reach");
            }
            sent.add(message);
          });
      outbox.accept(created("k"));

      assertThat(sent.poll(5, TimeUnit.SECONDS)).contains("\"key\":\"k\"");
      assertThat(attempts).hasValue(3);
    }
  }

  @Test
  void sendsWhatAnEarlierRunCouldNot() throws Exception {
    try (Outbox outbox = outbox()) {
      outbox.accept(created("first"));
      outbox.accept(created("second"));
    }

    try (Outbox outbox = outbox()) {
      outbox.deliver(sent::add);

      assertThat(sent.poll(5, TimeUnit.SECONDS)).contains("first");
      assertThat(sent.poll(5, TimeUnit.SECONDS)).contains("second");
    }
  }

  private Outbox outbox() {
    return new Outbox(events, new Sequencer(folder.resolve("sequencer")));
  }

  private void awaitEmpty() throws Exception {
    for (int i = 0; i < 100 && !left().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(left()).isEmpty();
  }

  private List<Path> left() throws Exception {
    try (var files = Files.list(events)) {
      return files.toList();
    }
  }

  private static BucketChange created(String key) {
    return new BucketChange.Created("ObjectCreated:Put", "b", key, 1, "e");
  }
}
