package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.ColorCounts;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Kernel;
import io.tintype.imaging.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/// Edits that change where pixels are and how many there are.
final class GeometryEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  // VipsExtend
  private static final int COPY = 1;
  private static final int REPEAT = 2;
  private static final int MIRROR = 3;
  private static final int BACKGROUND = 5;

  // VipsBandFormat
  private static final int DOUBLE = 8;

  private GeometryEdits() {}

  static Image apply(Geometry edit, Image picture) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> picture.turned(turns);
      case Geometry.Rotate rotate -> Rotating.of(picture, rotate);
      case Geometry.Cut cut -> picture.crop(cut.box(picture.size()));
      case Geometry.Pad pad ->
          padded(picture, pad.left(), pad.top(), pad.after(picture.size()), pad.color());
      case Geometry.Extend extend -> {
        Size after = extend.after(picture.size());
        var place = new Box(extend.left(), extend.top(), after.width(), after.height());
        yield picture.embedded(place, extend(extend.with()), new double[0]);
      }
      case Geometry.PadTo padTo -> placed(picture, padTo);
      case Geometry.Proportion proportion ->
          Edits.scaled(picture, proportion.after(picture.size()));
      case Geometry.Resize resize ->
          Edits.scaled(kept(picture, resize), resize.after(picture.size()));
      case Geometry.Resample(Geometry.Resize resize, Kernel kernel) -> {
        Size after = resize.after(picture.size());
        yield kept(picture, resize).premultiplied().resized(after, kernel).unpremultiplied();
      }
      case Geometry.Flip(Flips flips) -> flipped(picture, flips);
      case Geometry.Affine affine -> Rotating.of(picture, affine);
    };
  }

  static Image flipped(Image picture, Flips flips) {
    Image across = flips.horizontal() ? picture.mirrored() : picture;
    return flips.vertical() ? across.upsideDown() : across;
  }

  private static Image kept(Image picture, Geometry.Resize resize) {
    return picture.crop(
        resize.kept(picture.size(), small -> DecodedImage.raster(Edits.scaled(picture, small))));
  }

  private static int extend(Geometry.Extend.With with) {
    return switch (with) {
      case COPY -> COPY;
      case REPEAT -> REPEAT;
      case MIRROR -> MIRROR;
    };
  }

  private static Image placed(Image picture, Geometry.PadTo padTo) {
    Size before = picture.size();
    return switch (padTo.fill()) {
      case Fill.Plain(var color) -> padded(picture, padTo, color);
      case Fill.Average() -> padded(picture, padTo, counts(picture).average());
      case Fill.Blurred blurred -> {
        Size after = padTo.after(before);
        Image part = Edits.scaled(picture.crop(blurred.part(before, after)), after);
        Image ground = Blurring.of(part, blurred.sigma(after));
        yield Masking.inserted(ground, picture, padTo.inside(before));
      }
    };
  }

  private static Image padded(Image picture, Geometry.PadTo padTo, Color color) {
    Box inside = padTo.inside(picture.size());
    return padded(picture, inside.left(), inside.top(), padTo.after(picture.size()), color);
  }

  private static Image padded(Image picture, int left, int top, Size after, Color color) {
    Image ready = color.alpha() < 255 ? picture.withAlpha() : picture;
    return ready.embedded(
        new Box(left, top, after.width(), after.height()),
        BACKGROUND,
        DrawingEdits.components(color, ready.bands()));
  }

  private static ColorCounts counts(Image picture) {
    Image pixels = picture.withAlpha().inMemory();
    return new ColorCounts(weights(pixels, 0), weights(pixels, 1), weights(pixels, 2));
  }

  /// The sum of alpha by level. The histogram ends with the highest level that occurs.
  private static double[] weights(Image pixels, int band) {
    Image index = pixels.bandsFrom(band, 1);
    Image sums =
        pixels
            .bandsFrom(3, 1)
            .run("hist_find_indexed", call -> call.with("index", index))
            .cast(DOUBLE);
    double[] weights = new double[256];
    ByteBuffer.wrap(sums.samples())
        .order(ByteOrder.nativeOrder())
        .asDoubleBuffer()
        .get(weights, 0, sums.width());
    return weights;
  }
}
