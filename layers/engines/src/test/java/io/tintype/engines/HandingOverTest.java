package io.tintype.engines;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Offset;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.testkit.EngineContract;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import io.tintype.testkit.PlanDraft;
import io.tintype.testkit.Quadrants;
import io.tintype.vips.VipsEngine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine as it is wired where libvips is there: every format of both engines.
@ExtendWith(HandingOverTest.NeedsLibrary.class)
class HandingOverTest extends EngineContract {

  private static final VipsEngine.Library LIBRARY =
      VipsEngine.load(List.of(Path.of("../vips/native/target/here")), 2);

  private static final Edit MARK =
      new Drawing.Watermark(
          "mark",
          new Offset.Pixels(10),
          new Offset.Pixels(10),
          0,
          Optional.empty(),
          Optional.empty());

  @Override
  public ImageEngine engine() {
    return Wired.ENGINE;
  }

  @Test
  void takesOperandsInFormatsThatLibvipsLacks() {
    byte[] file = Fixtures.plainPng(new Size(100, 80), Color.opaque(255, 255, 255));
    for (Format format : List.of(Format.BMP, Format.PSD, Format.TGA, Format.SVG, Format.GIF)) {
      byte[] mark = Fixtures.in(format).orElseThrow();
      assertThatPicture(Picture.decode(marked(file, mark).bytes()))
          .as(format.name())
          .hasSize(100, 80)
          .within(2)
          .shows(Quadrants.RED, 15, 12)
          .shows(Quadrants.YELLOW, 50, 40)
          .shows(Color.opaque(255, 255, 255), 90, 70);
    }
  }

  @Test
  void failsOnlyThePlansWhoseOperandIsDamaged() {
    byte[] file = Fixtures.png();
    byte[] bmp = Fixtures.in(Format.BMP).orElseThrow();
    byte[] damaged = Arrays.copyOf(bmp, 100);
    PlanDraft draft = PlanDraft.of(engine().inspect(Source.of(file), Limits.DEFAULT));
    List<Plan> plans = List.of(draft.edits(MARK).plan(), draft.scaled(20, 15).plan());
    try (OpenImage image = engine().open(Source.of(file), draft.source())) {
      List<Outcome> outcomes = image.render(plans, Map.of("mark", Source.of(damaged)));
      assertThat(outcomes.getLast()).isInstanceOf(Outcome.Rendered.class);
      assertThat(outcomes.getFirst())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> {
                assertThat(failed.failure().reason()).isEqualTo(Reason.CORRUPT);
                assertThat(failed.failure()).hasMessageStartingWith("The watermark picture mark: ");
              });
    }
  }

  private Rendition marked(byte[] file, byte[] mark) {
    PlanDraft draft = PlanDraft.of(engine().inspect(Source.of(file), Limits.DEFAULT));
    try (OpenImage image = engine().open(Source.of(file), draft.source())) {
      Outcome outcome =
          image
              .render(List.of(draft.edits(MARK).plan()), Map.of("mark", Source.of(mark)))
              .getFirst();
      return switch (outcome) {
        case Outcome.Rendered(Rendition rendition) -> rendition;
        case Outcome.Failed(var failure) -> throw failure;
      };
    }
  }

  /// Loaded at the first test, which only runs where the library is.
  private static final class Wired {
    static final ImageEngine ENGINE = Engines.choose(EngineChoice.VIPS, () -> LIBRARY);
  }

  /// Skipped, with the reason, without libvips; a failure where the environment says `CI=true`.
  static final class NeedsLibrary implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return switch (LIBRARY) {
        case VipsEngine.Library.Loaded(_, String version) ->
            ConditionEvaluationResult.enabled("libvips " + version);
        case VipsEngine.Library.Missing(String cause) ->
            "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("CI is set, so this has to fail: " + cause)
                : ConditionEvaluationResult.disabled("skipped: " + cause);
      };
    }
  }
}
