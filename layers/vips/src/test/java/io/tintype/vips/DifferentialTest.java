package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Blend;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Tone;
import io.tintype.testkit.Fixtures;
import io.tintype.testkit.Picture;
import io.tintype.testkit.PlanDraft;
import io.tintype.testkit.SampleEdits;
import io.tintype.testkit.Shared;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two engines against each other: the same dimensions always, and pixels that differ little.
@ExtendWith(Library.class)
class DifferentialTest {

  /// Thumbnailator averages areas where libvips has a Lanczos kernel, which is sharper: edges of a
  /// photo differ by some levels, planes do not.
  private static final double MEAN_WHEN_RESIZED = 4;

  /// Above sigma 8 one of them blurs with three averages and the other a smaller picture.
  private static final double MEAN_WHEN_BLURRED = 3;

  /// Marks are resized too, and small ones are nothing but edges.
  private static final double MEAN_WHEN_MARKED = 3;

  /// The two JPEG decoders differ by up to a level or two, which sharpening and local equalising
  /// make more of; libvips rounds lightness to 15 bits and mirrors a little differently at edges.
  private static final double MEAN_OF_DETAILS = 2.5;

  private static final double MEAN_OF_VEILED = 3;

  private static final ImageEngine OTHER = new ThumbnailatorEngine();

  private final VipsEngine vips = Library.engine();

  @ParameterizedTest
  @ValueSource(strings = {"images/photo.jpg", "images/photo.png", "images/p12.jpg"})
  void resizesPhotosAlike(String name) throws IOException {
    byte[] file = Files.readAllBytes(Shared.path(name));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(99);
    for (int i = 0; i < 12; i++) {
      Size size = Rendered.draft(vips, file).scaled();
      int left = random.nextInt(size.width() / 2);
      int top = random.nextInt(size.height() / 2);
      Box crop =
          i % 2 == 0
              ? Box.of(size)
              : new Box(left, top, size.width() / 2 + 1, size.height() / 2 + 1);
      double scale = 0.02 + random.nextDouble() * 0.5;
      int width = Math.max(1, (int) (crop.width() * scale));
      int height = Math.max(1, (int) (crop.height() * scale));
      compare(file, draft -> draft.crop(crop).scaled(width, height), MEAN_WHEN_RESIZED);
    }
  }

  @Test
  void enlargesAlike() {
    compare(Fixtures.gradientPng(new Size(97, 61)), draft -> draft.scaled(251, 183), 1);
    compare(Fixtures.transparentPng(), draft -> draft.scaled(200, 151), 3);
  }

  @Test
  void resizesWhatEditsHaveLeftAlike() throws IOException {
    byte[] file = Files.readAllBytes(Shared.path("images/photo.jpg"));
    var rotated = new Geometry.Rotate(30, Color.BLACK);
    for (int[] size : new int[][] {{300, 200}, {180, 240}, {900, 700}}) {
      var resize =
          new Geometry.Resize(
              new Sizing(
                  new Sizing.Length.Pixels(size[0]),
                  new Sizing.Length.Pixels(size[1]),
                  Sizing.Fit.COVER,
                  new Anchor.Aligned(1, 0.5),
                  /* adaptive= */ false,
                  /* enlarge= */ true));
      compare(file, draft -> draft.scaled(600, 400).edits(rotated, resize), MEAN_WHEN_RESIZED);
    }
  }

  @Test
  void editsPointsAlikeToALevel() {
    byte[] file = Fixtures.gradientPng(new Size(256, 192));
    for (Edit edit :
        List.of(
            new Tone.Brightness(17),
            new Tone.Contrast(-33),
            new Tone.Rgb(10, -20, 30),
            new Tone.Greyscale(),
            new Geometry.QuarterTurn(3),
            new Geometry.Pad(3, 2, 1, 0, new Color(1, 2, 3, 128)),
            new Geometry.PadTo(new Size(300, 301), Color.BLACK))) {
      assertThat(largest(file, draft -> draft.edits(edit))).as("%s", edit).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void editsTonesAlikeToALevel() {
    byte[] file = Fixtures.noisyPng(new Size(64, 48), /* alpha= */ false);
    byte[] veiled = Fixtures.noisyPng(new Size(64, 48), /* alpha= */ true);
    for (Edit edit : SampleEdits.tones()) {
      assertThat(largest(file, draft -> draft.edits(edit))).as("%s", edit).isLessThanOrEqualTo(1);
      // Thumbnailator multiplies by alpha and back first, which an edit may make more of, and has
      // no
      // colours where nothing is seen.
      boolean unveils =
          edit instanceof Tone.RemoveAlpha
              || edit instanceof Tone.ExtractChannel
              || edit.equals(new Tone.Negate(true));
      if (!unveils) {
        compare(veiled, draft -> draft.edits(edit), MEAN_OF_VEILED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"images/photo.jpg", "images/photo.png"})
  void editsDetailsAlike(String name) throws IOException {
    byte[] file = Files.readAllBytes(Shared.path(name));
    for (Edit edit : SampleEdits.details()) {
      double most = edit instanceof Detail.Blur ? MEAN_WHEN_BLURRED : MEAN_OF_DETAILS;
      Size size = Rendered.draft(vips, file).scaled();
      Box middle = new Box(size.width() / 4, size.height() / 4, 200, 150);
      compare(file, draft -> draft.crop(middle).edits(edit), most);
    }
  }

  @Test
  void mixesTranslucentColoursAlike() {
    byte[] file = Fixtures.plainPng(new Size(30, 20), new Color(200, 100, 50, 128));
    for (Color color : List.of(new Color(0, 0, 255, 100), Color.WHITE, Color.TRANSPARENT)) {
      assertThat(largest(file, draft -> draft.edits(new Drawing.Background(color))))
          .as("%s", color)
          .isLessThanOrEqualTo(2);
    }
  }

  @Test
  void blursAlike() {
    byte[] file = Fixtures.png(new Size(160, 120));
    for (double sigma : new double[] {0.6, 2, 7.5, 12, 40}) {
      compare(file, draft -> draft.edits(new Detail.Blur(sigma)), MEAN_WHEN_BLURRED);
    }
  }

  @Test
  void marksAlike() {
    byte[] file = Fixtures.png(new Size(160, 120));
    Offset[] offsets = {
      new Offset.Pixels(-12), new Offset.Percent(30), new Offset.Center(), new Offset.Repeat()
    };
    for (Offset x : offsets) {
      for (Offset y : offsets) {
        Edit mark = new Drawing.Watermark("mark", x, y, 30, Optional.of(20), Optional.of(30));
        compare(file, draft -> draft.edits(mark), MEAN_WHEN_MARKED);
      }
    }
  }

  /// Both are bilinear, but count in other steps within a pixel, which is seen at hard edges.
  @Test
  void turnsAlike() {
    byte[] file = Fixtures.png(new Size(160, 121));
    for (double degrees : new double[] {1, -17, 45, 100.5, 260}) {
      for (Color color : List.of(Color.WHITE, Color.TRANSPARENT, new Color(9, 99, 199, 120))) {
        Edit turn = new Geometry.Rotate(degrees, color);
        compare(file, draft -> draft.edits(turn), 2);
      }
    }
  }

  /// The same mask in both, and the same colours.
  @Test
  void drawsAlikeToTwoLevels() {
    byte[] photo = Fixtures.gradientPng(new Size(200, 150));
    byte[] hole = Fixtures.transparentPng(new Size(200, 150));
    for (byte[] file : List.of(photo, hole)) {
      for (Edit edit :
          List.of(
              text("Tintype Āß", Blend.OVER),
              text("Tintype", Blend.DIFFERENCE),
              text("Tintype", Blend.DEST_OUT),
              new Drawing.RoundCorners(40, 30, new Color(200, 100, 0, 90)),
              new Drawing.Ellipse(
                  Optional.of(60), Optional.empty(), Optional.of(90), Optional.empty()),
              new Geometry.Extend(10, 20, 30, 40, Geometry.Extend.With.MIRROR),
              new Geometry.Cut(new Crop.Fractions(0.1, 0.2, 0.7, 0.9)),
              new Geometry.PadTo(new Size(220, 190), Anchor.CENTER, new Fill.Average()),
              redact(new Drawing.Redact.Cover.Plain(new Color(10, 20, 30, 128))),
              redact(new Drawing.Redact.Cover.Pixelated(11)))) {
        assertThat(largest(file, draft -> draft.edits(edit))).as("%s", edit).isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void blursGroundsAndAreasAlike() {
    byte[] file = Fixtures.png(new Size(160, 120));
    Edit ground = new Geometry.PadTo(new Size(400, 200), Anchor.CENTER, new Fill.Blurred());
    compare(file, draft -> draft.edits(ground), MEAN_WHEN_BLURRED);
    Edit area = redact(new Drawing.Redact.Cover.Blurred(12));
    compare(file, draft -> draft.edits(area), MEAN_WHEN_BLURRED);
  }

  @Test
  void blendsAlike() {
    byte[] file = Fixtures.png(new Size(160, 120));
    for (Blend blend : Blend.values()) {
      Edit mark =
          new Drawing.Watermark(
              "mark",
              new Offset.FromCenter(9),
              new Offset.Far(-7),
              30,
              Optional.of(40),
              Optional.empty(),
              blend);
      compare(file, draft -> draft.edits(mark), MEAN_WHEN_MARKED);
    }
  }

  private static Edit redact(Drawing.Redact.Cover cover) {
    var areas =
        List.of(new Crop.Fractions(0.1, 0.1, 0.45, 0.6), new Crop.Fractions(0.6, 0.5, 0.95, 0.9));
    return new Drawing.Redact(new Drawing.Redact.Areas.Given(areas), cover, true);
  }

  private static Edit text(String words, Blend blend) {
    return new Drawing.Text(
        words,
        new Offset.Center(),
        new Offset.Pixels(-10),
        30,
        72,
        new Color(255, 200, 0, 200),
        20,
        blend,
        Optional.empty(),
        Drawing.Text.Align.LOW,
        false,
        Drawing.Text.Wrap.WORD,
        0);
  }

  private void compare(byte[] file, UnaryOperator<PlanDraft> change, double mostMean) {
    Picture one = picture(vips, file, change);
    Picture other = picture(OTHER, file, change);
    assertThat(one.size()).isEqualTo(other.size());
    double sum = 0;
    for (int i = 0; i < one.argb().length; i++) {
      sum += distance(one.argb()[i], other.argb()[i]);
    }
    double mean = sum / one.argb().length;
    assertThat(mean).as("%s", change.apply(Rendered.draft(vips, file))).isLessThan(mostMean);
  }

  private int largest(byte[] file, UnaryOperator<PlanDraft> change) {
    Picture one = picture(vips, file, change);
    Picture other = picture(OTHER, file, change);
    assertThat(one.size()).isEqualTo(other.size());
    int largest = 0;
    for (int i = 0; i < one.argb().length; i++) {
      largest = Math.max(largest, distance(one.argb()[i], other.argb()[i]));
    }
    return largest;
  }

  private static Picture picture(ImageEngine engine, byte[] file, UnaryOperator<PlanDraft> change) {
    PlanDraft draft = change.apply(Rendered.draft(engine, file).as(Format.PNG));
    Rendition rendition = Rendered.one(engine, file, draft);
    assertThat(rendition.size()).isEqualTo(draft.plan().result());
    return Picture.decode(rendition.bytes());
  }

  /// Of the component that differs most, alpha included; colours count as much as they are seen.
  private static int distance(int one, int other) {
    int most = Math.abs((one >>> 24) - (other >>> 24));
    for (int shift : new int[] {0, 8, 16}) {
      int a = ((one >> shift) & 255) * (one >>> 24) / 255;
      int b = ((other >> shift) & 255) * (other >>> 24) / 255;
      most = Math.max(most, Math.abs(a - b));
    }
    return most;
  }
}
