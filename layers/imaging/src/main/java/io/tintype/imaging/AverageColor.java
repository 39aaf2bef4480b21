package io.tintype.imaging;

/// The mean of a picture's colours, in which a pixel counts as much as it is opaque. Levels are
/// averaged as they are, like libvips's `stats` and imagor's `avgcolor`.
public final class AverageColor {

  private AverageColor() {}

  /// An opaque colour; white with alpha 0 where nothing is seen.
  ///
  /// @param picture of any size; 100 pixels a side are plenty
  public static Color of(Raster picture) {
    long seen = 0;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int argb : picture.argb()) {
      int alpha = argb >>> 24;
      seen += alpha;
      red += (long) alpha * ((argb >> 16) & 255);
      green += (long) alpha * ((argb >> 8) & 255);
      blue += (long) alpha * (argb & 255);
    }
    if (seen == 0) {
      return new Color(255, 255, 255, 0);
    }
    long half = seen / 2;
    return Color.opaque(
        (int) ((red + half) / seen), (int) ((green + half) / seen), (int) ((blue + half) / seen));
  }
}
