package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Output;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

  private static final Color RED = Color.opaque(255, 0, 0);

  @Test
  void keepsTheOrderOfEdits() {
    assertThat(
            edits("brightness(10):grayscale():contrast(-5):rgb(1,-2,3):proportion(.5):rotate(90)"))
        .containsExactly(
            new Tone.Brightness(10),
            new Tone.Greyscale(),
            new Tone.Contrast(-5),
            new Tone.Rgb(1, -2, 3),
            new Geometry.Proportion(0.5),
            new Geometry.QuarterTurn(3));
  }

  @ParameterizedTest
  @CsvSource({"90, 3", "180, 2", "270, 1", "-90, 1", "450, 3"})
  void rotatesCounterClockwise(int degrees, int clockwiseTurns) {
    assertThat(edits("rotate(" + degrees + ")"))
        .containsExactly(new Geometry.QuarterTurn(clockwiseTurns));
  }

  @Test
  void aFullTurnIsNoEdit() {
    assertThat(edits("rotate(0):rotate(360):rotate(-720)")).isEmpty();
  }

  @Test
  void setsTheOutput() {
    assertThat(parse("format(jpg):quality(75):max_bytes(20000)").output())
        .isEqualTo(
            new Output(
                Optional.of(Format.JPEG), Optional.of(75), Optional.of(20_000L), Color.WHITE));
  }

  @Test
  void theLaterOfTwoSettingsHolds() {
    assertThat(parse("quality(10):quality(20)").output().quality()).contains(20);
    assertThat(parse("upscale():no_upscale()").sizing().enlarge()).isFalse();
  }

  @Test
  void readsTheInput() {
    assertThat(parse("cover()").input().maxFrames()).isEqualTo(1);
    assertThat(parse("max_frames(5)").input().maxFrames()).isEqualTo(5);
    assertThat(parse("orient(90)").input().quarterTurns()).isEqualTo(3);
    assertThat(parse("orient(0)").input().quarterTurns()).isZero();
  }

  @Test
  void strippingIsAcceptedAndChangesNothing() {
    assertThat(parse("strip_exif():strip_icc()")).isEqualTo(Recipe.IDENTITY);
  }

  @Test
  void blursAsStronglyAsThumbor() {
    assertThat(sigma("blur(7)")).isCloseTo(4.0017, within(0.0001));
    assertThat(sigma("blur(7,0)")).isEqualTo(sigma("blur(7)"));
    assertThat(sigma("blur(30,2)")).isCloseTo(2, within(0.001));
    assertThat(sigma("blur(900000,900000)")).isLessThan(87);
    assertThat(edits("blur(1,0.0001)")).isEmpty();
  }

  @Test
  void fillsUpToTheBox() {
    assertThat(ThumborOptions.parse("fit-in/300x200/filters:fill(red)").edits())
        .containsExactly(new Geometry.PadTo(new Size(300, 200), RED));
    assertThat(ThumborOptions.parse("fit-in/300x/filters:fill(transparent)").edits())
        .containsExactly(new Geometry.PadTo(new Size(300, 1), Color.TRANSPARENT));
    assertThat(ThumborOptions.parse("fit-in/300x200/filters:fill(red,true)").edits())
        .containsExactly(new Drawing.Background(RED), new Geometry.PadTo(new Size(300, 200), RED));
    assertThat(ThumborOptions.parse("300x200/filters:fill(red):no_upscale()").edits()).isEmpty();
    assertThat(ThumborOptions.parse("filters:fill(red)").edits()).isEmpty();
  }

  @Test
  void fillsABoxThatTurnsWithThePicture() {
    Anchor.Aligned middle = Anchor.CENTER;
    Fill red = new Fill.Plain(RED);
    assertThat(ThumborOptions.parse("adaptive-fit-in/300x200/filters:fill(red)").edits())
        .containsExactly(new Geometry.PadTo(new Size(300, 200), middle, red, true));
    assertThat(ThumborOptions.parse("adaptive-fit-in/200x200/filters:fill(red)").edits())
        .containsExactly(new Geometry.PadTo(new Size(200, 200), middle, red, false));
    assertThat(ThumborOptions.parse("adaptive-fit-in/300x/filters:fill(red)").edits())
        .containsExactly(new Geometry.PadTo(new Size(300, 1), middle, red, false));
    assertThatThrownBy(() -> ThumborOptions.parse("adaptive-fit-in/300xorig/filters:fill(red)"))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("filter fill: expected sides in pixels with adaptive-fit-in");
    assertThatThrownBy(() -> ThumborOptions.parse("adaptive-fit-in/300x200/5x9/filters:fill(blur)"))
        .hasMessageContaining("filter fill: expected a colour");
  }

  @Test
  void padsAndPaintsBehind() {
    assertThat(edits("padding(red,1,2,3,4):background_color(f008)"))
        .containsExactly(
            new Geometry.Pad(1, 2, 3, 4, RED), new Drawing.Background(new Color(255, 0, 0, 0x88)));
  }

  @Test
  void drawsWatermarks() {
    String image = "folder/a(1,2)/filters:blur(2)/b.png";
    assertThat(
            edits("watermark(" + image + ",-10,20p,30,none,40):watermark('a,b',center,repeat,0)"))
        .containsExactly(
            new Drawing.Watermark(
                image,
                new Offset.Pixels(-10),
                new Offset.Percent(20),
                30,
                Optional.empty(),
                Optional.of(40)),
            new Drawing.Watermark(
                "a,b",
                new Offset.Center(),
                new Offset.Repeat(),
                0,
                Optional.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quality(0)          | filter quality: expected 1..100 but received 0
          quality()           | filter quality: expected quality(quality) but received 0 arguments
          rgb(1,2,300)        | filter rgb: blue: expected -100..100 but received 300
          blur(0)             | filter blur: radius: expected 1..1000000 but received 0
          proportion(101)     | filter proportion: expected a factor above 0 and at most 1, or a percentage up to 100 but received 101
          rotate(45)          | filter rotate: expected a multiple of 90 but received 45
          orient(360)         | filter orient: expected 0, 90, 180 or 270 but received 360
          format(bmp)         | filter format: expected one of jpeg, png, gif, webp, avif, heif, tiff, jpg, heic but received bmp
          fill(average)       | filter fill: color: expected a CSS colour name or 3, 4, 6 or 8 hexadecimal digits but received average
          fill(red,maybe)     | filter fill: transparent: expected true or false but received maybe
          focal(1x1:1x9)      | filter focal: area: expected LxT:RxB in pixels or fractions, with R > L and B > T, but received 1x1:1x9
          watermark(a,0,0)    | filter watermark: expected watermark(image,x,y,alpha[,w_ratio[,h_ratio]]) but received 3 arguments
          watermark(a,b,0,0)  | filter watermark: x: expected pixels, a percentage as in 10p, a fraction as in 0.1, center, repeat, left or right but received b
          watermark(,1,0,0)   | filter watermark: image: expected a value but received nothing
          """)
  void saysWhatIsWrongWithAnArgument(String call, String message) {
    assertThatThrownBy(() -> parse(call)).isInstanceOf(TintypeException.class).hasMessage(message);
  }

  @Test
  void suggestsTheFilterThatWasMeant() {
    assertThatThrownBy(() -> parse("greyscale()"))
        .isInstanceOf(TintypeException.class)
        .hasMessage("filter greyscale: not known (did you mean grayscale?)");
    assertThatThrownBy(() -> parse("hologram()"))
        .hasMessageStartingWith("filter hologram: not known; expected one of attachment, autojpg,");
  }

  @Test
  void refusesASecondFocalArea() {
    assertThatThrownBy(() -> parse("focal(0x0:1x1):focal(0x0:2x2)"))
        .hasMessage("filter focal: area: expected one focal area only but received 0x0:2x2");
  }

  private static double sigma(String call) {
    return ((Detail.Blur) edits(call).getFirst()).sigma();
  }

  private static List<Edit> edits(String filters) {
    return parse(filters).edits();
  }

  private static Recipe parse(String filters) {
    return ThumborOptions.parse("filters:" + filters);
  }
}
