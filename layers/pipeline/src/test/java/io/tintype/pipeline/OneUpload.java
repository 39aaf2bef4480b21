package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Limits;
import io.tintype.pipeline.variants.VariantSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One original, whose events a test brings to [RenderUpload], and all that is around it.
abstract class OneUpload {

  private static final String VARIANTS =
      """
      variants:
        thumb: {recipe: "100x100", formats: [webp, jpeg]}
        card: {recipe: "fit-in/200x200", formats: [jpeg]}
      rules:
        - prefix: uploads/
          variants: [thumb, card]
      """;
  static final ObjectRef OBJECT = new ObjectRef("originals", "uploads/a b+ü.jpg");
  static final ImageId ID = ImageId.of(OBJECT);
  static final Delivery FIRST = new Delivery(1, 5, Duration.ofSeconds(60));
  static final Delivery LAST = new Delivery(5, 5, Duration.ofSeconds(60));

  final InMemoryImageRecords records = new InMemoryImageRecords();
  final InMemoryOriginals originals = new InMemoryOriginals();
  final FaultyDerivatives derivatives = new FaultyDerivatives();
  final InMemoryEdge edge = new InMemoryEdge();
  final RecordingAnnouncements announcements = new RecordingAnnouncements();
  final TextEngine engine = new TextEngine();
  final TestClock clock = new TestClock();
  final RenderUpload renderUpload =
      new RenderUpload(
          new RenderUpload.Ports(records, originals, derivatives, edge, announcements),
          new Rendering(engine, Limits.DEFAULT, VariantSet.parse(VARIANTS, "variants.yaml")),
          clock);

  final ObjectEvent put(String name, String sequencer) {
    return created(originals.put(OBJECT, TextEngine.picture(name)), sequencer);
  }

  final ObjectEvent created(String eTag, String sequencer) {
    return new ObjectEvent.Created(OBJECT, sequencer(sequencer), Optional.of(eTag));
  }

  final ObjectEvent removed(String sequencer) {
    return new ObjectEvent.Removed(OBJECT, sequencer(sequencer));
  }

  static Optional<Sequencer> sequencer(String hex) {
    return Optional.of(new Sequencer(hex));
  }

  final ImageRecord record() {
    return records.find(ID).orElseThrow();
  }

  final void assertStoredIsExactlyWhatTheRecordLists(String name) {
    assertThat(record().status()).isEqualTo(Status.READY);
    assertThat(new TreeSet<>(derivatives.all().keySet()))
        .isEqualTo(
            record().variants().stream()
                .map(StoredVariant::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(derivatives.all().values())
        .extracting(OneUpload::text)
        .allMatch(text -> text.startsWith("picture " + name + " at "));
  }

  private static String text(Derivative derivative) {
    return new String(derivative.bytes(), StandardCharsets.UTF_8);
  }

  final void assertAnnounced(Status... expected) {
    assertThat(announcements.published())
        .extracting(ImageRecord::status)
        .isEqualTo(List.of(expected));
  }
}
