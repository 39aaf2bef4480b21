package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The queue and its poller keep Lambda's promises: what is reported as done is gone, anything
/// else comes again, and in the end goes to the dead-letter queue.
class PollerIT {

  private static final int MAX_RECEIVES = 5;

  @TempDir Path folder;

  private final BlockingQueue<SQSEvent> calls = new LinkedBlockingQueue<>();
  private Queue queue;
  private SqsClient sqs;

  @BeforeEach
  void start() {
    queue = startQueue();
    sqs = Clients.sqs(queue.endpoint());
  }

  @AfterEach
  void stop() {
    sqs.close();
    queue.close();
  }

  private Queue startQueue() {
    return Queue.start(
        folder.resolve("queue"),
        Ports.free(0),
        new Queue.Redelivery(Duration.ofSeconds(1), MAX_RECEIVES));
  }

  @Test
  void deletesWhatWasDone() throws Exception {
    try (Poller _ = poller(1, (event, _) -> seen(event))) {
      send("one");

      SQSEvent.SQSMessage message = called().getRecords().getFirst();
      assertThat(message.getBody()).isEqualTo("one");
      assertThat(message.getEventSource()).isEqualTo("aws:sqs");
      assertThat(message.getEventSourceArn()).endsWith(":tintype-uploads");
      assertThat(message.getAttributes())
          .containsEntry("ApproximateReceiveCount", "1")
          .containsKeys("SentTimestamp", "ApproximateFirstReceiveTimestamp");
      assertThat(calls.poll(2_500, TimeUnit.MILLISECONDS)).isNull();
      assertThat(left(queue.uploadsUrl())).isZero();
    }
  }

  @Test
  void givesOnlyTheFailedMessagesOfABatchAgain() throws Exception {
    send("good");
    send("bad");
    send("good");
    RequestHandler<SQSEvent, SQSBatchResponse> handler =
        (event, _) -> {
          calls.add(event);
          boolean first = "1".equals(attributes(event).get("ApproximateReceiveCount"));
          return first ? failing(event, "bad") : null;
        };
    try (Poller _ = poller(10, handler)) {
      int received = 0;
      while (received < 3) {
        received += called().getRecords().size();
      }

      SQSEvent again = called();

      assertThat(again.getRecords())
          .extracting(SQSEvent.SQSMessage::getBody)
          .containsExactly("bad");
      assertThat(again.getRecords().getFirst().getAttributes())
          .containsEntry("ApproximateReceiveCount", "2");
    }
  }

  @Test
  void givesUpAfterFiveReceives() throws Exception {
    RequestHandler<SQSEvent, SQSBatchResponse> handler =
        (event, _) -> {
          calls.add(event);
          throw new IllegalStateException("a function that always fails");
        };
    try (Poller _ = poller(1, handler)) {
      send("hopeless");

      for (int receive = 1; receive <= MAX_RECEIVES; receive++) {
        assertThat(called().getRecords().getFirst().getAttributes())
            .containsEntry("ApproximateReceiveCount", Integer.toString(receive));
      }
      awaitDead("hopeless");
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void stopsACallThatOutlastsItsTimeout() throws Exception {
    var interrupted = new LinkedBlockingQueue<Integer>();
    RequestHandler<SQSEvent, SQSBatchResponse> handler =
        (event, context) -> {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            interrupted.add(context.getRemainingTimeInMillis());
          }
          return seen(event);
        };
    var mapping = new Poller.Mapping(queue.uploadsUrl(), 1, 1, Duration.ofMillis(500));
    try (Poller _ = Poller.start(sqs, mapping, handler)) {
      send("slow");

      assertThat(interrupted.poll(10, TimeUnit.SECONDS)).isZero();
      assertThat(interrupted.poll(10, TimeUnit.SECONDS)).as("the second try").isNotNull();
    }
  }

  @Test
  void keepsUnfinishedWorkOverARestart() throws Exception {
    send("later");
    stop();
    start();

    try (Poller _ = poller(1, (event, _) -> seen(event))) {
      assertThat(called().getRecords().getFirst().getBody()).isEqualTo("later");
    }
  }

  private Poller poller(int batch, RequestHandler<SQSEvent, SQSBatchResponse> handler) {
    var mapping = new Poller.Mapping(queue.uploadsUrl(), batch, 2, Duration.ofSeconds(20));
    return Poller.start(sqs, mapping, handler);
  }

  private static Map<String, String> attributes(SQSEvent event) {
    return event.getRecords().getFirst().getAttributes();
  }

  private SQSBatchResponse seen(SQSEvent event) {
    calls.add(event);
    return new SQSBatchResponse(List.of());
  }

  private static SQSBatchResponse failing(SQSEvent event, String body) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> message.getBody().equals(body))
            .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private SQSEvent called() throws InterruptedException {
    SQSEvent event = calls.poll(15, TimeUnit.SECONDS);
    assertThat(event).as("a call of the function").isNotNull();
    return event;
  }

  private void send(String body) {
    sqs.sendMessage(request -> request.queueUrl(queue.uploadsUrl()).messageBody(body));
  }

  private void awaitDead(String body) {
    for (int i = 0; i < 10; i++) {
      var dead =
          sqs.receiveMessage(request -> request.queueUrl(queue.deadUrl()).waitTimeSeconds(1));
      if (!dead.messages().isEmpty()) {
        assertThat(dead.messages().getFirst().body()).isEqualTo(body);
        return;
      }
    }
    throw new AssertionError(body + " did not reach the dead-letter queue");
  }

  private int left(String url) {
    var attributes =
        sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNamesWithStrings("All"))
            .attributesAsStrings();
    return Integer.parseInt(attributes.getOrDefault("ApproximateNumberOfMessages", "0"))
        + Integer.parseInt(attributes.getOrDefault("ApproximateNumberOfMessagesNotVisible", "0"));
  }
}
