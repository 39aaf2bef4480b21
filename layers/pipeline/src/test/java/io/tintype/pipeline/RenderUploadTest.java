package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderUploadTest extends OneUpload {

  private static final String OBJECT_IN_KEYS = "b3JpZ2luYWxzL3VwbG9hZHMvYSBiK8O8LmpwZw";

  @Test
  void storesEveryVariantAndTheRecordOfAnUpload() {
    renderUpload.handle(put("cat", "01"), FIRST);

    ImageRecord record = record();
    assertThat(record.status()).isEqualTo(Status.READY);
    assertThat(record.variants())
        .extracting(StoredVariant::key)
        .containsExactlyInAnyOrder(
            "derivatives/v/" + ID + "/thumb/" + OBJECT_IN_KEYS + ".webp",
            "derivatives/v/" + ID + "/thumb/" + OBJECT_IN_KEYS + ".jpeg",
            "derivatives/v/" + ID + "/card/" + OBJECT_IN_KEYS + ".jpeg");
    assertThat(record.facts())
        .hasValueSatisfying(
            facts -> {
              assertThat(facts.dominantColor()).isEqualTo("#336699");
              assertThat(facts.thumbhash()).isNotEmpty();
            });
    assertStoredIsExactlyWhatTheRecordLists("cat");
    assertAnnounced(Status.READY);
  }

  @Test
  void keepsOneResultWhenTheSameEventComesFiveTimes() {
    ObjectEvent event = put("cat", "01");

    for (int i = 0; i < 5; i++) {
      renderUpload.handle(event, FIRST);
    }

    assertThat(record().work().generation()).isEqualTo(1);
    assertThat(derivatives.writes).isEqualTo(3);
    assertAnnounced(Status.READY);
  }

  @Test
  void leavesADeletedImageDeletedWhenItsCreationComesLate() {
    ObjectEvent created = put("cat", "01");
    originals.delete(OBJECT);

    renderUpload.handle(removed("02"), FIRST);
    renderUpload.handle(created, FIRST);

    assertThat(record().status()).isEqualTo(Status.DELETED);
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void deletesEveryDerivativeWithTheOriginalAndAnyThatComesLater() {
    renderUpload.handle(put("cat", "01"), FIRST);
    originals.delete(OBJECT);

    renderUpload.handle(removed("02"), FIRST);
    // By a function that was killed before it looked at the record again.
    var late = new Derivative(new byte[0], "image/jpeg", Optional.empty(), Optional.empty());
    derivatives.put("derivatives/r/" + ID + "/YQ.any", late, new Derivatives.Expected.Anything());
    renderUpload.handle(removed("02"), FIRST);

    assertThat(record().status()).isEqualTo(Status.DELETED);
    assertThat(derivatives.all()).isEmpty();
    assertAnnounced(Status.READY, Status.DELETED);
  }

  @Test
  void sweepsWhatAKilledFunctionLeftOfAnImageThatWasDeletedForGood() {
    renderUpload.handle(put("cat", "01"), FIRST);
    List<ImageRecord> swept = new ArrayList<>();
    var withdrawal = new Withdrawal(records, derivatives, edge);
    new DeleteImage(records, withdrawal, swept::add, originals, clock).delete(ID, Owner.PUBLIC);
    renderUpload.handle(removed("02"), FIRST);
    assertThat(edge.forgotten()).as("once, where nothing was left").hasSize(3);

    var late = new Derivative(new byte[0], "image/jpeg", Optional.empty(), Optional.empty());
    derivatives.put("derivatives/r/" + ID + "/YQ.any", late, new Derivatives.Expected.Anything());
    edge.look(derivatives.all());
    renderUpload.handle(
        new ObjectEvent.Removed(OBJECT, swept.getFirst().work().sequencer()), FIRST);

    assertThat(derivatives.all()).isEmpty();
    assertThat(edge.kept()).isEmpty();
    assertThat(announcements.published()).hasSize(2);
  }

  @Test
  void makesTheEdgeForgetARemovedImage() {
    renderUpload.handle(put("cat", "01"), FIRST);
    edge.look(derivatives.all());
    originals.delete(OBJECT);

    renderUpload.handle(removed("02"), FIRST);

    assertThat(edge.kept()).isEmpty();
    assertThat(edge.forgotten())
        .containsExactly(
            "/derivatives/v/" + ID + "/*",
            "/derivatives/r/" + ID + "/*",
            "/derivatives/e/" + ID + "/*");
  }

  @Test
  void makesTheEdgeForgetAnOverwrittenImage() {
    renderUpload.handle(put("cat", "01"), FIRST);
    edge.look(derivatives.all());

    renderUpload.handle(put("dog", "02"), FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
    assertThat(edge.kept()).isEmpty();
  }

  @Test
  void doesNotTroubleTheEdgeWithANewImage() {
    ObjectEvent event = put("cat", "01");
    renderUpload.handle(event, FIRST);
    renderUpload.handle(event, FIRST);

    assertThat(edge.forgotten()).isEmpty();
  }

  @Test
  void removesAnUploadThatArrivesAfterItsDeletionForGood() {
    records.save(ImageRecord.awaiting(ID, OBJECT, Owner.PUBLIC, clock.instant(), clock.instant()));
    records.save(record().deleted(Optional.empty(), true, clock.instant()));

    renderUpload.handle(put("cat", "01"), FIRST);

    assertThat(record().status()).isEqualTo(Status.DELETED);
    assertThat(originals.eTag(OBJECT)).isEmpty();
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void recordsWhyAnUploadIsNoImageAndAcknowledgesIt() {
    String eTag = originals.put(OBJECT, "just text".getBytes(StandardCharsets.UTF_8));

    renderUpload.handle(created(eTag, "01"), FIRST);

    assertThat(record().status()).isEqualTo(Status.FAILED);
    assertThat(record().failure())
        .contains(new Failure(Reason.UNSUPPORTED, "This is not an image"));
    assertAnnounced(Status.FAILED);
  }

  @Test
  void removesTheOldVariantsWhenAnOverwriteIsNoImage() {
    renderUpload.handle(put("cat", "01"), FIRST);
    String eTag = originals.put(OBJECT, "just text".getBytes(StandardCharsets.UTF_8));

    renderUpload.handle(created(eTag, "02"), FIRST);

    assertThat(record().status()).isEqualTo(Status.FAILED);
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void keepsAnImageThatLosesOnlyAnOldVersion() {
    renderUpload.handle(put("cat", "01"), FIRST);

    renderUpload.handle(removed("02"), FIRST);

    assertStoredIsExactlyWhatTheRecordLists("cat");
  }

  @Test
  void keepsAnImageWhenACopyUnderItsIdComesAndGoes() {
    var granted = new ObjectRef("originals", "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg");
    var copy = new ObjectRef("originals", "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/copy.jpg");
    Optional<String> eTag = Optional.of(originals.put(granted, TextEngine.picture("cat")));
    renderUpload.handle(new ObjectEvent.Created(granted, sequencer("01"), eTag), FIRST);
    ImageRecord ready = records.find(ImageId.of(granted)).orElseThrow();

    renderUpload.handle(new ObjectEvent.Created(copy, sequencer("02"), eTag), FIRST);
    renderUpload.handle(new ObjectEvent.Removed(copy, sequencer("03")), FIRST);

    assertThat(ready.status()).isEqualTo(Status.READY);
    assertThat(records.find(ready.id())).contains(ready);
    assertThat(derivatives.all()).hasSize(3);
  }

  @Test
  void looksAtTheObjectWhereSequencersDoNotTellTheOrder() {
    renderUpload.handle(put("cat", "0A"), FIRST);
    ObjectEvent later = put("dog", "00B");

    renderUpload.handle(later, FIRST);
    renderUpload.handle(removed("000C"), FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
  }

  @Test
  void takesBackWhatWasShownOfAnOriginalBeforeItsFirstEvent() {
    // By the on-demand function: the object was there, and its event was late or lost.
    String variant = DerivativeKeys.variants(ID) + "old/abc.any";
    String adHoc = "derivatives/r/_/abc.any";
    var shown = new Derivative(new byte[0], "image/jpeg", Optional.empty(), Optional.empty());
    derivatives.put(variant, shown, new Derivatives.Expected.Anything());
    new AdHocRenditions(derivatives).note(ID, adHoc);
    derivatives.put(adHoc, shown, new Derivatives.Expected.Anything());
    edge.look(derivatives.all());

    renderUpload.handle(put("dog", "02"), FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
    assertThat(edge.kept()).doesNotContainKeys("/" + variant, "/" + adHoc);
  }
}
