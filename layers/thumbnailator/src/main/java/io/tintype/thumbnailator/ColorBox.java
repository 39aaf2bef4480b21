package io.tintype.thumbnailator;

import java.util.Arrays;
import java.util.List;

/// A set of similar 18-bit colours, how often each occurs, and the mean of what they stand for.
@SuppressWarnings("ArrayRecordComponent") // never compared
record ColorBox(int[] keys, Histogram histogram, long badness, int widestShift) {

  /// How many pixels have each 18-bit colour, and the sums of their components.
  static final class Histogram {
    private final int[] counts = new int[1 << 18];
    private final long[][] sums = new long[3][1 << 18];

    void add(int key, int rgb) {
      counts[key]++;
      sums[0][key] += (rgb >> 16) & 255;
      sums[1][key] += (rgb >> 8) & 255;
      sums[2][key] += rgb & 255;
    }

    ColorBox all() {
      int[] keys = new int[counts.length];
      int size = 0;
      for (int key = 0; key < counts.length; key++) {
        if (counts[key] > 0) {
          keys[size++] = key;
        }
      }
      return ColorBox.of(Arrays.copyOf(keys, size), this);
    }
  }

  /// The squared error along the axis that varies most, weighted by pixels.
  static ColorBox of(int[] keys, Histogram histogram) {
    long badness = 0;
    int widest = 0;
    for (int shift = 0; shift <= 12; shift += 6) {
      double count = 0;
      double sum = 0;
      double squares = 0;
      for (int key : keys) {
        double value = (key >> shift) & 63;
        count += histogram.counts[key];
        sum += value * histogram.counts[key];
        squares += value * value * histogram.counts[key];
      }
      long spread = keys.length < 2 ? 0 : (long) (squares - sum * sum / Math.max(1, count));
      if (spread > badness) {
        badness = spread;
        widest = shift;
      }
    }
    return new ColorBox(keys, histogram, badness, widest);
  }

  /// Two boxes, parted at the mean of the widest axis.
  List<ColorBox> split() {
    double count = 0;
    double sum = 0;
    for (int key : keys) {
      count += histogram.counts[key];
      sum += (double) ((key >> widestShift) & 63) * histogram.counts[key];
    }
    double middle = sum / count;
    int[] low = Arrays.stream(keys).filter(key -> ((key >> widestShift) & 63) <= middle).toArray();
    int[] high = Arrays.stream(keys).filter(key -> ((key >> widestShift) & 63) > middle).toArray();
    return List.of(of(low, histogram), of(high, histogram));
  }

  int mean() {
    long count = 0;
    long[] sums = new long[3];
    for (int key : keys) {
      count += histogram.counts[key];
      for (int i = 0; i < 3; i++) {
        sums[i] += histogram.sums[i][key];
      }
    }
    long most = Math.max(1, count);
    return (int) ((sums[0] / most) << 16 | (sums[1] / most) << 8 | sums[2] / most);
  }
}
