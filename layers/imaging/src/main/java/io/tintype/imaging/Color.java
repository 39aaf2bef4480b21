package io.tintype.imaging;

/// An sRGB colour with alpha; every component 0..255, alpha 255 is opaque.
public record Color(int red, int green, int blue, int alpha) {

  public static final Color WHITE = new Color(255, 255, 255, 255);
  public static final Color BLACK = new Color(0, 0, 0, 255);
  public static final Color TRANSPARENT = new Color(0, 0, 0, 0);

  public Color {
    if (((red | green | blue | alpha) & ~255) != 0) {
      throw new IllegalArgumentException(
          "Expected colour components 0..255 but received "
              + red
              + ","
              + green
              + ","
              + blue
              + ","
              + alpha);
    }
  }

  public static Color opaque(int red, int green, int blue) {
    return new Color(red, green, blue, 255);
  }

  /// `#rrggbb`, without alpha.
  public String hex() {
    return String.format("#%02x%02x%02x", red, green, blue);
  }
}
