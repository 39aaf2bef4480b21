package io.tintype.imaging;

/// Removes a border of one colour.
///
/// @param reference what that colour is
/// @param tolerance Euclidean distance in RGB, 0..442, up to which a pixel still counts as border
///     (thumbor's measure)
/// @param margin pixels of the border that stay around what is left, 0..1000000
public record Trim(Reference reference, int tolerance, int margin) {

  /// Where the border's colour is taken from.
  public sealed interface Reference {}

  /// A colour that the caller names.
  public record Given(Color color) implements Reference {}

  /// The pixel in a corner of the picture.
  public enum Corner implements Reference {
    TOP_LEFT,
    BOTTOM_RIGHT
  }

  public Trim {
    if (tolerance < 0 || tolerance > 442) {
      throw new IllegalArgumentException(
          "Expected a trim tolerance 0..442 but received " + tolerance);
    }
    Expect.between(0, 1_000_000, margin, "a trim margin");
  }

  public Trim(Reference reference, int tolerance) {
    this(reference, tolerance, /* margin= */ 0);
  }
}
