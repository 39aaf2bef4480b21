package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;
import net.coobird.thumbnailator.filters.Flip;

/// Carries edits out, in the caller's order.
final class Edits {

  private final Operands operands;

  Edits(Operands operands) {
    this.operands = operands;
  }

  Pixels apply(Edit edit, Pixels picture) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> turned(picture, turns);
      case Geometry.Pad pad -> Padding.of(pad).around(picture);
      case Geometry.PadTo padTo -> Padding.of(padTo, picture.size()).around(picture);
      case Geometry.Proportion proportion -> scaled(picture, proportion.after(picture.size()));
      case Drawing.Background(var color) -> picture.on(color);
      case Detail.Blur(double sigma) -> GaussianBlur.of(sigma).apply(picture);
      case Drawing.Watermark watermark ->
          WatermarkOverlay.draw(watermark, operands.picture(watermark.image()), picture);
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

  static Pixels flipped(Pixels picture, boolean horizontal, boolean vertical) {
    var image = picture.image();
    if (horizontal) {
      image = Flip.HORIZONTAL.apply(image);
    }
    if (vertical) {
      image = Flip.VERTICAL.apply(image);
    }
    return horizontal || vertical ? Pixels.of(image) : picture;
  }

  static Pixels scaled(Pixels picture, Size size) {
    Upright asIs = Upright.of(picture.size(), Orientation.TOP_LEFT, 0);
    var pyramid = new Pyramid(Stored.of(picture.image()));
    return Resampler.resample(pyramid, asIs, Box.of(picture.size()), size);
  }

  private static Pixels turned(Pixels picture, int turns) {
    Upright upright = Upright.turning(picture.size(), turns);
    Size size = turns % 2 == 0 ? picture.size() : picture.size().turned();
    return new Pixels(size, upright.turn(picture.argb(), picture.size()), picture.alpha());
  }

  private static Pixels lowered(Pixels picture, Lowering lowering) {
    int[] result = new int[picture.argb().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = lowering.apply(picture.argb()[i]);
    }
    return new Pixels(picture.size(), result, picture.alpha());
  }
}
