package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.pollexor.Thumbor;
import com.squareup.pollexor.ThumborUrlBuilder;
import com.squareup.pollexor.ThumborUrlBuilder.FitInStyle;
import com.squareup.pollexor.ThumborUrlBuilder.HorizontalAlign;
import com.squareup.pollexor.ThumborUrlBuilder.ImageFormat;
import com.squareup.pollexor.ThumborUrlBuilder.TrimPixelColor;
import com.squareup.pollexor.ThumborUrlBuilder.VerticalAlign;
import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.imaging.Trim;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.signing.SignatureCheck;
import io.tintype.requests.signing.SignatureCheck.Verdict;
import io.tintype.requests.signing.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// URLs of a real client, square/pollexor, are read as it meant them.
class PollexorTest {

  private static final String KEY = "a secret";
  private static final String IMAGE = "uploads/photo.jpg";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261121})
  void readsWhatEveryCombinationOfOptionsMeans(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      var meant = new Meant(random);
      ImageRequest request = parse(meant.url.toUrl());
      Recipe recipe = request.recipe();
      assertThat(request.subject())
          .as(meant.url.toUrl())
          .isEqualTo(new Subject.Original(Optional.empty(), IMAGE));
      assertThat(recipe.trim()).as(meant.url.toUrl()).isEqualTo(meant.trim);
      assertThat(recipe.crop()).as(meant.url.toUrl()).isEqualTo(meant.crop);
      assertThat(recipe.flips()).as(meant.url.toUrl()).isEqualTo(meant.flips);
      assertThat(recipe.sizing()).as(meant.url.toUrl()).isEqualTo(meant.sizing());
      assertThat(verdict(request)).as(meant.url.toUrl()).isEqualTo(Verdict.VALID);
    }
  }

  @Test
  void readsItsFilters() {
    ThumborUrlBuilder url =
        image()
            .resize(40, 30)
            .filter(
                ThumborUrlBuilder.brightness(30),
                ThumborUrlBuilder.contrast(-30),
                ThumborUrlBuilder.noise(30),
                ThumborUrlBuilder.rgb(-30, 40, -75),
                ThumborUrlBuilder.roundCorner(10, 15, 0xFF1010),
                ThumborUrlBuilder.sharpen(3.1f, 4.2f, true),
                ThumborUrlBuilder.fill(0xFF2020),
                ThumborUrlBuilder.frame("a.png"),
                ThumborUrlBuilder.grayscale(),
                ThumborUrlBuilder.equalize(),
                ThumborUrlBuilder.stripicc(),
                ThumborUrlBuilder.rotate(90),
                ThumborUrlBuilder.quality(30),
                ThumborUrlBuilder.format(ImageFormat.WEBP));
    Recipe recipe = parse(url.toUrl()).recipe();
    assertThat(recipe.edits())
        .containsExactly(
            new Tone.Brightness(30),
            new Tone.Contrast(-30),
            new Tone.Noise(30, 0),
            new Tone.Rgb(-30, 40, -75),
            new Drawing.RoundCorners(10, 15, Color.opaque(255, 16, 16)),
            new Detail.UnsharpMask(3.1, 4.2, true),
            new Geometry.PadTo(new Size(40, 30), Color.opaque(255, 0x20, 0x20)),
            new Drawing.Frame("a.png"),
            new Tone.Greyscale(),
            new Tone.Equalize(),
            new Geometry.QuarterTurn(3));
    assertThat(recipe.output().quality()).contains(30);
    assertThat(recipe.output().format()).contains(Format.WEBP);
  }

  @Test
  void aWatermarkMayBeAUrlOfItsOwn() {
    ThumborUrlBuilder mark = Thumbor.create("/").buildImage("logo.png").resize(20, 10);
    Recipe recipe =
        parse(image().filter(ThumborUrlBuilder.watermark(mark, 5, -6, 50)).toUrl()).recipe();
    String reference = recipe.inputs().iterator().next();
    Operand operand = Operand.parse(reference, new Size(100, 100), Dialect.TINTYPE);
    assertThat(operand.subject()).isEqualTo(new Subject.Original(Optional.empty(), "logo.png"));
    assertThat(operand.recipe()).isEqualTo(ThumborOptions.parse("20x10"));
  }

  /// It drops leading zeros. Three and four digits have a meaning already, so one, two and five
  /// have none either.
  @Test
  void readsTheDigitsOfAColourAsThumborDoes() {
    ThumborUrlBuilder url = image().resize(40, 30).fitIn();

    assertThat(parse(url.filter(ThumborUrlBuilder.fill(0x000fff)).toUrl()).recipe().edits())
        .containsExactly(new Geometry.PadTo(new Size(40, 30), Color.opaque(255, 255, 255)));
    for (int color : new int[] {0, 0x00000f, 0x0000ff, 0x0fffff}) {
      String shortened =
          image().resize(40, 30).fitIn().filter(ThumborUrlBuilder.fill(color)).toUrl();
      assertThatThrownBy(() -> parse(shortened))
          .isInstanceOf(TintypeException.class)
          .hasMessageContaining("fill")
          .hasMessageContaining("6 or 8 hexadecimal digits");
    }
  }

  @Test
  void asksForMetadataSignedAndUnsafe() {
    assertThat(parse(image().resize(40, 30).toMeta()).answer()).isEqualTo(new Answer.Meta());
    assertThat(parse(image().toMetaUnsafe()).answer()).isEqualTo(new Answer.Meta());
  }

  @Test
  void oneCharacterMoreIsNotSignedAnyMore() {
    String url = image().resize(40, 30).toUrl();
    assertThat(verdict(parse(url))).isEqualTo(Verdict.VALID);
    assertThat(verdict(parse(url.replace("40x30", "41x30")))).isEqualTo(Verdict.WRONG);
  }

  private static ThumborUrlBuilder image() {
    return Thumbor.create("https://images.example.com/", KEY).buildImage(IMAGE);
  }

  private static Verdict verdict(ImageRequest request) {
    return new SignatureCheck(List.of(new SigningKey(KEY)), PathHash.THUMBOR)
        .check(request.authorization());
  }

  private static ImageRequest parse(String url) {
    // Not java.net.URI: it refuses the | of round_corner, which browsers and CloudFront pass on.
    String path = url.replaceFirst("^https://[^/]+", "");
    return new RequestParser(Dialect.TINTYPE).parse(new ReceivedRequest(path, Map.of()));
  }

  /// Random options, as given to the builder and as they should be read.
  private static final class Meant {

    private final ThumborUrlBuilder url = image();
    private Optional<Trim> trim = Optional.empty();
    private Optional<Crop> crop = Optional.empty();
    private Flips flips = Flips.NONE;
    private Length width = new Length.Auto();
    private Length height = new Length.Auto();
    private Optional<FitInStyle> fitIn = Optional.empty();
    private Anchor anchor = Anchor.CENTER;
    private boolean enlarge = true;

    Meant(Random random) {
      if (random.nextBoolean()) {
        int tolerance = random.nextInt(443);
        boolean right = random.nextBoolean();
        url.trim(right ? TrimPixelColor.BOTTOM_RIGHT : TrimPixelColor.TOP_LEFT, tolerance);
        trim =
            Optional.of(
                new Trim(right ? Trim.Corner.BOTTOM_RIGHT : Trim.Corner.TOP_LEFT, tolerance));
      }
      if (random.nextBoolean()) {
        int left = random.nextInt(100);
        int top = random.nextInt(100);
        int right = left + 1 + random.nextInt(100);
        int bottom = top + 1 + random.nextInt(100);
        url.crop(top, left, bottom, right);
        crop = Optional.of(new Crop.Pixels(left, top, right, bottom));
      }
      if (random.nextInt(4) > 0) {
        size(random);
      }
      if (random.nextBoolean()) {
        url.filter(ThumborUrlBuilder.noUpscale());
        enlarge = false;
      }
    }

    private void size(Random random) {
      int across = random.nextInt(500);
      int down = across == 0 ? 1 + random.nextInt(500) : random.nextInt(500);
      boolean original = random.nextInt(5) == 0;
      url.resize(original ? ThumborUrlBuilder.ORIGINAL_SIZE : across, down);
      width = original ? new Length.Original() : length(across);
      height = length(down);
      flips = new Flips(random.nextBoolean(), random.nextBoolean());
      if (flips.horizontal()) {
        url.flipHorizontally();
      }
      if (flips.vertical()) {
        url.flipVertically();
      }
      switch (random.nextInt(3)) {
        case 0 -> {
          List<FitInStyle> styles = List.of(FitInStyle.values());
          fitIn = Optional.of(styles.get(random.nextInt(styles.size())));
          url.fitIn(fitIn.get());
          enlarge = fitIn.get() == FitInStyle.FULL;
        }
        case 1 -> {
          url.smart();
          anchor = new Anchor.Smart();
        }
        default -> {
          url.align(VerticalAlign.TOP, HorizontalAlign.RIGHT);
          anchor = new Anchor.Aligned(1, 0);
        }
      }
    }

    private static Length length(int side) {
      return side == 0 ? new Length.Auto() : new Length.Pixels(side);
    }

    Sizing sizing() {
      Sizing.Fit fit =
          fitIn
              .map(style -> style == FitInStyle.FULL ? Sizing.Fit.OUTSIDE : Sizing.Fit.INSIDE)
              .orElse(Sizing.Fit.COVER);
      boolean adaptive = fitIn.filter(style -> style == FitInStyle.ADAPTIVE).isPresent();
      return new Sizing(width, height, fit, anchor, adaptive, enlarge);
    }
  }
}
