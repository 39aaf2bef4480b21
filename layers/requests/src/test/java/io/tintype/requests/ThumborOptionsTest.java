package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.imaging.Trim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumborOptionsTest {

  @Test
  void nothingIsThePictureAsItIs() {
    assertThat(ThumborOptions.parse("")).isEqualTo(Recipe.IDENTITY);
    assertThat(ThumborOptions.parse("/")).isEqualTo(Recipe.IDENTITY);
    assertThat(ThumborOptions.parse("x")).isEqualTo(Recipe.IDENTITY);
    assertThat(ThumborOptions.parse("0x0/")).isEqualTo(Recipe.IDENTITY);
  }

  @Test
  void aPlainSizeCoversItsBoxAndMayEnlarge() {
    assertThat(ThumborOptions.parse("300x200").sizing())
        .isEqualTo(sizing(300, 200, Fit.COVER, Anchor.CENTER, true));
    assertThat(ThumborOptions.parse("300x200/filters:no_upscale()").sizing())
        .isEqualTo(sizing(300, 200, Fit.COVER, Anchor.CENTER, false));
  }

  @Test
  void fitInNeverEnlargesUnlessAsked() {
    assertThat(ThumborOptions.parse("fit-in/300x200").sizing())
        .isEqualTo(sizing(300, 200, Fit.INSIDE, Anchor.CENTER, false));
    assertThat(ThumborOptions.parse("fit-in/300x200/filters:upscale()").sizing())
        .isEqualTo(sizing(300, 200, Fit.INSIDE, Anchor.CENTER, true));
  }

  @Test
  void fullFitInCoversTheBoxWithoutACrop() {
    assertThat(ThumborOptions.parse("adaptive-full-fit-in/300x200").sizing())
        .isEqualTo(
            new Sizing(
                new Length.Pixels(300),
                new Length.Pixels(200),
                Fit.OUTSIDE,
                Anchor.CENTER,
                /* adaptive= */ true,
                /* enlarge= */ true));
  }

  @Test
  void stretchesBySegmentAndByFilter() {
    Sizing stretched = sizing(300, 200, Fit.FILL, Anchor.CENTER, true);
    assertThat(ThumborOptions.parse("stretch/300x200").sizing()).isEqualTo(stretched);
    assertThat(ThumborOptions.parse("300x200/filters:stretch()").sizing()).isEqualTo(stretched);
  }

  @Test
  void sidesMayBeLeftOutOriginalOrFlipped() {
    Recipe recipe = ThumborOptions.parse("-x-orig");
    assertThat(recipe.sizing().width()).isEqualTo(new Length.Auto());
    assertThat(recipe.sizing().height()).isEqualTo(new Length.Original());
    assertThat(recipe.flips()).isEqualTo(new Flips(true, true));
    assertThat(ThumborOptions.parse("300x").sizing().height()).isEqualTo(new Length.Auto());
    assertThat(ThumborOptions.parse("300x-200").flips()).isEqualTo(new Flips(false, true));
  }

  @ParameterizedTest
  @CsvSource({
    "300x200/left, 0, 0.5",
    "300x200/right/top, 1, 0",
    "300x200/bottom, 0.5, 1",
    "300x200/center/middle, 0.5, 0.5"
  })
  void alignsTheCrop(String options, double x, double y) {
    assertThat(ThumborOptions.parse(options).sizing().anchor()).isEqualTo(new Anchor.Aligned(x, y));
  }

  @Test
  void smartOverridesAlignmentAndFocalOverridesSmart() {
    assertThat(ThumborOptions.parse("300x200/left/smart").sizing().anchor())
        .isEqualTo(new Anchor.Smart());
    assertThat(ThumborOptions.parse("300x200/smart/filters:focal(10x20:30x60)").sizing().anchor())
        .isEqualTo(new Anchor.Focal(new Box(10, 20, 20, 40)));
  }

  @ParameterizedTest
  @CsvSource({
    "trim, TOP_LEFT, 0",
    "trim:bottom-right, BOTTOM_RIGHT, 0",
    "trim:top-left:20, TOP_LEFT, 20",
    "trim:50, TOP_LEFT, 50",
    "trim::15, TOP_LEFT, 15",
    "trim:bottom-right:442, BOTTOM_RIGHT, 442"
  })
  void trims(String options, Trim.Corner corner, int tolerance) {
    assertThat(ThumborOptions.parse(options).trim()).contains(new Trim(corner, tolerance));
  }

  @Test
  void cropsInPixelsOrFractions() {
    assertThat(ThumborOptions.parse("10x20:30x40").crop())
        .contains(new Crop.Pixels(10, 20, 30, 40));
    assertThat(ThumborOptions.parse("0.1x.2:0.5x1").crop())
        .contains(new Crop.Fractions(0.1, 0.2, 0.5, 1));
    assertThat(ThumborOptions.parse("0x0:1x1").crop()).contains(new Crop.Pixels(0, 0, 1, 1));
  }

  @Test
  void aSecondSizeIsPadding() {
    assertThat(ThumborOptions.parse("fit-in/300x200/10x20").edits())
        .containsExactly(new Geometry.Pad(10, 20, 10, 20, Color.TRANSPARENT));
    assertThat(ThumborOptions.parse("fit-in/300x200/1x2:3x4/filters:grayscale():fill(red)").edits())
        .containsExactly(
            new Tone.Greyscale(),
            new Geometry.PadTo(new Size(300, 200), Color.opaque(255, 0, 0)),
            new Geometry.Pad(1, 2, 3, 4, Color.opaque(255, 0, 0)));
  }

  @Test
  void everySegmentTogetherInThumborsOrder() {
    Recipe recipe =
        ThumborOptions.parse(
            "trim/10x11:12x13/adaptive-fit-in/-300x-200/5x6/left/top/smart/filters:rotate(90)/");
    assertThat(recipe.trim()).isPresent();
    assertThat(recipe.crop()).isPresent();
    assertThat(recipe.sizing().adaptive()).isTrue();
    assertThat(recipe.edits())
        .containsExactly(
            new Geometry.Pad(5, 6, 5, 6, Color.TRANSPARENT), new Geometry.QuarterTurn(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          smart/300x200  ! segment 300x200 at character 7: out of order or given twice; expected one of filters:name(arguments) after smart
          /smart/300x200 ! segment 300x200 at character 8: out of order or given twice; expected one of filters:name(arguments) after smart
          300x200/top/left ! segment left at character 13: out of order or given twice; expected one of smart, filters:name(arguments) after top
          300x200/lefft  ! segment lefft at character 9: expected one of GxH[:IxJ] (padding), left|center|right, top|middle|bottom, smart, filters:name(arguments) after 300x200
          full-adaptive-fit-in/3x2 ! segment full-adaptive-fit-in at character 1: expected [adaptive-][full-]fit-in
          trim:left/3x2  ! segment trim:left at character 1: expected trim[:top-left|:bottom-right][:tolerance]
          trim:443       ! segment trim:443: expected 0..442 but received 443
          300x2oo        ! segment 300x2oo at character 1: expected [-]Wx[-]H
          9999999999x1   ! segment 9999999999x1: expected 0..1000000 but received 9999999999
          0.5x0:2x1      ! segment 0.5x0:2x1: expected whole pixels, or fractions 0..1 only but received 2
          filters:       ! filters at character 9: expected name(arguments) but received /
          filters:quality ! filters at character 9: expected name(arguments) but received quality/
          filters:quality(80 ! filter quality at character 9: expected a closing ) but received quality(80/
          filters:grayscale()x:blur(2) ! filter grayscale at character 20: expected : or / after the ) but received x:blur(2)/
          filters:grayscale()/smart ! segment smart at character 21: out of order or given twice; nothing may follow after filters:grayscale()
          3x2//smart     ! segment nothing at character 5: expected one of GxH[:IxJ] (padding), left|center|right, top|middle|bottom, smart, filters:name(arguments) after 3x2
          """)
  void saysWhatIsWrongWithASegment(String options, String message) {
    assertThatThrownBy(() -> ThumborOptions.parse(options))
        .isInstanceOf(TintypeException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image(/20x20/a.png,0,0)",
        "watermark(/a.png,0,0,0)",
        "watermark(s3:other/a.png,0,0,0)",
        "watermark(color:red,0,0,0)"
      })
  void aVariantsOverlayLiesBesideItsOriginal(String filter) {
    assertThatThrownBy(() -> ThumborOptions.parse("filters:" + filter))
        .hasMessageContaining("expected the key of an object in the original's bucket");
    assertThat(ThumborOptions.parse("filters:watermark(a 100%.png,0,0,0)").inputs())
        .containsExactly("a 100%25.png");
  }

  @Test
  void leavesUnknownTextOfAUrlToTheCaller() {
    String path = "300x200/smart/filters:blur(2)/smart/photo.jpg";
    OptionReader reader = new OptionReader(PathText.plain(path), 0);
    assertThat(reader.read().smart()).isTrue();
    assertThat(path.substring(reader.position())).isEqualTo("smart/photo.jpg");
  }

  private static Sizing sizing(int width, int height, Fit fit, Anchor anchor, boolean enlarge) {
    return new Sizing(
        new Length.Pixels(width),
        new Length.Pixels(height),
        fit,
        anchor,
        /* adaptive= */ false,
        enlarge);
  }
}
