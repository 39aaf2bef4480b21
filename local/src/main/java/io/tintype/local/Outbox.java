package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications on their way from S3 to the queue. Each is a file from before the client's write
/// is acknowledged until the queue has it, so neither a stopped stack nor a queue out of reach
/// loses one. They are sent in order; one may be sent twice, as S3's own may.
final class Outbox implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Path folder;
  private final Sequencer sequencer;
  private final BlockingQueue<Path> waiting = new LinkedBlockingQueue<>();
  private final Thread delivery = Thread.ofVirtual().name("outbox").unstarted(this::deliver);
  private volatile Consumer<String> send =
      _ -> {
        throw new IllegalStateException("not delivering yet");
      };

  /// Takes up what an earlier run left in `folder`.
  Outbox(Path folder, Sequencer sequencer) {
    this.folder = folder;
    this.sequencer = sequencer;
    try (var left = Files.list(folder)) {
      left.filter(file -> file.toString().endsWith(".json")).sorted().forEach(waiting::add);
    } catch (IOException e) {
      throw new TintypeException(Reason.INTERNAL, "can't read " + folder, e);
    }
  }

  /// Starts delivering to `taker`, which throws when it can't take a message. Called once.
  void deliver(Consumer<String> taker) {
    send = taker;
    delivery.start();
  }

  /// Makes the change's notification durable. Its delivery follows.
  void accept(BucketChange change) {
    try {
      synchronized (this) {
        String number = sequencer.next();
        Path draft = folder.resolve(number + ".draft");
        Path file = folder.resolve(number + ".json");
        Files.writeString(draft, S3Notification.json(change, number, Instant.now()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        waiting.add(file);
      }
    } catch (IOException e) {
      throw new TintypeException(Reason.INTERNAL, "can't write to " + folder, e);
    }
  }

  private void deliver() {
    try {
      while (true) {
        Path file = waiting.take();
        String message = Files.readString(file);
        sendUntilTaken(message);
        Files.delete(file);
      }
    } catch (InterruptedException e) {
      log.debug("stopped with {} notifications to send", waiting.size());
    } catch (IOException e) {
      log.error("can't read {}: no notification is sent until the next start", folder, e);
    }
  }

  private void sendUntilTaken(String message) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        send.accept(message);
        return;
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        log.warn("the queue did not take a notification, trying again: {}", e.getMessage());
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  @Override
  public void close() {
    delivery.interrupt();
  }
}
