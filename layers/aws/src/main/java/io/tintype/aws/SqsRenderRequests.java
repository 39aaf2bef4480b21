package io.tintype.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.RenderRequests;
import io.tintype.pipeline.Sweeps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Repeats S3's notification about an original, so that the renderer has one way in. The same
/// sequencer and ETag say that it is not a newer event.
public final class SqsRenderRequests implements RenderRequests, Sweeps {

  /// Longer than any function works that makes pictures by URL.
  private static final Duration SWEEP_AFTER = Duration.ofMinutes(1);

  private static final String SUBJECT = "The upload queue";

  private final Supplier<SqsClient> sqs;
  private final String queueUrl;

  public SqsRenderRequests(Supplier<SqsClient> sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void request(ImageRecord record) {
    send(notification("ObjectCreated:Again", record), Duration.ZERO);
  }

  @Override
  public void later(ImageRecord tombstone) {
    send(notification("ObjectRemoved:Again", tombstone), SWEEP_AFTER);
  }

  private void send(ObjectNode message, Duration delay) {
    int seconds = Math.toIntExact(delay.toSeconds());
    var unused =
        AwsFailures.call(
            SUBJECT,
            () ->
                sqs.get()
                    .sendMessage(
                        request ->
                            request
                                .queueUrl(queueUrl)
                                .messageBody(message.toString())
                                .delaySeconds(seconds)));
  }

  private static ObjectNode notification(String event, ImageRecord record) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ObjectNode again = message.putArray("Records").addObject();
    again.put("eventSource", "tintype");
    again.put("eventName", event);
    ObjectNode s3 = again.putObject("s3");
    s3.putObject("bucket").put("name", record.original().bucket());
    ObjectNode object = s3.putObject("object");
    object.put("key", URLEncoder.encode(record.original().key(), StandardCharsets.UTF_8));
    record.work().eTag().ifPresent(eTag -> object.put("eTag", eTag));
    record.work().sequencer().ifPresent(sequencer -> object.put("sequencer", sequencer.hex()));
    return message;
  }
}
