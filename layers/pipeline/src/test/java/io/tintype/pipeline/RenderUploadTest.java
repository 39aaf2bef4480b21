package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.variants.VariantSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RenderUploadTest {

  private static final String VARIANTS =
      """
      variants:
        thumb: {recipe: "100x100", formats: [webp, jpeg]}
        card: {recipe: "fit-in/200x200", formats: [jpeg]}
      rules:
        - prefix: uploads/
          variants: [thumb, card]
      """;
  private static final ObjectRef OBJECT = new ObjectRef("originals", "uploads/a b+ü.jpg");
  private static final String OBJECT_IN_KEYS = "b3JpZ2luYWxzL3VwbG9hZHMvYSBiK8O8LmpwZw";
  private static final ImageId ID = ImageId.of(OBJECT);
  private static final Delivery FIRST = new Delivery(1, 5, Duration.ofSeconds(60));
  private static final Delivery LAST = new Delivery(5, 5, Duration.ofSeconds(60));

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final InMemoryOriginals originals = new InMemoryOriginals();
  private final FaultyDerivatives derivatives = new FaultyDerivatives();
  private final InMemoryEdge edge = new InMemoryEdge();
  private final RecordingAnnouncements announcements = new RecordingAnnouncements();
  private final TextEngine engine = new TextEngine();
  private final TestClock clock = new TestClock();
  private final RenderUpload renderUpload =
      new RenderUpload(
          new RenderUpload.Ports(records, originals, derivatives, edge, announcements),
          new Rendering(engine, Limits.DEFAULT, VariantSet.parse(VARIANTS, "variants.yaml")),
          clock);

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
  void takesOverFromAKilledFunctionOnceItsLeaseHasLapsed() {
    ObjectEvent event = put("cat", "01");
    derivatives.killAtWrite(2);
    assertThatThrownBy(() -> renderUpload.handle(event, FIRST)).isInstanceOf(Killed.class);
    assertThat(record().status()).isEqualTo(Status.PROCESSING);

    assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BUSY));
    clock.advance(Duration.ofSeconds(66));
    renderUpload.handle(event, FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(record().work().generation()).isEqualTo(2);
    assertStoredIsExactlyWhatTheRecordLists("cat");
  }

  @Test
  void losesToAnOverwriteInTheMiddleOfRendering() {
    ObjectEvent first = put("cat", "01");
    engine.duringNextRendering(() -> renderUpload.handle(put("dog", "02"), FIRST));

    renderUpload.handle(first, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
    assertThat(record().work().generation()).isEqualTo(2);
  }

  @Test
  void losesToAnOverwriteInTheMiddleOfAWrite() {
    ObjectEvent first = put("cat", "01");
    derivatives.duringNextWrite(() -> renderUpload.handle(put("dog", "02"), FIRST));

    renderUpload.handle(first, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
  }

  @Test
  void leavesNoOrphanWhenDeletedInTheMiddleOfAWrite() {
    ObjectEvent first = put("cat", "01");
    derivatives.duringNextWrite(
        () -> {
          originals.delete(OBJECT);
          renderUpload.handle(removed("02"), FIRST);
        });

    renderUpload.handle(first, FIRST);

    assertThat(record().status()).isEqualTo(Status.DELETED);
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void leavesTheWinnersPicturesAloneWhenItCleansUpLate() {
    renderUpload.handle(put("cat", "01"), FIRST);
    originals.delete(OBJECT);
    derivatives.beforeNextList(() -> renderUpload.handle(put("dog", "03"), FIRST));

    renderUpload.handle(removed("02"), FIRST);

    assertStoredIsExactlyWhatTheRecordLists("dog");
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
  void givesTheMessageBackWhenStorageFailsAndLetsTheNextDeliveryBeginAtOnce() {
    ObjectEvent event = put("cat", "01");
    derivatives.failAtWrite(2);

    assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
    renderUpload.handle(event, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("cat");
    assertAnnounced(Status.READY);
  }

  @Test
  void givesTheMessageBackOnWhatNobodyForesaw() {
    ObjectEvent event = put("cat", "01");
    engine.duringNextRendering(
        () -> {
          throw new IllegalStateException("surprise");
        });

    assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL));
    renderUpload.handle(event, FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
  }

  @Test
  void recordsThatItGaveUpBeforeTheLastAttempt() {
    ObjectEvent event = put("cat", "01");
    List<ImageRecord> during = new ArrayList<>();
    engine.duringNextRendering(() -> during.add(record()));

    renderUpload.handle(event, LAST);

    assertThat(during.getFirst().failure().map(Failure::reason)).contains(Reason.GAVE_UP);
    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(record().failure()).isEmpty();
  }

  @Test
  void staysGivenUpWhenTheLastAttemptIsKilledAndWorksAfterARedrive() {
    ObjectEvent event = put("cat", "01");
    derivatives.killAtWrite(1);
    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(Killed.class);
    assertThat(record().status()).isEqualTo(Status.FAILED);

    clock.advance(Duration.ofHours(1));
    renderUpload.handle(event, FIRST);

    assertStoredIsExactlyWhatTheRecordLists("cat");
  }

  @Test
  void announcesThatItGaveUpWhenTheLastAttemptFails() {
    ObjectEvent event = put("cat", "01");
    derivatives.failAtWrite(1);

    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(TintypeException.class);

    assertThat(record().status()).isEqualTo(Status.FAILED);
    assertAnnounced(Status.FAILED);
  }

  @Test
  void leavesNothingInTheBucketWhenItGivesUp() {
    ObjectEvent event = put("cat", "01");
    derivatives.failAtWrite(3);

    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(TintypeException.class);

    assertThat(record().failure().map(Failure::reason)).contains(Reason.GAVE_UP);
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

  private ObjectEvent put(String name, String sequencer) {
    return created(originals.put(OBJECT, TextEngine.picture(name)), sequencer);
  }

  private ObjectEvent created(String eTag, String sequencer) {
    return new ObjectEvent.Created(OBJECT, sequencer(sequencer), Optional.of(eTag));
  }

  private ObjectEvent removed(String sequencer) {
    return new ObjectEvent.Removed(OBJECT, sequencer(sequencer));
  }

  private static Optional<Sequencer> sequencer(String hex) {
    return Optional.of(new Sequencer(hex));
  }

  private ImageRecord record() {
    return records.find(ID).orElseThrow();
  }

  private void assertStoredIsExactlyWhatTheRecordLists(String name) {
    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(new TreeSet<>(derivatives.all().keySet()))
        .isEqualTo(
            record().variants().stream()
                .map(StoredVariant::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(derivatives.all().values())
        .extracting(RenderUploadTest::text)
        .allMatch(text -> text.startsWith("picture " + name + " at "));
  }

  private static String text(Derivative derivative) {
    return new String(derivative.bytes(), StandardCharsets.UTF_8);
  }

  private void assertAnnounced(Status... expected) {
    assertThat(announcements.published())
        .extracting(ImageRecord::status)
        .isEqualTo(List.of(expected));
  }
}
