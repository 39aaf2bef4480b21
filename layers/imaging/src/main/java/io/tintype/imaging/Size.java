package io.tintype.imaging;

/// Width and height in pixels, both at least 1.
public record Size(int width, int height) {

  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "Expected a width and a height of at least 1 pixel but received " + width + "x" + height);
    }
  }

  /// Number of pixels, in 64 bits because two 32-bit sides overflow 32.
  public long pixels() {
    return (long) width * height;
  }

  /// The same size with width and height exchanged.
  public Size turned() {
    return new Size(/* width= */ height, /* height= */ width);
  }

  /// Made smaller, in proportion, where a side is longer.
  public Size fitted(int longest) {
    double scale = Math.min(1, (double) longest / Math.max(width, height));
    return new Size(
        (int) Math.max(1, Math.round(width * scale)),
        (int) Math.max(1, Math.round(height * scale)));
  }

  /// With a border around it, each side in pixels.
  Size grown(int left, int top, int right, int bottom) {
    return new Size(
        Math.addExact(width, Math.addExact(left, right)),
        Math.addExact(height, Math.addExact(top, bottom)));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
