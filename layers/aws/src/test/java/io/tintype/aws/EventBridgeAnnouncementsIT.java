package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventBridgeAnnouncementsIT {

  private static final Answer TAKEN =
      Answer.json(200, "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"1\"}]}");

  @Test
  void publishesWhatTheRecordSays() throws Exception {
    try (var bus = StandIn.answering(TAKEN)) {
      announcements(bus).publish(Records.full(Status.READY));

      JsonNode detail = json(entry(bus).path("Detail").asText());
      assertThat(detail)
          .isEqualTo(
              json(
                  """
                  {"id": "01JD8Z3V5QW6X7Y8Z9A0B1C2D3",
                   "bucket": "originals",
                   "key": "uploads/01JD8Z3V5QW6X7Y8Z9A0B1C2D3/Ärger +.jpg",
                   "owner": "https://issuer.example|somebody",
                   "status": "READY",
                   "generation": 3,
                   "updatedAt": "2026-11-21T10:00:05Z",
                   "facts": {"format": "jpeg", "width": 4032, "height": 3024, "orientation": 6,
                     "frames": 1, "bytes": 3456789012, "thumbhash": "3OcRJYB4",
                     "dominantColor": "#a0b1c2"},
                   "moderation": {"verdict": "BLURRED",
                     "overruledBy": "https://issuer.example|boss", "model": "7.0",
                     "labels": [{"name": "Alcohol", "confidence": 90.5},
                       {"name": "Alcoholic Beverages", "confidence": 90.25}]},
                   "failure": {"reason": "CORRUPT", "message": "The file ends too early"},
                   "variants": [
                     {"name": "thumb", "key": "derivatives/v/01JD8Z3V5QW6X7Y8Z9A0B1C2D3/thumb.webp",
                      "format": "webp", "width": 320, "height": 240, "bytes": 12345},
                     {"name": "card", "key": "derivatives/v/01JD8Z3V5QW6X7Y8Z9A0B1C2D3/card.jpeg",
                      "format": "jpeg", "width": 640, "height": 480, "bytes": 54321}]}
                  """));
    }
  }

  @Test
  void leavesOutWhatTheRecordDoesNotHave() throws Exception {
    try (var bus = StandIn.answering(TAKEN)) {
      announcements(bus).publish(Records.bare(Status.DELETED));

      JsonNode detail = json(entry(bus).path("Detail").asText());
      assertThat(detail.has("facts")).isFalse();
      assertThat(detail.has("failure")).isFalse();
      assertThat(detail.path("variants").isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "READY, ImageReady",
    "FAILED, ImageFailed",
    "REJECTED, ImageRejected",
    "DELETED, ImageDeleted",
  })
  void namesTheEventAfterTheStatus(Status status, String detailType) throws Exception {
    try (var bus = StandIn.answering(TAKEN)) {
      announcements(bus).publish(Records.full(status));

      assertThat(entry(bus).path("Source").asText()).isEqualTo("tintype");
      assertThat(entry(bus).path("DetailType").asText()).isEqualTo(detailType);
      assertThat(entry(bus).path("EventBusName").asText()).isEqualTo("pictures");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"AWAITING_UPLOAD", "PROCESSING"})
  void hasNothingToSayAboutUnfinishedWork(Status status) {
    try (var bus = StandIn.answering(TAKEN)) {
      assertThatThrownBy(() -> announcements(bus).publish(Records.full(status)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(status.name());
      assertThat(bus.requests()).isEmpty();
    }
  }

  @Test
  void saysUnavailableWhenTheBusDoesNotTakeTheEvent() {
    try (var bus =
        StandIn.answering(
            Answer.json(
                200,
                "{\"FailedEntryCount\": 1, \"Entries\": [{\"ErrorCode\":"
                    + " \"ThrottlingException\"}]}"))) {
      assertThatThrownBy(() -> announcements(bus).publish(Records.full(Status.READY)))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
          .hasMessageContaining(Records.ID.value())
          .hasMessageContaining("ThrottlingException");
    }
  }

  @Test
  void saysUnavailableWhenTheBusIsBroken() {
    try (var bus = StandIn.answering(Answer.jsonError(500, "InternalException"))) {
      assertThatThrownBy(() -> announcements(bus).publish(Records.full(Status.READY)))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    }
  }

  private static EventBridgeAnnouncements announcements(StandIn bus) {
    return new EventBridgeAnnouncements(bus.clients()::eventBridge, "pictures");
  }

  private static JsonNode entry(StandIn bus) throws Exception {
    return json(bus.requests().getFirst().body()).path("Entries").path(0);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
