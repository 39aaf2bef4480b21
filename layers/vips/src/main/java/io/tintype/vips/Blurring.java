package io.tintype.vips;

import io.tintype.imaging.Size;

/// Gaussian blur of colours multiplied by alpha. A wide one is done on a smaller picture, where it
/// is narrow: what is lost by shrinking is far below what the blur takes away. Beyond an edge the
/// picture goes on with its last pixel.
final class Blurring {

  private static final double WIDEST = 8;

  /// Of the bell's height; it is cut off where it is lower (three sigma away).
  private static final double LEAST_AMPLITUDE = 0.01;

  // VipsExtend
  private static final int COPY = 1;

  // VipsPrecision
  private static final int FLOAT = 1;

  private Blurring() {}

  static Image of(Image picture, double sigma) {
    Image multiplied = picture.premultiplied();
    return (sigma > WIDEST ? wide(multiplied, sigma) : bell(multiplied, sigma)).unpremultiplied();
  }

  private static Image wide(Image multiplied, double sigma) {
    int factor = (int) (sigma / (WIDEST / 2));
    int reach = factor * (int) Math.ceil(3 * sigma / factor);
    Image wider = multiplied.bordered(reach, COPY);
    Size size = wider.size();
    Size small = new Size(size.width() / factor, size.height() / factor);
    return bell(wider.resized(small), sigma / factor).resized(size).without(reach);
  }

  private static Image bell(Image image, double sigma) {
    return image
        .run(
            "gaussblur",
            call ->
                call.with("sigma", sigma)
                    .with("min_ampl", LEAST_AMPLITUDE)
                    .with("precision", FLOAT))
        .rounded()
        .cast(Image.UCHAR);
  }
}
