package io.tintype.vips;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import java.util.Set;

/// Edits that look at a pixel's neighbours.
final class DetailEdits {

  static final Set<Class<? extends Edit>> LACKS =
      Set.of(
          Detail.Sharpen.class,
          Detail.UnsharpMask.class,
          Detail.Median.class,
          Detail.Convolve.class,
          Detail.Clahe.class,
          Detail.Pixelate.class);

  private DetailEdits() {}

  static Image apply(Detail edit, Image picture) {
    return switch (edit) {
      case Detail.Blur(double sigma) -> Blurring.of(picture, sigma);
      case Detail.Sharpen _,
          Detail.UnsharpMask _,
          Detail.Median _,
          Detail.Convolve _,
          Detail.Clahe _,
          Detail.Pixelate _ ->
          throw new IllegalArgumentException("Not available with this engine: " + edit);
    };
  }
}
