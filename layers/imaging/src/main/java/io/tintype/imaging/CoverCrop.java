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
  /// @param focus centre of the crop as far as the edges allow, in pixels of the source
  /// @return in pixels of the source
  static Box of(Size source, Size target, Findings.Point focus) {
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
    int left = start(focus.x(), width, source.width());
    int top = start(focus.y(), height, source.height());
    return new Box(left, top, width, height);
  }

  private static int start(double focus, int length, int available) {
    return (int) Math.rint(Math.clamp(focus - length / 2.0, 0.0, available - length));
  }

  private static BigDecimal ratio(Size size) {
    return new BigDecimal((double) size.width() / size.height())
        .setScale(2, RoundingMode.HALF_EVEN);
  }
}
