package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords.Glance;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RecordItemTest {

  @ParameterizedTest
  @EnumSource
  void readsBackEveryFieldThatItWrote(Status status) {
    ImageRecord record = Records.full(status);

    assertThat(RecordReader.record(RecordItem.of(record))).isEqualTo(record);
  }

  @ParameterizedTest
  @EnumSource
  void readsBackARecordWithNothingOptional(Status status) {
    ImageRecord record = Records.bare(status);

    assertThat(RecordReader.record(RecordItem.of(record))).isEqualTo(record);
  }

  @Test
  void leavesOutWhatTheRecordDoesNotHave() {
    assertThat(RecordItem.of(Records.bare(Status.AWAITING_UPLOAD)))
        .containsOnlyKeys(
            "id",
            "revision",
            "bucket",
            "originalKey",
            "owner",
            "status",
            "deletedForGood",
            "announced",
            "createdAt",
            "updatedAt",
            "variants",
            "generation");
  }

  @ParameterizedTest
  @CsvSource({
    "AWAITING_UPLOAD, false",
    "PROCESSING, true",
    "READY, true",
    "REJECTED, true",
    "FAILED, true",
    "DELETED, false",
  })
  void hasTheIndexKeysWhileItShallBeListed(Status status, boolean listed) {
    Map<String, AttributeValue> item = RecordItem.of(Records.full(status));

    assertThat(item.containsKey("listOwner")).isEqualTo(listed);
    assertThat(item.containsKey("listOrder")).isEqualTo(listed);
  }

  @Test
  void ordersTheIndexByTimeAndId() {
    Map<String, AttributeValue> item = RecordItem.of(Records.full(Status.READY));

    assertThat(item)
        .containsEntry("listOwner", Item.text("https://issuer.example|somebody"))
        .containsEntry("listOrder", Item.text("2026-11-21T10:00:00.123456789Z#" + Records.ID));
  }

  @Test
  void writesTheExpiryInWholeSecondsAsDynamoDbWantsIt() {
    var record =
        ImageRecord.awaiting(
            Records.ID,
            Records.ORIGINAL,
            Owner.PUBLIC,
            Records.CREATED,
            Instant.parse("2026-12-01T00:00:00.9Z"));

    assertThat(RecordItem.of(record)).containsEntry("expiresAt", Item.number(1_796_083_200));
  }

  @Test
  void showsAReadyImageInTheList() {
    ImageRecord record = Records.full(Status.READY);

    var entry = RecordReader.entry(RecordItem.of(record));

    assertThat(entry.id()).isEqualTo(record.id());
    assertThat(entry.originalKey()).isEqualTo(record.original().key());
    assertThat(entry.createdAt()).isEqualTo(record.createdAt());
    assertThat(entry.facts())
        .isEqualTo(Optional.of(new Glance(new Size(4032, 3024), "3OcRJYB4", "#a0b1c2")));
    assertThat(entry.variants()).isEqualTo(record.variants());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READY")
  void showsNoFactsOfAnImageThatIsNotReady(Status status) {
    assertThat(RecordReader.entry(RecordItem.of(Records.full(status))).facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"id", "revision", "status", "generation", "variants", "width", "createdAt"})
  void namesTheAttributeThatIsMissing(String attribute) {
    Map<String, AttributeValue> item = RecordItem.of(Records.full(Status.READY));
    item.remove(attribute);

    assertThatThrownBy(() -> RecordReader.record(item))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL))
        .hasMessageContaining("The attribute " + attribute + " is missing");
  }

  @Test
  void namesTheRecordWhoseStatusIsUnknown() {
    Map<String, AttributeValue> item = RecordItem.of(Records.full(Status.READY));
    item.put("status", Item.text("PONDERING"));

    assertThatThrownBy(() -> RecordReader.record(item))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining(Records.ID.value())
        .hasMessageContaining("PONDERING");
  }
}
