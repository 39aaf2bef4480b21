package io.tintype.renderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectEvent;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Sequencer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3NotificationsTest {

  private static final String KEY = "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/";

  @ParameterizedTest
  @ValueSource(strings = {"renderer-put", "renderer-sns", "renderer-sns-raw", "renderer-multipart"})
  void readsAnUploadHoweverItComes(String sample) {
    List<ObjectEvent> events = read(sample);

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ObjectEvent.Created.class,
            created -> {
              assertThat(created.object().bucket()).startsWith("tintype-originals-");
              assertThat(created.object().key()).startsWith("uploads/");
              assertThat(created.sequencer()).isPresent();
              assertThat(created.eTag()).isPresent();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "renderer-removed",
        "renderer-delete-marker",
        "renderer-lifecycle-expiration",
        "renderer-eventbridge-removed"
      })
  void readsARemovalHoweverItComes(String sample) {
    assertThat(read(sample)).singleElement().isInstanceOf(ObjectEvent.Removed.class);
  }

  @Test
  void readsKeysThatEventBridgeDoesNotEncode() {
    assertThat(read("renderer-eventbridge"))
        .singleElement()
        .isInstanceOf(ObjectEvent.Created.class);
    assertThat(
            S3Notifications.read(
                """
                {"source":"aws.s3","detail-type":"Object Created","time":"2026-05-01T12:00:00Z",
                 "detail":{"bucket":{"name":"b"},
                           "object":{"key":"uploads/a+b %20ü.jpg","etag":"e","sequencer":"01"}}}
                """))
        .singleElement()
        .extracting(ObjectEvent::object)
        .isEqualTo(new ObjectRef("b", "uploads/a+b %20ü.jpg"));
  }

  @Test
  void decodesTheFormEncodedKeysOfS3() {
    assertThat(read("renderer-unicode-key"))
        .singleElement()
        .extracting(event -> event.object().key())
        .asString()
        .contains(" ", "+", "é")
        .doesNotContain("%");
  }

  @Test
  void readsEveryRecordAndPassesOverWhatIsNotAboutComingAndGoing() {
    List<ObjectEvent> events = read("renderer-several-records");

    assertThat(events).hasSize(3);
    assertThat(events.get(0)).isInstanceOf(ObjectEvent.Created.class);
    assertThat(events.get(1)).isInstanceOf(ObjectEvent.Created.class);
    assertThat(events.get(2)).isInstanceOf(ObjectEvent.Removed.class);
  }

  @Test
  void takesTheTestEventForNoNews() {
    assertThat(read("renderer-test-event")).isEmpty();
  }

  @Test
  void copesWithoutASequencer() {
    assertThat(
            S3Notifications.read(
                """
                {"Records":[{"eventName":"ObjectCreated:Put","eventTime":"2026-05-01T12:00:00.000Z",
                  "s3":{"bucket":{"name":"b"},"object":{"key":"uploads%2Fa.jpg","eTag":"e"}}}]}
                """))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sequencer()).isEmpty();
              assertThat(event.object().key()).isEqualTo("uploads/a.jpg");
            });
  }

  @Test
  void keepsTheSequencerAsS3SendsIt() {
    assertThat(
            S3Notifications.read(
                """
                {"Records":[{"eventName":"ObjectRemoved:Delete","eventTime":"2026-05-01T12:00:00Z",
                  "s3":{"bucket":{"name":"b"},"object":{"key":"k","sequencer":"0055aed6"}}}]}
                """))
        .singleElement()
        .satisfies(event -> assertThat(event.sequencer()).contains(new Sequencer("0055AED6")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "42",
        "{}",
        "{\"Records\":[{}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"yesterday\"}]}",
        "{\"Type\":\"Notification\",\"Message\":\"not json\"}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"eventTime\":\"2026-05-01T12:00:00Z\","
            + "\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"%zz\"}}}]}",
      })
  void losesNothingThatItDoesNotUnderstand(String body) {
    assertThatThrownBy(() -> S3Notifications.read(body))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL))
        .hasMessageStartingWith("Expected an S3 event");
  }

  @Test
  void namesTheOriginalOfTheSample() {
    assertThat(read("renderer-put").getFirst().object().key()).startsWith(KEY);
  }

  private static List<ObjectEvent> read(String sample) {
    SQSMessage message = Samples.event(sample).getRecords().getFirst();
    return S3Notifications.read(message.getBody());
  }
}
