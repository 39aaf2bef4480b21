package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Lambda's event source mapping: receives messages, calls the function with them and deletes
/// those it did not report as failed. The others come again when their visibility timeout ends. A
/// call that throws, or that outlasts the function's timeout, fails all of its messages.
final class Poller implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Poller.class);
  private static final int LONGEST_POLL_SECONDS = 10;
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(3);

  /// What is polled and how.
  ///
  /// @param timeout of the function
  record Mapping(String queueUrl, int batchSize, int concurrency, Duration timeout) {}

  private final SqsClient sqs;
  private final Mapping mapping;
  private final RequestHandler<SQSEvent, SQSBatchResponse> function;
  private final ExecutorService polling = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService calls;
  private volatile boolean stopped;

  private Poller(
      SqsClient sqs, Mapping mapping, RequestHandler<SQSEvent, SQSBatchResponse> function) {
    this.sqs = sqs;
    this.mapping = mapping;
    this.function = function;
    this.calls =
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("renderer-", 1).factory());
  }

  static Poller start(
      SqsClient sqs, Mapping mapping, RequestHandler<SQSEvent, SQSBatchResponse> function) {
    var poller = new Poller(sqs, mapping, function);
    for (int i = 0; i < mapping.concurrency(); i++) {
      poller.polling.execute(poller::pollUntilStopped);
    }
    return poller;
  }

  private void pollUntilStopped() {
    while (!stopped) {
      try {
        List<Message> messages = receive();
        if (!messages.isEmpty() && !stopped) {
          process(messages);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (stopped) {
          return;
        }
        log.warn("the queue can't be polled: {}", e.getMessage());
        pause();
      }
    }
  }

  private List<Message> receive() {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(mapping.queueUrl())
                    .maxNumberOfMessages(mapping.batchSize())
                    .waitTimeSeconds(LONGEST_POLL_SECONDS)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void process(List<Message> messages) throws InterruptedException {
    SQSEvent event = SqsEvents.event(messages);
    List<String> failed = call(event);
    for (Message message : messages) {
      if (!failed.contains(message.messageId())) {
        sqs.deleteMessage(
            request -> request.queueUrl(mapping.queueUrl()).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /// The ids of the messages that were not dealt with.
  private List<String> call(SQSEvent event) throws InterruptedException {
    List<String> all = event.getRecords().stream().map(SQSEvent.SQSMessage::getMessageId).toList();
    Callable<SQSBatchResponse> task =
        () -> function.handleRequest(event, new LocalContext("renderer", mapping.timeout()));
    var answer = calls.submit(task);
    try {
      SQSBatchResponse response = answer.get(mapping.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return failed(response, all);
    } catch (ExecutionException e) {
      log.warn("the function failed; its messages will come again", e.getCause());
      return all;
    } catch (TimeoutException e) {
      answer.cancel(true);
      log.warn("the function timed out after {}; its messages will come again", mapping.timeout());
      return all;
    }
  }

  /// As Lambda reads the answer: nothing means success, an id that isn't one of these means that
  /// all have failed.
  @SuppressWarnings("ConstantValue") // handlers may answer null, as on AWS
  private static List<String> failed(SQSBatchResponse response, List<String> all) {
    if (response == null || response.getBatchItemFailures() == null) {
      return List.of();
    }
    List<String> failed = new ArrayList<>();
    for (var failure : response.getBatchItemFailures()) {
      if (!all.contains(failure.getItemIdentifier())) {
        return all;
      }
      failed.add(failure.getItemIdentifier());
    }
    return failed;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_ERROR);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets a call in progress end within a few seconds; what is not done then comes again.
  @Override
  public void close() {
    stopped = true;
    calls.shutdown();
    try {
      if (!calls.awaitTermination(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        calls.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    polling.shutdownNow();
  }
}
