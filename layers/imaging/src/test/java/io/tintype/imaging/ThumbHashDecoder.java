package io.tintype.imaging;

/// Reads a ThumbHash as the format says, without looking at how it was written.
final class ThumbHashDecoder {

  private final byte[] hash;
  private int position;
  private final double l;
  private final double p;
  private final double q;
  private final double scale;
  private final double alpha;
  private final int across;
  private final int down;
  private final int firstWave;
  private final double aspect;

  ThumbHashDecoder(byte[] hash) {
    this.hash = hash.clone();
    l = take(6) / 63.0;
    p = take(6) / 31.5 - 1;
    q = take(6) / 31.5 - 1;
    scale = take(5) / 31.0;
    boolean clear = take(1) == 1;
    int shorter = take(3);
    take(6);
    take(6);
    boolean landscape = take(1) == 1;
    int longer = clear ? 5 : 7;
    across = landscape ? longer : shorter;
    down = landscape ? shorter : longer;
    aspect = (double) across / down;
    alpha = clear ? take(4) / 15.0 : 1;
    if (clear) {
      take(4);
    }
    firstWave = position;
  }

  double red() {
    return blue() + p + q / 2;
  }

  double green() {
    return blue() + p - q / 2;
  }

  double blue() {
    return l - 2.0 / 3 * p;
  }

  double alpha() {
    return alpha;
  }

  double aspect() {
    return aspect;
  }

  /// At a place given in fractions of the picture.
  double luminance(double x, double y) {
    int columns = Math.max(3, across);
    int rows = Math.max(3, down);
    position = firstWave;
    double sum = l;
    for (int fy = 0; fy < rows; fy++) {
      for (int fx = fy == 0 ? 1 : 0; fx * rows < columns * (rows - fy); fx++) {
        double wave = (take(4) / 7.5 - 1) * scale;
        sum += 2 * wave * Math.cos(Math.PI * fx * x) * Math.cos(Math.PI * fy * y);
      }
    }
    return sum;
  }

  private int take(int bits) {
    int value = 0;
    for (int bit = 0; bit < bits; bit++, position++) {
      value |= ((hash[position / 8] >> (position % 8)) & 1) << bit;
    }
    return value;
  }
}
