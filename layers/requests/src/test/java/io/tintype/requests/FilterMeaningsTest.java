package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Blend;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Drawing.Redact.Areas;
import io.tintype.imaging.Drawing.Redact.Cover;
import io.tintype.imaging.Drawing.Text.Align;
import io.tintype.imaging.Drawing.Text.Wrap;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Output.Keep;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.imaging.Trim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The filters of thumbor and imagor that [FiltersTest] doesn't have, one by one.
class FilterMeaningsTest {

  private static final Color RED = Color.opaque(255, 0, 0);

  @Test
  void colours() {
    assertThat(
            edits(
                "colorize(10,20,30,ff0000):equalize():invert():noise(10,7):noise(0):hue(-450)"
                    + ":saturation(1.4):modulate(-100,50,30):rgb(-1,0,1)"))
        .containsExactly(
            new Tone.Colorize(10, 20, 30, RED),
            new Tone.Equalize(),
            new Tone.Negate(false),
            new Tone.Noise(10, 7),
            new Tone.Modulate(1, 1, -90, 0),
            new Tone.Saturation(1.4),
            new Tone.Modulate(0, 1.5, 30, 0),
            new Tone.Rgb(-1, 0, 1));
  }

  @Test
  void curvesAreListsInBrackets() {
    assertThat(edits("curve([(0,0),(255,255)],[(0,50), (16,51)],[],[(1,2)])"))
        .containsExactly(
            new Tone.Curve(
                List.of(new Tone.Curve.Knot(0, 0), new Tone.Curve.Knot(255, 255)),
                List.of(new Tone.Curve.Knot(0, 50), new Tone.Curve.Knot(16, 51)),
                List.of(),
                List.of(new Tone.Curve.Knot(1, 2))));
  }

  @Test
  void kernelsAreNormalizedUnlessTheySayOtherwise() {
    List<Double> weights = List.of(1.0, 2.0, 1.0, 2.0, 4.0, 2.0, 1.0, 2.0, 1.0);
    assertThat(edits("convolution(1;2;1;2;4;2;1;2;1,3,true):convolution(1;2;1;2;4;2;1;2;1,3,0)"))
        .containsExactly(
            new Detail.Convolve(3, 3, weights, 16, 0), new Detail.Convolve(3, 3, weights, 1, 0));
    assertThat(edits("convolution(-1;-1;-1;-1;8;-1;-1;-1;-1,3)").getFirst())
        .isInstanceOfSatisfying(
            Detail.Convolve.class, edges -> assertThat(edges.scale()).isEqualTo(1));
  }

  @Test
  void sharpensAsThumborWithThreeArgumentsAndAsImagorWithFewer() {
    String filters = "sharpen(3.0,4.0,true):sharpen(2,0,false):sharpen(2):sharpen(9,1.5)";
    assertThat(edits(filters + ":sharpen(0,1,false)"))
        .containsExactly(
            new Detail.UnsharpMask(3, 4, true),
            new Detail.UnsharpMask(2, 0, false),
            new Detail.Sharpen(5, 0, 2, 1, 10, 20),
            new Detail.Sharpen(4, 0, 2, 1, 10, 20));
  }

  @Test
  void pixelatesAndRedacts() {
    Areas faces = new Areas.Faces();
    assertThat(
            edits(
                "pixelate():pixelate(1):pixelate(30):redact():redact(pixelate):redact(blur,20)"
                    + ":redact_oval(pixelate,15):redact_oval(black)"))
        .containsExactly(
            new Detail.Pixelate(10),
            new Detail.Pixelate(30),
            new Drawing.Redact(faces, new Cover.Blurred(15), false),
            new Drawing.Redact(faces, new Cover.Pixelated(10), false),
            new Drawing.Redact(faces, new Cover.Blurred(20), false),
            new Drawing.Redact(faces, new Cover.Pixelated(15), true),
            new Drawing.Redact(faces, new Cover.Plain(Color.BLACK), true));
  }

  @Test
  void roundsCornersInBothSpellings() {
    assertThat(
            edits(
                "round_corner(20,255,0,0):round_corner(20|10,255,0,0,true):round_corner(5)"
                    + ":round_corner(5,6):round_corner(5,6,red)"))
        .containsExactly(
            new Drawing.RoundCorners(20, 20, RED),
            new Drawing.RoundCorners(20, 10, Color.TRANSPARENT),
            new Drawing.RoundCorners(5, 5, Color.TRANSPARENT),
            new Drawing.RoundCorners(5, 6, Color.TRANSPARENT),
            new Drawing.RoundCorners(5, 6, RED));
  }

  @Test
  void cropsTheSizedPicture() {
    assertThat(edits("crop(10,20,30,40):crop(0.1,0,.8,1):crop(0.5,0.5,1,1)"))
        .containsExactly(
            new Geometry.Cut(new Crop.Pixels(10, 20, 40, 60)),
            new Geometry.Cut(new Crop.Fractions(0.1, 0, 0.9, 1)),
            new Geometry.Cut(new Crop.Fractions(0.5, 0.5, 1, 1)));
  }

  @Test
  void padsWithTwoThreeOrFiveArguments() {
    assertThat(edits("padding(red,1):padding(red,1,2):padding(red,1,2,3,4):padding(none,5)"))
        .containsExactly(
            new Geometry.Pad(1, 1, 1, 1, RED),
            new Geometry.Pad(1, 2, 1, 2, RED),
            new Geometry.Pad(1, 2, 3, 4, RED),
            new Geometry.Pad(5, 5, 5, 5, Color.TRANSPARENT));
  }

  @Test
  void aProportionAboveOneIsPercent() {
    assertThat(edits("proportion(0.5):proportion(1):proportion(50)"))
        .containsExactly(
            new Geometry.Proportion(0.5), new Geometry.Proportion(1), new Geometry.Proportion(0.5));
  }

  @Test
  void fillsWithWhatThePictureShows() {
    assertThat(ThumborOptions.parse("fit-in/30x20/filters:fill(auto)").edits())
        .containsExactly(new Geometry.PadTo(new Size(30, 20), Anchor.CENTER, new Fill.Average()));
    assertThat(ThumborOptions.parse("fit-in/30x20/5x6/filters:fill(blur)").edits())
        .containsExactly(new Geometry.PadTo(new Size(40, 32), Anchor.CENTER, new Fill.Blurred()));
    assertThat(ThumborOptions.parse("fit-in/30x20/filters:fill(none)").edits())
        .containsExactly(new Geometry.PadTo(new Size(30, 20), Color.TRANSPARENT));
    assertThatThrownBy(() -> ThumborOptions.parse("fit-in/30x20/1x2:3x4/filters:fill(blur)"))
        .hasMessageContaining("filter fill: expected a colour");
  }

  @Test
  void aFocalAreaIsPixelsFractionsOrAPoint() {
    assertThat(anchor("focal(10x20:30x60)")).isEqualTo(new Anchor.Focal(new Box(10, 20, 20, 40)));
    assertThat(anchor("focal(0x0:1x1)")).isEqualTo(new Anchor.Focal(new Box(0, 0, 1, 1)));
    assertThat(anchor("focal(0.25x0.5:0.75x1)")).isEqualTo(new Anchor.FocalPoint(0.5, 0.75));
    assertThat(anchor("focal(100,200)")).isEqualTo(new Anchor.Focal(new Box(100, 200, 1, 1)));
    assertThat(anchor("focal(0.3,1)")).isEqualTo(new Anchor.FocalPoint(0.3, 1));
  }

  @Test
  void readsTheInput() {
    assertThat(parse("page(3):dpi(300):max_frames(2)").input())
        .satisfies(
            input -> {
              assertThat(input.page()).isEqualTo(2);
              assertThat(input.density()).isEqualTo(300);
              assertThat(input.maxFrames()).isEqualTo(2);
            });
    assertThat(parse("trim(20,bottom-right)").trim())
        .contains(new Trim(Trim.Corner.BOTTOM_RIGHT, 20));
    assertThatThrownBy(() -> ThumborOptions.parse("300x200/filters:trim(20)"))
        .hasMessageStartingWith("filter trim: expected no size, crop or edit before it");
  }

  @Test
  void setsTheOutput() {
    assertThat(parse("lossless():compression(9)").output().encoding())
        .satisfies(
            encoding -> {
              assertThat(encoding.lossless()).isTrue();
              assertThat(encoding.compression()).contains(9);
              assertThat(encoding.colors()).isEmpty();
            });
    assertThat(parse("palette()").output().encoding().colors()).contains(256);
    assertThat(parse("bitdepth(4)").output().encoding().colors()).contains(16);
    assertThat(parse("autojpg()").output().format()).contains(Format.JPEG);
    assertThat(parse("autojpg(false)").output().format()).isEmpty();
    assertThat(parse("format(tiff)").output().format()).contains(Format.TIFF);
    assertThat(parse("to_colorspace():to_colorspace(sRGB)")).isEqualTo(Recipe.IDENTITY);
    assertThat(parse("keep(copyright)").output().keep()).isEqualTo(Keep.COPYRIGHT);
    assertThat(parse("keep(everything):strip_icc()").output().keep()).isEqualTo(Keep.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 10, Pixels[value=10], Pixels[value=10]",
    "-10, 10p, Pixels[value=-10], Percent[value=10.0]",
    "0.25, -0.5, Percent[value=25.0], Percent[value=-50.0]",
    "center, repeat, Center[], Repeat[]",
    "left, top, Near[value=0], Near[value=0]",
    "r, b, Far[value=0], Far[value=0]",
    "left-20, bottom-5, Near[value=-20], Far[value=5]",
  })
  void placesOverlays(String x, String y, String across, String down) {
    Edit mark = edits("watermark(a.png," + x + "," + y + ",0)").getFirst();
    assertThat(mark)
        .isInstanceOfSatisfying(
            Drawing.Watermark.class,
            watermark -> {
              assertThat(watermark.x()).hasToString(across);
              assertThat(watermark.y()).hasToString(down);
            });
  }

  @Test
  void framesThePicture() {
    assertThat(edits("frame(a.png)")).containsExactly(new Drawing.Frame("a.png"));
  }

  @Test
  void writesTexts() {
    assertThat(edits("text(Hello+World,10,center,sans-bold-36,white,20,multiply,300,center,true)"))
        .containsExactly(
            new Drawing.Text(
                "Hello World",
                new Offset.Pixels(10),
                new Offset.Center(),
                36,
                72,
                Color.WHITE,
                20,
                Blend.MULTIPLY,
                Optional.of(300),
                Align.CENTRE,
                true,
                Wrap.WORD,
                0));
    assertThat(text("text(b64:SGVsbG8gV29ybGQ)").text()).isEqualTo("Hello World");
    assertThat(text("text(a,0,0,sans,,,,,,,wordchar,4,300)"))
        .satisfies(
            text -> {
              assertThat(text.size()).isEqualTo(20);
              assertThat(text.wrap()).isEqualTo(Wrap.WORD_OR_CHARACTER);
              assertThat(text.spacing()).isEqualTo(4);
              assertThat(text.dpi()).isEqualTo(300);
            });
    assertThat(text("label(a,1,2,40,red,50)"))
        .satisfies(
            label -> {
              assertThat(label.size()).isEqualTo(40);
              assertThat(label.color()).isEqualTo(RED);
              assertThat(label.transparency()).isEqualTo(50);
            });
  }

  @ParameterizedTest
  @CsvSource({"80p, 240", "0.5, 150", "f, 300", "full-20, 280", "120, 120"})
  void aTextsWidthMayFollowThePictures(String width, int pixels) {
    Recipe recipe =
        ThumborOptions.parse("300x200/filters:text(a,0,0,sans,red,0,normal," + width + ")");
    assertThat(((Drawing.Text) recipe.edits().getFirst()).width()).contains(pixels);
  }

  @Test
  void aTextsWidthCanNotFollowOneThatIsNotKnown() {
    assertThatThrownBy(() -> parse("text(a,0,0,sans,red,0,normal,80p)"))
        .hasMessage(
            "filter text: width: expected pixels, because the URL doesn't say how wide the picture"
                + " is, but received 80p");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          red_eye()               | filter red_eye: not available, red eyes are not recognised
          gifv(webm)              | filter gifv: not available, no video is made
          draw_detections()       | filter draw_detections: not available, faces are not outlined; redact() covers them
          fallback_format(png)    | filter fallback_format: not available, an animation in a format without any is its first frame
          convolution(1;2,3)      | filter convolution: columns: expected columns that divide 2 weights evenly but received 3
          convolution(1;2;3;4,2)  | filter convolution: expected a kernel of 1..101 by 1..101, both odd but received 2x2
          convolution(1;;2,3)     | filter convolution: weights: expected -1000000..1000000 but received 1;;2
          curve([(0,0)],[],[],x)  | filter curve: blue: expected levels 0..255 such as [(0,0),(255,255)] but received x
          curve([(0,999)],[],[],[]) | filter curve: expected curve levels 0..255 but received 999.0
          sharpen(11,1,true)      | filter sharpen: amount: expected 0..10 but received 11
          sharpen(5)              | filter sharpen: amount: expected 0..4.5 but received 5
          round_corner(a,1)       | filter round_corner: radius: expected 0..999999 but received a
          redact(nocolour)        | filter redact: cover: expected a CSS colour name or 3, 4, 6 or 8 hexadecimal digits but received nocolour
          crop(1,2,0,4)           | filter crop: width: expected 1..1000000 but received 0
          crop(1.5,2,3,4)         | filter crop: left: expected 0..1 but received 1.5
          padding(red,1,2,3)      | filter padding: right: expected a bottom border behind it but received 3
          bitdepth(16)            | filter bitdepth: expected 1, 2, 4 or 8 but received 16
          to_colorspace(cmyk)     | filter to_colorspace: expected srgb but received cmyk
          image(a.png,0,0,0,glow) | filter image: blend: expected one of add, color-burn, color-dodge, darken, difference, exclusion, hard-light, lighten, mask, mask-out, multiply, normal, overlay, screen, soft-light but received glow
          watermark(a.png,top,0,0) | filter watermark: x: expected pixels, a percentage as in 10p, a fraction as in 0.1, center, repeat, left or right but received top
          watermark(a.png,101p,0,0) | filter watermark: expected an offset in percent -100..100 but received 101.0
          text(a,0,0,sans,red,0,normal,0,sideways) | filter text: align: expected low, centre or high but received sideways
          max_age(10)             | filter max_age: not allowed here, it is about the answer to a URL
          """)
  void saysWhatIsWrong(String call, String message) {
    assertThatThrownBy(() -> parse(call)).isInstanceOf(TintypeException.class).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rgb(10%2C20%2C-30)",
        "rgb%2810%2C20%2C-30%29",
        "rgb%2810,20,-30%29",
        "rgb(10,%2020,-30%20)",
      })
  void readsWhatClientsEncode(String filters) {
    ImageRequest request =
        new RequestParser(Dialect.TINTYPE)
            .parse(new ReceivedRequest("/unsafe/filters:" + filters + "/a.jpg", Map.of()));
    assertThat(request.recipe().edits()).containsExactly(new Tone.Rgb(10, 20, -30));
    assertThat(request.subject())
        .isEqualTo(new ImageRequest.Subject.Original(Optional.empty(), "a.jpg"));
  }

  private static Anchor anchor(String filters) {
    return parse(filters).sizing().anchor();
  }

  private static Drawing.Text text(String filters) {
    return (Drawing.Text) edits(filters).getFirst();
  }

  private static List<Edit> edits(String filters) {
    return parse(filters).edits();
  }

  private static Recipe parse(String filters) {
    return ThumborOptions.parse("filters:" + filters);
  }
}
