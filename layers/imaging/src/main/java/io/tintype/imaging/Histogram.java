package io.tintype.imaging;

/// How many pixels of a picture have each level. Pixels of little alpha don't count: nobody sees
/// their colours, which are coarse after resizing.
///
/// @param red by level 0..255, as `green` and `blue`
/// @param lightness by whole L of CIE Lab, 0..100, rounded down
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
public record Histogram(int[] red, int[] green, int[] blue, int[] lightness) {

  /// Below it a colour may be four levels off and more.
  private static final int LEAST_ALPHA = 32;

  public Histogram() {
    this(new int[256], new int[256], new int[256], new int[101]);
  }

  public static Histogram of(int[] argb) {
    var histogram = new Histogram();
    histogram.add(argb, argb.length);
    return histogram;
  }

  /// Counts the first pixels of an array.
  public void add(int[] argb, int count) {
    for (int i = 0; i < count; i++) {
      int pixel = argb[i];
      if (pixel >>> 24 >= LEAST_ALPHA) {
        red[(pixel >> 16) & 255]++;
        green[(pixel >> 8) & 255]++;
        blue[pixel & 255]++;
        lightness[Math.clamp((int) Lab.lightness(pixel), 0, 100)]++;
      }
    }
  }

  /// The L up to which so many percent of the pixels lie: 0 gives the darkest there is, 100 the
  /// brightest. Between them it is found as by libvips's `percent`: in a cumulative histogram of
  /// whole numbers no larger than its brightest level, the first one that reaches the percentage
  /// of the number of levels; just above the brightest where none does.
  int percentile(double percent) {
    long all = 0;
    int darkest = 0;
    int brightest = 0;
    for (int level = lightness.length - 1; level >= 0; level--) {
      all += lightness[level];
      if (lightness[level] > 0) {
        darkest = level;
        brightest = Math.max(brightest, level);
      }
    }
    if (percent == 0 || all == 0) {
      return darkest;
    }
    if (percent == 100) {
      return brightest;
    }
    int levels = brightest + 1;
    long sum = 0;
    for (int level = 0; level < levels; level++) {
      sum += lightness[level];
      long reached = sum * brightest / all;
      if (reached >= percent / 100 * levels) {
        return level;
      }
    }
    return levels;
  }
}
