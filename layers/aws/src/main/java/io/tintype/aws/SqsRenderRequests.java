package io.tintype.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.RenderRequests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Repeats S3's notification about an original, so that the renderer has one way in. The same
/// sequencer and ETag say that it is not a newer event.
public final class SqsRenderRequests implements RenderRequests {

  private static final String SUBJECT = "The upload queue";

  private final Supplier<SqsClient> sqs;
  private final String queueUrl;

  public SqsRenderRequests(Supplier<SqsClient> sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void request(ImageRecord record) {
    String body = notification(record).toString();
    var unused =
        AwsFailures.call(
            SUBJECT,
            () -> sqs.get().sendMessage(request -> request.queueUrl(queueUrl).messageBody(body)));
  }

  private static ObjectNode notification(ImageRecord record) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ObjectNode event = message.putArray("Records").addObject();
    event.put("eventSource", "tintype");
    event.put("eventName", "ObjectCreated:Again");
    ObjectNode s3 = event.putObject("s3");
    s3.putObject("bucket").put("name", record.original().bucket());
    ObjectNode object = s3.putObject("object");
    object.put("key", URLEncoder.encode(record.original().key(), StandardCharsets.UTF_8));
    record.work().eTag().ifPresent(eTag -> object.put("eTag", eTag));
    record.work().sequencer().ifPresent(sequencer -> object.put("sequencer", sequencer.hex()));
    return message;
  }
}
