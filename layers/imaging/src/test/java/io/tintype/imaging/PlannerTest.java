package io.tintype.imaging;

import static io.tintype.imaging.Sample.adaptive;
import static io.tintype.imaging.Sample.at;
import static io.tintype.imaging.Sample.crop;
import static io.tintype.imaging.Sample.enlarge;
import static io.tintype.imaging.Sample.jpeg;
import static io.tintype.imaging.Sample.recipe;
import static io.tintype.imaging.Sample.sizing;
import static io.tintype.imaging.Sample.trim;
import static io.tintype.imaging.Sample.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tintype.imaging.Sizing.Fit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

  private final Planner planner = new Planner(Sample.ALL, Limits.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    // fit, wanted, source, kept (left,top WxH), sized
    "COVER, 0x0, 640x480, '0,0 640x480', 640x480",
    "COVER, origxorig, 640x480, '0,0 640x480', 640x480",
    "COVER, 320x0, 640x480, '0,0 640x480', 320x240",
    "COVER, 0x120, 640x480, '0,0 640x480', 160x120",
    "COVER, 100x100, 640x480, '80,0 480x480', 100x100",
    "COVER, 100x100, 480x640, '0,80 480x480', 100x100",
    "COVER, 1000x500, 640x480, '0,80 640x320', 1000x500",
    "COVER, 100xorig, 640x480, '270,0 100x480', 100x480",
    "COVER, 322x240, 640x480, '0,2 640x477', 322x240", // 1.34 against 1.33
    "COVER, 320x240, 642x482, '0,0 642x482', 320x240", // same ratio at two decimals: stretched
    "FILL, 100x100, 640x480, '0,0 640x480', 100x100",
    "FILL, 100x0, 640x480, '0,0 640x480', 100x75",
    "INSIDE, 320x320, 640x480, '0,0 640x480', 320x240",
    "INSIDE, 100x0, 1000x333, '0,0 1000x333', 100x33", // a given side is exact
    "INSIDE, 900x900, 640x480, '0,0 640x480', 640x480",
    "INSIDE, 640x100, 640x480, '0,0 640x480', 133x100",
    "INSIDE, 10x10, 1000x1, '0,0 1000x1', 10x1", // never below one pixel
    "INSIDE, 2x2, 5x2, '0,0 5x2', 2x1",
    "INSIDE, 2x9, 4x5, '0,0 4x5', 2x3", // 2.5 rounds up
    "COVER, 2x0, 4x5, '0,0 4x5', 2x2", // 2.5 rounds to even
    "OUTSIDE, 320x320, 640x480, '0,0 640x480', 427x320",
    "OUTSIDE, 900x900, 640x480, '0,0 640x480', 1200x900",
    "OUTSIDE, 300x400, 640x480, '0,0 640x480', 533x400",
  })
  void sizesAsThumborDoes(Fit fit, String wanted, String source, String kept, String sized) {
    Plan plan = plan(recipe(sizing(fit, wanted)), source);
    assertThat(describe(plan.crop())).isEqualTo(kept);
    assertThat(plan.scaled()).hasToString(sized);
    assertThat(plan.result()).hasToString(sized);
  }

  @ParameterizedTest
  @CsvSource({
    "COVER, 1000x100, 640x480, '0,190 640x100', 640x100",
    "COVER, 1000x1000, 640x480, '0,0 640x480', 640x480",
    "COVER, 1000x0, 640x480, '0,0 640x480', 640x480",
    "COVER, 100x100, 640x480, '80,0 480x480', 100x100",
    "FILL, 1000x100, 640x480, '0,0 640x480', 640x100",
    "INSIDE, 1000x1000, 640x480, '0,0 640x480', 640x480",
    "OUTSIDE, 320x1000, 640x480, '0,0 640x480', 640x480",
    "OUTSIDE, 320x320, 640x480, '0,0 640x480', 427x320",
  })
  void doesNotEnlargeWhereItMayNot(
      Fit fit, String wanted, String source, String kept, String sized) {
    Plan plan = plan(recipe(enlarge(false, sizing(fit, wanted))), source);
    assertThat(describe(plan.crop())).isEqualTo(kept);
    assertThat(plan.scaled()).hasToString(sized);
  }

  @Test
  void enlargesAFitInWhereItMay() {
    Plan plan = plan(recipe(enlarge(true, sizing(Fit.INSIDE, "900x900"))), "640x480");
    assertThat(plan.scaled()).hasToString("900x675");
  }

  @Test
  void exchangesTheSidesOfAnAdaptiveBoxOnly() {
    assertThat(plan(recipe(adaptive(sizing(Fit.INSIDE, "300x200"))), "480x640").scaled())
        .hasToString("200x267");
    assertThat(plan(recipe(sizing(Fit.INSIDE, "300x200")), "480x640").scaled())
        .hasToString("150x200");
    assertThat(plan(recipe(adaptive(sizing(Fit.COVER, "300x200"))), "480x640").scaled())
        .hasToString("200x300");
    assertThat(plan(recipe(adaptive(sizing(Fit.COVER, "300x200"))), "480x480").scaled())
        .hasToString("300x200");
  }

  @Test
  void containPadsToTheBoxWithWhatTheFormatShows() {
    Recipe contain = recipe(sizing(Fit.CONTAIN, "200x200"), new Detail.Blur(2));
    assertThat(plan(contain, "640x480").edits())
        .containsExactly(new Geometry.PadTo(new Size(200, 200), Color.WHITE), new Detail.Blur(2));
    Plan png = plan(contain.withOutput(Output.AS_SOURCE.withFormat(Format.PNG)), "640x480");
    assertThat(png.edits().getFirst())
        .isEqualTo(new Geometry.PadTo(new Size(200, 200), Color.TRANSPARENT));
    assertThat(png.scaled()).hasToString("200x150");
    assertThat(png.result()).hasToString("200x200");
  }

  @Test
  void containLeavesAPictureOfTheRightShapeAlone() {
    assertThat(plan(recipe(sizing(Fit.CONTAIN, "320x240")), "640x480").edits()).isEmpty();
    assertThat(plan(recipe(sizing(Fit.CONTAIN, "320x0")), "640x480").edits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, '0,0 480x480'",
    "1, 1, '160,0 480x480'",
    "0.25, 0.5, '0,0 480x480'",
    "0.6, 0.5, '144,0 480x480'"
  })
  void keepsThePartThatIsAlignedTo(double x, double y, String kept) {
    Sizing sizing = at(new Anchor.Aligned(x, y), sizing(Fit.COVER, "100x100"));
    assertThat(describe(plan(recipe(sizing), "640x480").crop())).isEqualTo(kept);
  }

  @Test
  void keepsTheFocalAreaInTheMiddleAsFarAsTheEdgesAllow() {
    Sizing focal = at(new Anchor.Focal(new Box(400, 10, 21, 21)), sizing(Fit.COVER, "100x100"));
    assertThat(describe(plan(recipe(focal), "640x480").crop())).isEqualTo("160,0 480x480");
    Sizing left = at(new Anchor.Focal(new Box(290, 10, 21, 21)), sizing(Fit.COVER, "100x100"));
    assertThat(describe(plan(recipe(left), "640x480").crop())).isEqualTo("60,0 480x480");
  }

  @Test
  void countsTheFocalAreaInTheSourceBeforeTheCrop() {
    Sizing focal = at(new Anchor.Focal(new Box(300, 0, 1, 1)), sizing(Fit.COVER, "50x100"));
    Recipe cropped = crop(new Crop.Pixels(200, 0, 600, 200), recipe(focal));
    assertThat(describe(plan(cropped, "640x480").crop())).isEqualTo("250,0 100x200");
    Sizing outside = at(new Anchor.Focal(new Box(9000, 0, 1, 1)), sizing(Fit.COVER, "50x100"));
    Recipe beyond = crop(new Crop.Pixels(200, 0, 600, 200), recipe(outside));
    assertThat(describe(plan(beyond, "640x480").crop())).isEqualTo("500,0 100x200");
  }

  @Test
  void smartKeepsWhatTheFindingsPointAtAndElseTheMiddle() {
    Recipe smart = recipe(at(new Anchor.Smart(), sizing(Fit.COVER, "100x100")));
    Findings right = new Findings(Optional.empty(), Optional.of(new Findings.Point(600.7, 100)));
    assertThat(describe(planner.plan(smart, jpeg(640, 480), right).crop()))
        .isEqualTo("160,0 480x480");
    assertThat(describe(plan(smart, "640x480").crop())).isEqualTo("80,0 480x480");
    // turned by a quarter, what was on the right is at the bottom
    assertThat(describe(planner.plan(turned(1, smart), jpeg(640, 480), right).crop()))
        .isEqualTo("0,160 480x480");
    assertThat(describe(planner.plan(turned(3, smart), jpeg(640, 480), right).crop()))
        .isEqualTo("0,0 480x480");
    assertThat(describe(planner.plan(turned(2, smart), jpeg(640, 480), right).crop()))
        .isEqualTo("0,0 480x480");
  }

  @ParameterizedTest
  @CsvSource({
    "10, 20, 110, 220, '10,20 100x200'",
    "-5, -5, 9999, 100, '0,0 640x100'",
    "600, 400, 2147483647, 2147483647, '600,400 40x80'",
    "100, 100, 100, 200, '0,0 640x480'", // empty: ignored
    "200, 100, 100, 200, '0,0 640x480'", // inverted: ignored
    "640, 0, 900, 480, '0,0 640x480'", // beside the picture: ignored
  })
  void cropsWhatLiesInThePicture(int left, int top, int right, int bottom, String kept) {
    Recipe cropped = crop(new Crop.Pixels(left, top, right, bottom), Recipe.IDENTITY);
    assertThat(describe(plan(cropped, "640x480").crop())).isEqualTo(kept);
  }

  @Test
  void cropsByFractions() {
    Recipe half = crop(new Crop.Fractions(0.1, 0.25, 0.5, 1), Recipe.IDENTITY);
    assertThat(describe(plan(half, "640x480").crop())).isEqualTo("64,120 256x360");
    Recipe all = crop(new Crop.Fractions(0, 0, 1, 1), Recipe.IDENTITY);
    assertThat(describe(plan(all, "640x480").crop())).isEqualTo("0,0 640x480");
  }

  @Test
  void cutsTheTrimmedPictureWhereTheCropLiesInTheSource() {
    Findings trimmed = new Findings(Optional.of(new Box(50, 40, 500, 400)), Optional.empty());
    SourceInfo source = jpeg(640, 480);
    assertThat(describe(planner.plan(trim(Recipe.IDENTITY), source, trimmed).crop()))
        .isEqualTo("50,40 500x400");
    Recipe cropped = crop(new Crop.Pixels(0, 0, 100, 100), trim(Recipe.IDENTITY));
    assertThat(describe(planner.plan(cropped, source, trimmed).crop())).isEqualTo("50,40 50x60");
    Recipe border = crop(new Crop.Pixels(0, 0, 20, 20), trim(Recipe.IDENTITY));
    assertThat(describe(planner.plan(border, source, trimmed).crop())).isEqualTo("50,40 500x400");
    assertThat(describe(planner.plan(Recipe.IDENTITY, source, trimmed).crop()))
        .as("findings of another recipe")
        .isEqualTo("0,0 640x480");
  }

  @ParameterizedTest
  @CsvSource({"1, '40,50 400x500'", "2, '90,40 500x400'", "3, '40,90 400x500'"})
  void turnsTheTrimmedBoxWithThePicture(int turns, String kept) {
    Findings trimmed = new Findings(Optional.of(new Box(50, 40, 500, 400)), Optional.empty());
    Recipe recipe = turned(turns, trim(Recipe.IDENTITY));
    Plan plan = planner.plan(recipe, jpeg(640, 480), trimmed);
    assertThat(describe(plan.crop())).isEqualTo(kept);
    assertThat(plan.quarterTurns()).isEqualTo(turns);
  }

  @Test
  void measuresTheUprightSource() {
    SourceInfo lying =
        new SourceInfo(
            Format.JPEG, new Size(640, 480), Orientation.RIGHT_TOP, 1, false, false, 1000);
    assertThat(planner.plan(recipe(sizing(Fit.COVER, "240x0")), lying, Findings.NONE).scaled())
        .hasToString("240x320");
  }

  @Test
  void followsTheSizeThroughTheEdits() {
    Recipe recipe =
        recipe(
            sizing(Fit.COVER, "300x200"),
            new Geometry.Pad(10, 0, 10, 0, Color.BLACK),
            new Geometry.QuarterTurn(1),
            new Geometry.PadTo(new Size(250, 250), Color.WHITE),
            new Geometry.Proportion(0.5),
            new Tone.Greyscale());
    Plan plan = plan(recipe, "640x480");
    assertThat(plan.scaled()).hasToString("300x200");
    assertThat(plan.result()).hasToString("125x160");
    assertThat(plan.edits()).isEqualTo(recipe.edits());
  }

  @Test
  void keepsTheFlipsForTheEngine() {
    Recipe recipe =
        new Recipe(
            Input.FIRST_FRAME,
            Optional.empty(),
            Optional.empty(),
            Sizing.NONE,
            new Flips(true, false),
            List.of(),
            Output.AS_SOURCE);
    assertThat(plan(recipe, "640x480").flips()).isEqualTo(new Flips(true, false));
  }

  @ParameterizedTest
  @CsvSource({
    // fit, enlarge, wanted, kept, sized
    "COVER, true, 100x100, '270,190 100x100', 100x100", // cut out as it is
    "COVER, true, 100x500, '272,0 96x480', 100x500", // enlarged, so nothing is in the way
    "COVER, false, 100x500, '270,0 100x480', 100x480",
    "COVER, false, 900x900, '0,0 640x480', 640x480",
    "FILL, true, 100x500, '0,0 640x480', 640x500",
    "FILL, false, 100x500, '0,0 640x480', 640x480",
    "INSIDE, true, 320x320, '0,0 640x480', 640x480",
    "INSIDE, true, 960x960, '0,0 640x480', 960x720",
    "INSIDE, false, 960x960, '0,0 640x480', 640x480",
    "OUTSIDE, true, 320x320, '0,0 640x480', 640x480",
    "COVER, true, 320x0, '0,0 640x480', 640x480",
    "COVER, true, 0x960, '0,0 640x480', 1280x960",
  })
  void doesNotReduceWhereItMayNot(
      Fit fit, boolean enlarge, String wanted, String kept, String sized) {
    Sizing sizing = sizing(fit, wanted);
    Sizing kind =
        new Sizing(sizing.width(), sizing.height(), fit, Anchor.CENTER, false, enlarge, false);
    Plan plan = plan(recipe(kind), "640x480");
    assertThat(describe(plan.crop())).isEqualTo(kept);
    assertThat(plan.scaled()).hasToString(sized);
  }

  @Test
  void containWithoutReducingPadsOnlyWhatIsSmaller() {
    Sizing sizing = sizing(Fit.CONTAIN, "100x600");
    Sizing kind =
        new Sizing(sizing.width(), sizing.height(), Fit.CONTAIN, Anchor.CENTER, false, true, false);
    assertThat(plan(recipe(kind), "640x480").result()).hasToString("640x600");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, '0,0 640x480', 320x240",
    "0.333, 0.25, '0,60 640x361', 213x120",
    "2, 1, '0,120 640x240', 1280x480",
    "0.0001, 0.0001, '80,0 480x480', 1x1",
  })
  void sizesByFractionsOfWhatIsLeft(double width, double height, String kept, String sized) {
    Sizing sizing =
        new Sizing(
            new Sizing.Length.Fraction(width),
            new Sizing.Length.Fraction(height),
            Fit.COVER,
            Anchor.CENTER,
            false,
            true);
    Plan plan = plan(recipe(sizing), "640x480");
    assertThat(plan.scaled()).hasToString(sized);
    assertThat(describe(plan.crop())).isEqualTo(kept);
    Recipe cropped = crop(new Crop.Pixels(0, 0, 100, 100), recipe(sizing));
    assertThat(plan(cropped, "640x480").scaled().width())
        .isEqualTo((int) Math.max(1, Math.round(100 * width)));
  }

  @Test
  void containPlacesThePictureWhereTheAnchorIs() {
    Sizing right = at(new Anchor.Aligned(1, 0.5), sizing(Fit.CONTAIN, "200x100"));
    assertThat(plan(recipe(right), "640x640").edits())
        .containsExactly(
            new Geometry.PadTo(
                new Size(200, 100), new Anchor.Aligned(1, 0.5), new Fill.Plain(Color.WHITE)));
  }

  @Test
  void turnsTheBoxOfAnAdaptiveFillAsItTurnsTheWantedSides() {
    Geometry.PadTo fill =
        new Geometry.PadTo(new Size(300, 200), Anchor.CENTER, new Fill.Average(), true);
    Recipe recipe = recipe(adaptive(sizing(Fit.INSIDE, "300x200")), fill);
    Plan upright = plan(recipe, "480x640");
    assertThat(upright.result()).hasToString("200x300");
    assertThat(upright.edits())
        .containsExactly(new Geometry.PadTo(new Size(200, 300), Anchor.CENTER, new Fill.Average()));
    assertThat(plan(recipe, "640x480").result()).hasToString("300x200");
    assertThat(plan(turned(1, recipe), "640x480").result()).hasToString("200x300");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 640x480",
    "90, 480x640",
    "-90, 480x640",
    "180, 640x480",
    "-270, 480x640",
    "360, 640x480",
    "45, 792x792", // 791.96
    "30, 796x736", // 794.26 by 735.69: as many pixels on either side
    "1, 650x492", // 648.28 by 491.1
    "89, 492x650",
    "-1, 650x492",
    "0.0001, 642x482",
  })
  void turnsOntoACanvasThatHoldsEveryCorner(double degrees, String result) {
    Recipe recipe = recipe(Sizing.NONE, new Geometry.Rotate(degrees, Color.WHITE));
    assertThat(plan(recipe, "640x480").result()).hasToString(result);
  }

  @Test
  void cropsExactlyOrNotAtAll() {
    Recipe exact = crop(new Crop.Exact(540, 380, 100, 100), Recipe.IDENTITY);
    assertThat(describe(plan(exact, "640x480").crop())).isEqualTo("540,380 100x100");
    for (Crop outside :
        List.of(
            new Crop.Exact(541, 0, 100, 1),
            new Crop.Exact(0, 381, 1, 100),
            new Crop.Exact(2_000_000_000, 0, 2_000_000_000, 1))) {
      assertThatExceptionOfType(TintypeException.class)
          .isThrownBy(() -> plan(crop(outside, Recipe.IDENTITY), "640x480"))
          .withMessageStartingWith("Expected a crop inside of 640x480 but received ")
          .matches(refusal -> refusal.reason() == Reason.BAD_REQUEST);
    }
  }

  private Plan plan(Recipe recipe, String source) {
    String[] sides = source.split("x", -1);
    return planner.plan(
        recipe, jpeg(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])), Findings.NONE);
  }

  private static String describe(Box box) {
    return box.left() + "," + box.top() + " " + box.size();
  }
}
