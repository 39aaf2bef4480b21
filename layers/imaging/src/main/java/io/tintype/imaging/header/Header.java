package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;

/// What a header claims, in 64 bits and not yet held to any limit.
///
/// @param frames frames or pages; where they had to be counted, counting stops at one more than
///     is allowed
/// @param largest pixels of the largest frame or page, which may exceed width times height
/// @param needs bytes that such a file has at least, 0 where that is not known
/// @param grey see [io.tintype.imaging.SourceInfo#grey()]
record Header(
    Format format,
    long width,
    long height,
    Orientation orientation,
    long frames,
    boolean alpha,
    boolean animated,
    long largest,
    long needs,
    boolean grey) {

  /// One upright picture.
  static Header still(Format format, long width, long height, boolean alpha) {
    return new Header(
        format,
        width,
        height,
        Orientation.TOP_LEFT,
        /* frames= */ 1,
        alpha,
        /* animated= */ false,
        product(width, height),
        /* needs= */ 0,
        /* grey= */ false);
  }

  Header oriented(Orientation other) {
    return new Header(format, width, height, other, frames, alpha, animated, largest, needs, grey);
  }

  /// So many frames, shown one after another where there are several.
  Header animated(long count, long pixels) {
    return new Header(
        format, width, height, orientation, count, alpha, count > 1, pixels, needs, grey);
  }

  /// So many pages, of which one is looked at.
  Header pages(long count, long pixels) {
    return new Header(format, width, height, orientation, count, alpha, false, pixels, needs, grey);
  }

  Header needing(long bytes) {
    return new Header(
        format, width, height, orientation, frames, alpha, animated, largest, bytes, grey);
  }

  Header grey(boolean stored) {
    return new Header(
        format, width, height, orientation, frames, alpha, animated, largest, needs, stored);
  }

  /// The product of two numbers that are not negative; the largest long where it doesn't fit.
  static long product(long a, long b) {
    boolean fits = Math.unsignedMultiplyHigh(a, b) == 0 && a * b >= 0;
    return fits ? a * b : Long.MAX_VALUE;
  }

  /// Likewise their sum.
  static long sum(long a, long b) {
    return a + b >= 0 ? a + b : Long.MAX_VALUE;
  }
}
