package io.tintype.imaging;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a picture keeps when it has to take the shape of another size: thumbor's
/// `Transformer.auto_crop`, with Python's rounding (half to even).
final class CoverCrop {

  private CoverCrop() {}

  /// Shapes whose ratios are the same at two decimals are stretched instead of cropped, as in
  /// thumbor.
  ///
  /// @return in pixels of the source
  static Box of(Size source, Size target, Keeping keeping) {
    if (ratio(source).compareTo(ratio(target)) == 0) {
      return Box.of(source);
    }
    // compares the shapes without dividing: the source is wider than the target where wide > tall
    long wide = (long) source.width() * target.height();
    long tall = (long) source.height() * target.width();
    int width = source.width();
    int height = source.height();
    if (tall > wide) {
      height = (int) Math.max(1, Math.rint((double) wide / target.width()));
    } else {
      width = (int) Math.ceilDiv(tall, target.height());
    }
    return keeping.of(source, new Size(width, height));
  }

  private static BigDecimal ratio(Size size) {
    return new BigDecimal((double) size.width() / size.height())
        .setScale(2, RoundingMode.HALF_EVEN);
  }
}
