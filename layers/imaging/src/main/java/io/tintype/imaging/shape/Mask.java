package io.tintype.imaging.shape;

import io.tintype.imaging.Size;

/// How much of each pixel an outline covers: 0 nothing to 255 all, row after row.
///
/// @param coverage not to be changed
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
public record Mask(Size size, byte[] coverage) {

  public Mask {
    if (coverage.length != size.pixels()) {
      throw new IllegalArgumentException(
          "Expected " + size.pixels() + " samples but received " + coverage.length);
    }
  }

  /// 0..255.
  public int at(int x, int y) {
    return coverage[y * size.width() + x] & 255;
  }

  /// The ellipse that touches all sides.
  public static Mask ellipse(Size size) {
    return ellipse(
        size, size.width() / 2.0, size.height() / 2.0, size.width() / 2.0, size.height() / 2.0);
  }

  /// @param x of the middle, in pixels from the left edge; may lie outside
  public static Mask ellipse(Size size, double x, double y, double radiusX, double radiusY) {
    var outline = new Outline();
    outline.moveTo(x + radiusX, y);
    outline.arc(x, y, radiusX, radiusY, 0, 4);
    return outline.mask(size);
  }

  /// All but the corners, which are arcs of ellipses.
  ///
  /// @param radiusX at most half of the width is used
  public static Mask rounded(Size size, double radiusX, double radiusY) {
    double across = Math.min(radiusX, size.width() / 2.0);
    double down = Math.min(radiusY, size.height() / 2.0);
    double right = size.width() - across;
    double bottom = size.height() - down;
    var outline = new Outline();
    outline.moveTo(size.width(), bottom);
    outline.arc(right, bottom, across, down, 0, 1);
    outline.arc(across, bottom, across, down, 1, 2);
    outline.arc(across, down, across, down, 2, 3);
    outline.arc(right, down, across, down, 3, 4);
    return outline.mask(size);
  }
}
