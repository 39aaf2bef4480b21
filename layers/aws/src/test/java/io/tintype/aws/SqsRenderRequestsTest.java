package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsRenderRequestsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/queue";

  private final ImageRecord record = Records.full(Status.READY);

  @Test
  void repeatsTheCreationAtOnce() throws JsonProcessingException {
    JsonNode sent = sent("ObjectCreated:Again", 0);

    JsonNode object = sent.at("/Records/0/s3/object");
    assertThat(sent.at("/Records/0/s3/bucket/name").asText()).isEqualTo(record.original().bucket());
    assertThat(object.path("eTag").asText()).isEqualTo(record.work().eTag().orElse(""));
    assertThat(object.path("sequencer").asText())
        .isEqualTo(record.work().sequencer().orElseThrow().hex());
  }

  @Test
  void repeatsTheRemovalWhenAllThatWasUnderWayHasEnded() throws JsonProcessingException {
    sent("ObjectRemoved:Again", 60);
  }

  @Test
  void saysThatAnotherTryMayHelp() {
    try (var service = StandIn.answering(Answer.jsonError(500, "InternalError"));
        SqsClient sqs = service.clients().sqs()) {
      assertThatThrownBy(() -> new SqsRenderRequests(() -> sqs, QUEUE).later(record))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    }
  }

  /// The notification that was sent.
  private JsonNode sent(String event, int delaySeconds) throws JsonProcessingException {
    try (var service = new StandIn(SqsRenderRequestsTest::taken);
        SqsClient sqs = service.clients().sqs()) {
      var queue = new SqsRenderRequests(() -> sqs, QUEUE);
      if (delaySeconds == 0) {
        queue.request(record);
      } else {
        queue.later(record);
      }
      JsonNode request = body(service.requests().getFirst());
      assertThat(request.path("QueueUrl").asText()).isEqualTo(QUEUE);
      assertThat(request.path("DelaySeconds").asInt()).isEqualTo(delaySeconds);
      JsonNode notification = JSON.readTree(request.path("MessageBody").asText());
      assertThat(notification.at("/Records/0/eventName").asText()).isEqualTo(event);
      return notification;
    }
  }

  /// With the hash of the message, which the SDK compares.
  private static Answer taken(StandIn.Request request) {
    try {
      byte[] message = body(request).path("MessageBody").asText().getBytes(StandardCharsets.UTF_8);
      String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(message));
      return Answer.json(200, "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5 + "\"}");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode body(StandIn.Request request) {
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
