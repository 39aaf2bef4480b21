package io.tintype.imaging;

/// Removes a border of one colour.
///
/// @param reference the corner whose pixel is that colour
/// @param tolerance Euclidean distance in RGB, 0..442, up to which a pixel still counts as border
///     (thumbor's measure)
public record Trim(Corner reference, int tolerance) {

  /// A corner of the picture.
  public enum Corner {
    TOP_LEFT,
    BOTTOM_RIGHT
  }

  public Trim {
    if (tolerance < 0 || tolerance > 442) {
      throw new IllegalArgumentException(
          "Expected a trim tolerance 0..442 but received " + tolerance);
    }
  }
}
