package io.tintype.imaging;

/// A rectangle of whole pixels: `left` and `top` count from the upper left corner and may not be
/// negative.
public record Box(int left, int top, int width, int height) {

  public Box {
    if (left < 0 || top < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "Expected a box with left, top >= 0 and width, height >= 1 but received "
              + left
              + ","
              + top
              + " "
              + width
              + "x"
              + height);
    }
  }

  /// The whole of a picture.
  public static Box of(Size size) {
    return new Box(0, 0, size.width(), size.height());
  }

  public Size size() {
    return new Size(width, height);
  }

  /// First column to the right of the box.
  public int right() {
    return left + width;
  }

  /// First row below the box.
  public int bottom() {
    return top + height;
  }

  /// A box given relative to this one, in the coordinates that this one is given in.
  public Box within(Box inner) {
    return new Box(left + inner.left, top + inner.top, inner.width, inner.height);
  }
}
