package io.tintype.imaging;

import static io.tintype.imaging.Sample.gif;
import static io.tintype.imaging.Sample.jpeg;
import static io.tintype.imaging.Sample.recipe;
import static io.tintype.imaging.Sample.sizing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tintype.imaging.Sizing.Fit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Limits, capabilities, formats and frames.
class PlannerRefusalTest {

  private final Planner planner = new Planner(Sample.ALL, Limits.DEFAULT);

  @Test
  void refusesAResultThatIsTooLarge() {
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(sizing(Fit.COVER, "9000x10")),
        "Expected sides of at most 8192 pixels but sizing gives 9000x10");
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(sizing(Fit.COVER, "8192x0"), new Geometry.Pad(0, 0, 1, 0, Color.BLACK)),
        "Expected sides of at most 8192 pixels but pad gives 8193x6144");
    assertThat(plan(recipe(sizing(Fit.COVER, "8192x8192"))).result()).hasToString("8192x8192");
  }

  @Test
  void refusesALargePictureBetweenTwoEditsToo() {
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(
            sizing(Fit.COVER, "100x100"),
            new Geometry.PadTo(new Size(100, 9000), Color.BLACK),
            new Geometry.Proportion(0.1)),
        "Expected sides of at most 8192 pixels but pad to gives 100x9000");
  }

  @Test
  void refusesClaheThatWouldTakeTooLong() {
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(sizing(Fit.COVER, "2000x1500"), new Detail.Clahe(10, 151, 3)),
        "Expected a CLAHE window 1..150 pixels high in a picture of 2000x1500 but received 151");
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(sizing(Fit.COVER, "4000x3000"), new Detail.Clahe(3, 3, 3)),
        "Expected a picture of at most 11764705 pixels for CLAHE but received a picture of"
            + " 4000x3000");
    assertThat(
            plan(recipe(sizing(Fit.COVER, "2000x1500"), new Detail.Clahe(1000, 150, 3))).result())
        .hasToString("2000x1500");
    assertThat(
            plan(recipe(sizing(Fit.COVER, "1000x300"), new Detail.Clahe(1000, 1000, 3))).result())
        .hasToString("1000x300");
  }

  @Test
  void refusesSidesThatOverflow() {
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(
            sizing(Fit.COVER, "100x100"),
            new Geometry.Pad(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, 0, Color.BLACK)),
        "Expected sides of at most 8192 pixels but pad gives more than 2147483647");
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(
            () ->
                planner.plan(
                    recipe(sizing(Fit.COVER, "2147483647x0")), jpeg(1, 90000), Findings.NONE))
        .withMessage(
            "Expected sides of at most 8192 pixels but sizing gives 2147483647x193273528230000");
  }

  @Test
  void refusesMoreEditsThanTheLimit() {
    Edit[] edits = Collections.nCopies(21, new Tone.Greyscale()).toArray(Edit[]::new);
    assertRefused(
        Reason.BAD_REQUEST,
        recipe(Sizing.NONE, edits),
        "Expected at most 20 edits but received 21");
  }

  @Test
  void doesNotCountItsOwnPaddingAsAnEdit() {
    Edit[] edits = Collections.nCopies(20, new Tone.Greyscale()).toArray(Edit[]::new);
    assertThat(plan(recipe(sizing(Fit.CONTAIN, "100x100"), edits)).edits()).hasSize(21);
  }

  @Test
  void namesAnEditThatTheEngineLacks() {
    Planner lacking =
        new Planner(
            new Capabilities(
                EnumSet.of(Format.JPEG),
                EnumSet.of(Format.JPEG),
                EnumSet.noneOf(Format.class),
                Set.of(Drawing.Watermark.class, Geometry.QuarterTurn.class)),
            Limits.DEFAULT);
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(
            () ->
                lacking.plan(
                    recipe(Sizing.NONE, new Geometry.QuarterTurn(1)), jpeg(9, 9), Findings.NONE))
        .withMessage("The edit quarter turn is not available with this engine")
        .matches(refusal -> refusal.reason() == Reason.BAD_REQUEST);
  }

  @Test
  void refusesAFormatThatCanNotBeWrittenAndListsWhatCan() {
    assertRefused(
        Reason.UNSUPPORTED,
        Recipe.IDENTITY.withOutput(Output.AS_SOURCE.withFormat(Format.AVIF)),
        "Expected an output format of jpeg, png, gif, webp but received avif");
  }

  @Test
  void writesTheSourcesFormatWhereItCanAndElsePngOrJpeg() {
    assertThat(plan(Recipe.IDENTITY).format()).isEqualTo(Format.JPEG);
    assertThat(planned(Format.WEBP, true).format()).isEqualTo(Format.WEBP);
    assertThat(planned(Format.TIFF, true).format()).isEqualTo(Format.PNG);
    assertThat(planned(Format.BMP, false).format()).isEqualTo(Format.JPEG);
  }

  @Test
  void keepsTheFramesOfAnAnimationThatIsWrittenAsOne() {
    SourceInfo animation = gif(40, 30, 12);
    assertThat(frames(Input.ALL_FRAMES, Optional.empty(), animation)).isEqualTo(12);
    assertThat(frames(new Input(5, 0), Optional.of(Format.WEBP), animation)).isEqualTo(5);
    assertThat(frames(Input.FIRST_FRAME, Optional.empty(), animation)).isEqualTo(1);
    assertThat(frames(Input.ALL_FRAMES, Optional.of(Format.PNG), animation)).isEqualTo(1);
    SourceInfo pages =
        new SourceInfo(Format.TIFF, new Size(9, 9), Orientation.TOP_LEFT, 7, false, false, 1000);
    assertThat(frames(Input.ALL_FRAMES, Optional.of(Format.GIF), pages)).isEqualTo(1);
  }

  @Test
  void refusesAnAnimationOfTooManyPixels() {
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(
            () ->
                planner.plan(
                    recipe(sizing(Fit.COVER, "4000x3000")), gif(40, 30, 12), Findings.NONE))
        .withMessage(
            "Expected an animation of at most 100000000 pixels but sizing gives 12 frames of"
                + " 4000x3000")
        .matches(refusal -> refusal.reason() == Reason.BAD_REQUEST);
  }

  @Test
  void startsAtThePageThatIsAskedFor() {
    SourceInfo animation = gif(40, 30, 12);
    assertThat(frames(new Input(5, 0, 9, 72), Optional.empty(), animation)).isEqualTo(3);
    assertThat(frames(new Input(5, 0, 2, 72), Optional.empty(), animation)).isEqualTo(5);
    assertThat(frames(new Input(5, 0, 11, 72), Optional.of(Format.PNG), animation)).isEqualTo(1);
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(() -> frames(new Input(5, 0, 12, 72), Optional.empty(), animation))
        .withMessage("Expected a page of 0..11 but received 12")
        .matches(refusal -> refusal.reason() == Reason.BAD_REQUEST);
  }

  private int frames(Input input, Optional<Format> format, SourceInfo source) {
    Recipe recipe =
        new Recipe(
            input,
            Optional.empty(),
            Optional.empty(),
            Sizing.NONE,
            Flips.NONE,
            List.of(),
            format.map(Output.AS_SOURCE::withFormat).orElse(Output.AS_SOURCE));
    return planner.plan(recipe, source, Findings.NONE).frames();
  }

  private Plan planned(Format format, boolean alpha) {
    return planner.plan(
        Recipe.IDENTITY,
        new SourceInfo(format, new Size(9, 9), Orientation.TOP_LEFT, 1, alpha, false, 1000),
        Findings.NONE);
  }

  private Plan plan(Recipe recipe) {
    return planner.plan(recipe, jpeg(640, 480), Findings.NONE);
  }

  private void assertRefused(Reason reason, Recipe recipe, String message) {
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(() -> plan(recipe))
        .withMessage(message)
        .matches(refusal -> refusal.reason() == reason);
  }
}
