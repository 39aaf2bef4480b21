package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class S3NotificationTest {

  private static final Instant TIME = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void saysWhatS3SaysOfACreatedObject() throws Exception {
    JsonNode record =
        record(new BucketChange.Created("ObjectCreated:Put", "b", "uploads/a b+ü&.jpg", 7, "abc"));

    assertThat(record.path("eventVersion").asText()).isEqualTo("2.1");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:s3");
    assertThat(record.path("eventTime").asText()).isEqualTo("2026-11-21T12:00:00.000Z");
    assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(record.at("/s3/bucket/name").asText()).isEqualTo("b");
    assertThat(record.at("/s3/bucket/arn").asText()).isEqualTo("arn:aws:s3:::b");
    assertThat(record.at("/s3/object/key").asText()).isEqualTo("uploads/a+b%2B%C3%BC%26.jpg");
    assertThat(record.at("/s3/object/size").asLong()).isEqualTo(7);
    assertThat(record.at("/s3/object/eTag").asText()).isEqualTo("abc");
    assertThat(record.at("/s3/object/sequencer").asText()).isEqualTo("0055AED6DCD90281E5");
  }

  @Test
  void saysNeitherSizeNorTagOfARemovedObject() throws Exception {
    JsonNode record = record(new BucketChange.Removed("b", "k"));

    assertThat(record.path("eventName").asText()).isEqualTo("ObjectRemoved:Delete");
    assertThat(record.at("/s3/object/size").isMissingNode()).isTrue();
    assertThat(record.at("/s3/object/eTag").isMissingNode()).isTrue();
  }

  private static JsonNode record(BucketChange change) throws Exception {
    String json = S3Notification.json(change, "0055AED6DCD90281E5", TIME);
    return new ObjectMapper().readTree(json).path("Records").path(0);
  }
}
