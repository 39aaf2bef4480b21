package io.tintype.imaging;

/// Chooses which part of a region is kept where a part of a given size is cut out.
@FunctionalInterface
interface Keeping {

  /// @param part at most as large as the region, on both sides
  /// @return as large as the part, in pixels of the region
  Box of(Size region, Size part);

  /// Around a point, as far as the edges allow.
  ///
  /// @param focus in pixels of the region
  static Keeping around(Findings.Point focus) {
    return (region, part) ->
        new Box(
            (int) Math.rint(start(focus.x(), part.width(), region.width())),
            (int) Math.rint(start(focus.y(), part.height(), region.height())),
            part.width(),
            part.height());
  }

  private static double start(double middle, int length, int available) {
    return Math.clamp(middle - length / 2.0, 0.0, available - length);
  }
}
