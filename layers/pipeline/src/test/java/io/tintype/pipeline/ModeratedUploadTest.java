package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Examination;
import io.tintype.pipeline.moderation.Examiner;
import io.tintype.pipeline.moderation.Label;
import io.tintype.pipeline.moderation.ModerationPolicy;
import io.tintype.pipeline.moderation.ModerationPolicy.Mode;
import io.tintype.pipeline.moderation.RehearsedEyes;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Verdict;
import io.tintype.pipeline.variants.VariantSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Uploads that are looked at before they are rendered.
class ModeratedUploadTest {

  private static final String VARIANTS =
      """
      variants:
        thumb: {recipe: "100x100/smart", formats: [webp, jpeg]}
        card: {recipe: "50x100/smart", formats: [jpeg]}
      """;
  private static final ObjectRef OBJECT = new ObjectRef("originals", "uploads/cat.jpg");
  private static final ImageId ID = ImageId.of(OBJECT);
  private static final Delivery FIRST = new Delivery(1, 5, Duration.ofSeconds(60));
  private static final Delivery LAST = new Delivery(5, 5, Duration.ofSeconds(60));
  private static final Label BEER = new Label("Alcohol", "", 1, 90);
  private static final Owner BOSS = Owner.of("https://issuer.example", "boss");

  private final InMemoryImageRecords records = new InMemoryImageRecords();
  private final InMemoryOriginals originals = new InMemoryOriginals();
  private final FaultyDerivatives derivatives = new FaultyDerivatives();
  private final InMemoryEdge edge = new InMemoryEdge();
  private final RecordingAnnouncements announcements = new RecordingAnnouncements();
  private final RehearsedEyes eyes = new RehearsedEyes();
  private final TestClock clock = new TestClock();
  private final List<ImageRecord> requested = new ArrayList<>();

  @Test
  void asksOnceForAnyNumberOfVariantsAndNeverAgainForTheSameBytes() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    renderUpload.handle(put("cat", "01"), FIRST);
    renderUpload.handle(put("cat", "02"), FIRST);
    var other = new ObjectRef("originals", "uploads/other.jpg");
    String eTag = originals.put(other, TextEngine.picture("cat"));
    renderUpload.handle(new ObjectEvent.Created(other, sequencer("03"), Optional.of(eTag)), FIRST);

    assertThat(eyes.labelCalls()).isEqualTo(1);
    assertThat(eyes.faceCalls()).isEqualTo(1);
    assertThat(records.find(ImageId.of(other)).orElseThrow().insights().verdict())
        .contains(Verdict.APPROVED);
  }

  @Test
  void asksAgainForOtherBytesUnderTheSameKey() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    renderUpload.handle(put("cat", "01"), FIRST);
    eyes.see(BEER);

    renderUpload.handle(put("dog", "02"), FIRST);

    assertThat(eyes.labelCalls()).isEqualTo(2);
    assertThat(record().status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void flagsInTheRecordOnly() {
    eyes.see(BEER);
    renderUpload(Mode.FLAG).handle(put("cat", "01"), FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(record().insights().verdict()).contains(Verdict.FLAGGED);
    assertThat(record().insights().look().labels().orElseThrow().all()).containsExactly(BEER);
    assertThat(texts()).hasSize(3).noneMatch(text -> text.contains("blurred"));
  }

  @Test
  void countsLabelsThatAreLessThanHalfSureWhereThePolicyWantsThem() {
    eyes.see(new Label("Alcohol", "", 1, 30));
    renderUpload(new ModerationPolicy(Mode.REJECT, 25, Set.of(), 50, List.of()), new TextEngine())
        .handle(put("cat", "01"), FIRST);

    assertThat(record().status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void blursEveryVariant() {
    eyes.see(BEER);
    renderUpload(Mode.BLUR).handle(put("cat", "01"), FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(texts()).hasSize(3).allMatch(text -> text.endsWith("blurred"));
  }

  @Test
  void rejectsWithoutAnyDerivative() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    renderUpload.handle(put("cat", "01"), FIRST);
    assertThat(texts()).hasSize(3);
    eyes.see(BEER);

    renderUpload.handle(put("dog", "02"), FIRST);

    assertThat(record().status()).isEqualTo(Status.REJECTED);
    assertThat(record().variants()).isEmpty();
    assertThat(record().facts()).isPresent();
    assertThat(derivatives.all()).isEmpty();
    assertThat(announcements.published())
        .extracting(ImageRecord::status)
        .containsExactly(Status.READY, Status.REJECTED);
  }

  @Test
  void neverTakesAFailureForAnAnswer() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    eyes.see(BEER);
    eyes.fail(2);
    ObjectEvent event = put("cat", "01");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> renderUpload.handle(event, FIRST))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
      assertThat(record().insights().verdict()).isEmpty();
      assertThat(derivatives.all()).isEmpty();
    }
    renderUpload.handle(event, FIRST);

    assertThat(record().status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void givesUpWithoutAVerdictWhenNobodyCanLook() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    eyes.fail(1);
    ObjectEvent event = put("cat", "01");

    assertThatThrownBy(() -> renderUpload.handle(event, LAST)).isInstanceOf(TintypeException.class);

    assertThat(record().failure().map(Failure::reason)).contains(Reason.GAVE_UP);
    assertThat(record().insights().verdict()).isEmpty();
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void remembersWhatWasSeenThoughTheWorkWasKilled() {
    RenderUpload renderUpload = renderUpload(Mode.FLAG);
    eyes.see(BEER);
    ObjectEvent event = put("cat", "01");
    derivatives.killAtWrite(1);
    assertThatThrownBy(() -> renderUpload.handle(event, FIRST)).isInstanceOf(Killed.class);

    clock.advance(Duration.ofSeconds(66));
    renderUpload.handle(event, FIRST);

    assertThat(record().insights().verdict()).contains(Verdict.FLAGGED);
    assertThat(eyes.labelCalls()).isEqualTo(1);
  }

  @Test
  void keepsFacesFromLargestToSmallest() {
    Face small = new Face(0.1, 0.1, 0.05, 0.05);
    Face large = new Face(0.5, 0.1, 0.25, 0.5);
    eyes.see(small, large);
    renderUpload(Mode.OFF).handle(put("cat", "01"), FIRST);

    assertThat(record().insights().look().knownFaces()).containsExactly(large, small);
    assertThat(record().insights().verdict()).isEmpty();
    assertThat(eyes.labelCalls()).isZero();
  }

  @Test
  void aHumansWordHoldsAgainstThePolicy() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    eyes.see(BEER);
    renderUpload.handle(put("cat", "01"), FIRST);
    assertThat(record().status()).isEqualTo(Status.REJECTED);

    overrule(Verdict.APPROVED);
    renderUpload.handle(again(), FIRST);

    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(texts()).hasSize(3);
    assertThat(record().insights().ruling().flatMap(Ruling::overruled))
        .contains(new Ruling.Overruling(BOSS.value(), clock.instant()));
    assertThat(eyes.labelCalls()).isEqualTo(1);
  }

  @Test
  void aHumansRejectionHoldsAtOnceAndWithoutAPolicy() {
    RenderUpload renderUpload = renderUpload(Mode.OFF);
    renderUpload.handle(put("cat", "01"), FIRST);

    overrule(Verdict.REJECTED);

    assertThat(derivatives.all()).isEmpty();
    renderUpload.handle(again(), FIRST);
    assertThat(record().status()).isEqualTo(Status.REJECTED);
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void aHumansWordIsAboutTheseBytesOnly() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    eyes.see(BEER);
    renderUpload.handle(put("cat", "01"), FIRST);
    overrule(Verdict.APPROVED);
    renderUpload.handle(again(), FIRST);

    renderUpload.handle(put("dog", "02"), FIRST);

    assertThat(record().status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void whoeverRendersByTheOldVerdictLoses() {
    TextEngine engine = new TextEngine();
    RenderUpload renderUpload = renderUpload(Mode.BLUR, engine);
    renderUpload.handle(put("cat", "01"), FIRST);
    assertThat(record().status()).isEqualTo(Status.READY);
    eyes.see(BEER);
    ObjectEvent second = put("dog", "02");
    engine.duringNextRendering(
        () -> {
          clock.advance(Duration.ofSeconds(70));
          overrule(Verdict.REJECTED);
        });

    renderUpload.handle(second, FIRST);
    renderUpload.handle(again(), FIRST);

    assertThat(record().status()).isEqualTo(Status.REJECTED);
    assertThat(derivatives.all()).isEmpty();
  }

  @Test
  void theEdgeForgetsWhatAHumanRejected() {
    RenderUpload renderUpload = renderUpload(Mode.REJECT);
    renderUpload.handle(put("cat", "01"), FIRST);
    assertThat(record().status()).isEqualTo(Status.READY);
    edge.look(derivatives.all());
    assertThat(edge.kept()).isNotEmpty();

    overrule(Verdict.REJECTED);

    assertThat(edge.kept()).isEmpty();
  }

  @Test
  void hasNothingToOverruleBeforeThereIsAPicture() {
    records.save(ImageRecord.awaiting(ID, OBJECT, Owner.PUBLIC, clock.instant(), clock.instant()));

    assertThatThrownBy(() -> overrule(Verdict.APPROVED))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST))
        .hasMessageContaining("AWAITING_UPLOAD");
  }

  private RenderUpload renderUpload(Mode mode) {
    return renderUpload(mode, new TextEngine());
  }

  private RenderUpload renderUpload(Mode mode, TextEngine engine) {
    return renderUpload(new ModerationPolicy(mode, 75, Set.of(), 50, List.of()), engine);
  }

  private RenderUpload renderUpload(ModerationPolicy policy, TextEngine engine) {
    var examination = new Examination(engine, Limits.DEFAULT, eyes, eyes, eyes);
    return new RenderUpload(
        new RenderUpload.Ports(records, originals, derivatives, edge, announcements),
        new Rendering(
            engine,
            Limits.DEFAULT,
            VariantSet.parse(VARIANTS, "variants.yaml"),
            new Examiner(policy, true, Optional.of(examination))),
        clock);
  }

  private void overrule(Verdict verdict) {
    var overrule =
        new OverruleVerdict(
            records, new Withdrawal(records, derivatives, edge), requested::add, clock);
    requested.clear();
    ImageRecord answer = overrule.overrule(ID, verdict, BOSS);
    assertThat(requested).containsExactly(answer);
  }

  /// What the renderer is sent after an overruling.
  private ObjectEvent again() {
    Work work = requested.getFirst().work();
    return new ObjectEvent.Created(OBJECT, work.sequencer(), work.eTag());
  }

  private ObjectEvent put(String name, String sequencer) {
    String eTag = originals.put(OBJECT, TextEngine.picture(name));
    return new ObjectEvent.Created(OBJECT, sequencer(sequencer), Optional.of(eTag));
  }

  private static Optional<Sequencer> sequencer(String hex) {
    return Optional.of(new Sequencer(hex));
  }

  private ImageRecord record() {
    return records.find(ID).orElseThrow();
  }

  private List<String> texts() {
    return derivatives.all().values().stream()
        .map(derivative -> new String(derivative.bytes(), StandardCharsets.UTF_8))
        .toList();
  }
}
