package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;

/// Carries edits out, in the caller's order, on 8-bit sRGB that is not multiplied by alpha.
final class Edits {

  // VipsExtend
  private static final int BACKGROUND = 5;

  // VipsBlendMode
  private static final int OVER = 2;

  private final Operands operands;

  Edits(Operands operands) {
    this.operands = operands;
  }

  Image apply(Edit edit, Image picture) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> picture.turned(turns);
      case Geometry.Pad pad ->
          padded(picture, pad.left(), pad.top(), pad.after(picture.size()), pad.color());
      case Geometry.PadTo padTo -> placed(picture, padTo);
      case Geometry.Proportion proportion -> scaled(picture, proportion.after(picture.size()));
      case Drawing.Background(var color) -> on(picture, color);
      case Detail.Blur(double sigma) -> Blurring.of(picture, sigma);
      case Drawing.Watermark watermark ->
          WatermarkOverlay.draw(
              watermark, operands.picture(watermark.image(), picture.scope()), picture);
      case Tone.Colorize _,
          Tone.Saturation _,
          Tone.Curve _,
          Tone.Linear _,
          Tone.Gamma _,
          Tone.Negate _,
          Tone.Normalise _,
          Tone.Equalize _,
          Tone.Threshold _,
          Tone.Recomb _,
          Tone.Modulate _,
          Tone.Tint _,
          Tone.ExtractChannel _,
          Tone.Bandbool _,
          Tone.RemoveAlpha _,
          Tone.EnsureAlpha _,
          Tone.Unflatten _,
          Tone.Noise _,
          Detail.Sharpen _,
          Detail.UnsharpMask _,
          Detail.Median _,
          Detail.Convolve _,
          Detail.Clahe _,
          Detail.Pixelate _,
          Geometry.Rotate _,
          Geometry.Cut _,
          Geometry.Extend _,
          Drawing.Frame _,
          Drawing.Combine _,
          Drawing.Text _,
          Drawing.RoundCorners _,
          Drawing.Ellipse _,
          Drawing.Redact _ ->
          throw new IllegalArgumentException("Not available with this engine: " + edit);
      case Tone.Greyscale _, Tone.Brightness _, Tone.Contrast _, Tone.Rgb _ ->
          lowered(picture, Lowering.of(edit).orElseThrow());
    };
  }

  static Image scaled(Image picture, Size size) {
    return picture.size().equals(size)
        ? picture
        : picture.premultiplied().resized(size).unpremultiplied();
  }

  /// Laid onto a plane of one colour.
  static Image on(Image picture, Color color) {
    if (!picture.alpha()) {
      return picture;
    }
    if (color.alpha() == 255) {
      double[] opaque = {color.red(), color.green(), color.blue()};
      return picture.run("flatten", call -> call.with("background", opaque)).cast(Image.UCHAR);
    }
    var picked = new Box(1, 1, picture.width(), picture.height());
    Image plane = picture.embedded(picked, BACKGROUND, components(color, 4));
    // One pixel of border gives a pixel of the colour, which is then as large as the picture.
    Image pixel = plane.crop(new Box(0, 0, 1, 1));
    Image ground =
        pixel.run(
            "replicate",
            call -> call.with("across", picture.width()).with("down", picture.height()));
    return over(ground, picture, 0, 0);
  }

  /// One picture over another, which keeps its size; both have alpha.
  static Image over(Image ground, Image top, int x, int y) {
    try (Call call = ground.scope().vips().call("composite2")) {
      return call.with("base", ground)
          .with("overlay", top)
          .with("mode", OVER)
          .with("x", x)
          .with("y", y)
          .image(ground.scope())
          .cast(Image.UCHAR);
    }
  }

  private static Image placed(Image picture, Geometry.PadTo padTo) {
    Size before = picture.size();
    Box inside = padTo.inside(before);
    return switch (padTo.fill()) {
      case Fill.Plain(var color) ->
          padded(picture, inside.left(), inside.top(), padTo.after(before), color);
      case Fill.Average _, Fill.Median _, Fill.Blurred _ ->
          throw new IllegalArgumentException("Not available with this engine: " + padTo.fill());
    };
  }

  private static Image padded(Image picture, int left, int top, Size after, Color color) {
    Image ready = color.alpha() < 255 ? picture.withAlpha() : picture;
    return ready.embedded(
        new Box(left, top, after.width(), after.height()),
        BACKGROUND,
        components(color, ready.bands()));
  }

  private static double[] components(Color color, int bands) {
    return bands == 4
        ? new double[] {color.red(), color.green(), color.blue(), color.alpha()}
        : new double[] {color.red(), color.green(), color.blue()};
  }

  private static Image lowered(Image picture, Lowering lowering) {
    Image colours = picture.alpha() ? picture.bandsFrom(0, 3) : picture;
    Image result =
        switch (lowering) {
          case Lowering.Table table -> {
            Image lut = Image.of(picture.scope(), levels(table), new Size(256, 1), 3);
            yield colours.run("maplut", call -> call.with("lut", lut));
          }
          case Lowering.Matrix(int[] weights) -> {
            double[] numbers = new double[9];
            for (int i = 0; i < 9; i++) {
              numbers[i] = weights[i] / 65536.0;
            }
            Image matrix = Image.matrix(picture.scope(), 3, 3, numbers);
            yield colours.run("recomb", call -> call.with("m", matrix)).rounded().cast(Image.UCHAR);
          }
        };
    return picture.alpha() ? result.with(picture.bandsFrom(3, 1)) : result;
  }

  private static byte[] levels(Lowering.Table table) {
    byte[] samples = new byte[3 * 256];
    for (int level = 0; level < 256; level++) {
      samples[3 * level] = (byte) table.red()[level];
      samples[3 * level + 1] = (byte) table.green()[level];
      samples[3 * level + 2] = (byte) table.blue()[level];
    }
    return samples;
  }
}
