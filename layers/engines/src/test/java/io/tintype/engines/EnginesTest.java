package io.tintype.engines;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.heif.HeifDecoder;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.testkit.Picture;
import io.tintype.testkit.PlanDraft;
import io.tintype.testkit.Quadrants;
import io.tintype.vips.VipsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EnginesTest {

  private static final Path HEIF = Path.of("../heif/src/test/resources/io/tintype/heif");

  private static final VipsEngine.Library MISSING =
      new VipsEngine.Library.Missing("There is no libvips-cpp in /opt/lib");

  @Test
  void takesThumbnailatorWhereVipsIsMissing() {
    assertThat(Engines.choose(EngineChoice.AUTO, () -> MISSING).name()).isEqualTo("thumbnailator");
  }

  @Test
  void refusesToStartWithoutTheEngineThatIsAskedFor() {
    assertThatThrownBy(() -> Engines.choose(EngineChoice.VIPS, () -> MISSING))
        .hasMessageContaining("TINTYPE_ENGINE")
        .hasMessageContaining("There is no libvips-cpp in /opt/lib");
  }

  @Test
  void doesNotLookForVipsWhereThumbnailatorIsAskedFor() {
    assertThat(
            Engines.choose(
                    EngineChoice.THUMBNAILATOR,
                    () -> {
                      throw new AssertionError("looked for vips");
                    })
                .name())
        .isEqualTo("thumbnailator");
  }

  @Test
  void saysWhatIsMissingForHeif() throws IOException {
    Source file = Source.of(Files.readAllBytes(HEIF.resolve("quadrants.heic")));
    ImageEngine engine =
        Engines.withHeif(
            Engines.engine(EngineChoice.THUMBNAILATOR, () -> MISSING),
            new HeifDecoder.Library.Missing("libheif with libde265 is missing: nowhere"));
    assertThatThrownBy(() -> engine.inspect(file, Limits.DEFAULT))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED))
        .hasMessage(
            "The engine thumbnailator can't read HEIF: libheif with libde265 is missing: nowhere");
  }

  @Test
  void rendersHeifWithAnyEngineWhereLibheifIsInstalled() throws IOException {
    HeifDecoder.Library heif = HeifDecoder.load();
    Assumptions.assumeTrue(
        heif instanceof HeifDecoder.Library.Loaded, () -> "skipped: no libheif here: " + heif);
    VipsEngine.Library vips = VipsEngine.load(List.of(Path.of("../vips/native/target/here")), 2);
    for (EngineChoice choice : List.of(EngineChoice.THUMBNAILATOR, EngineChoice.AUTO)) {
      ImageEngine engine = Engines.withHeif(Engines.engine(choice, () -> vips), heif);
      assertThat(engine.capabilities().reads()).contains(Format.HEIF);
      for (String name : List.of("quadrants.heic", "turned.heic", "display-p3.heic")) {
        assertThatPicture(rendered(engine, name))
            .as(engine.name() + " " + name)
            .hasSize(64, 48)
            .isOpaque()
            .within(20)
            .showsQuarters(Quadrants.UPRIGHT);
      }
      assertThatPicture(rendered(engine, "with-hole.heic"))
          .within(20)
          .showsQuarters(Quadrants.WITH_HOLE);
    }
  }

  private static Picture rendered(ImageEngine engine, String name) throws IOException {
    Source file = Source.of(Files.readAllBytes(HEIF.resolve(name)));
    PlanDraft draft = PlanDraft.of(engine.inspect(file, Limits.DEFAULT));
    try (OpenImage image = engine.open(file, draft.source())) {
      return switch (image.render(List.of(draft.plan()), Map.of()).getFirst()) {
        case Outcome.Rendered(Rendition rendition) -> Picture.decode(rendition.bytes());
        case Outcome.Failed(TintypeException failure) -> throw failure;
      };
    }
  }
}
