package io.tintype.imaging;

/// How often each level occurs in each channel of a picture, every pixel weighted by its alpha.
///
/// @param red 256 weights, by level
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
public record ColorCounts(double[] red, double[] green, double[] blue) {

  private static final int LEVELS = 256;

  public ColorCounts {
    if (red.length != LEVELS || green.length != LEVELS || blue.length != LEVELS) {
      throw new IllegalArgumentException(
          "Expected 256 levels a channel but received "
              + red.length
              + ", "
              + green.length
              + ", "
              + blue.length);
    }
  }

  /// Of pixels `0xAARRGGBB` that are not multiplied by alpha.
  public static ColorCounts of(int[] argb) {
    double[] red = new double[LEVELS];
    double[] green = new double[LEVELS];
    double[] blue = new double[LEVELS];
    for (int pixel : argb) {
      int alpha = pixel >>> 24;
      red[(pixel >> 16) & 255] += alpha;
      green[(pixel >> 8) & 255] += alpha;
      blue[pixel & 255] += alpha;
    }
    return new ColorCounts(red, green, blue);
  }

  /// What [Fill.Average] means; black where nothing is visible.
  public Color average() {
    return Color.opaque(mean(red), mean(green), mean(blue));
  }

  private static int mean(double[] weights) {
    double sum = 0;
    double total = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += level * weights[level];
      total += weights[level];
    }
    return total == 0 ? 0 : (int) Math.round(sum / total);
  }
}
