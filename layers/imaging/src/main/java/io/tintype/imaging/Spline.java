package io.tintype.imaging;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The natural cubic spline through the knots of a tone curve (its second derivative is 0 at both
/// ends), level below the first knot and above the last, as thumbor draws it.
final class Spline {

  private Spline() {}

  /// New level by old level 0..255. Knots may come in any order; of two for one level the last
  /// counts.
  static int[] levels(List<Tone.Curve.Knot> knots) {
    int[] levels = new int[256];
    if (knots.isEmpty()) {
      Arrays.setAll(levels, level -> level);
      return levels;
    }
    TreeMap<Integer, Integer> sorted = new TreeMap<>();
    knots.forEach(knot -> sorted.put(knot.before(), knot.after()));
    int[] x = sorted.keySet().stream().mapToInt(level -> level).toArray();
    int[] y = sorted.values().stream().mapToInt(level -> level).toArray();
    double[] bend = secondDerivatives(x, y);
    for (int level = 0; level < 256; level++) {
      Map.Entry<Integer, Integer> below = sorted.floorEntry(level);
      if (below == null || level >= x[x.length - 1]) {
        levels[level] = below == null ? y[0] : y[y.length - 1];
      } else {
        int i = Arrays.binarySearch(x, below.getKey());
        levels[level] = Math.clamp(Math.round(between(x, y, bend, i, level)), 0, 255);
      }
    }
    return levels;
  }

  private static double between(int[] x, int[] y, double[] bend, int i, int level) {
    double width = x[i + 1] - x[i];
    double right = (level - x[i]) / width;
    double left = 1 - right;
    double bent =
        (left * left * left - left) * bend[i] + (right * right * right - right) * bend[i + 1];
    return left * y[i] + right * y[i + 1] + width * width / 6 * bent;
  }

  /// Solves the tridiagonal equations of the spline from top to bottom and back.
  private static double[] secondDerivatives(int[] x, int[] y) {
    int count = x.length;
    double[] bend = new double[count];
    double[] upper = new double[count];
    for (int i = 1; i < count - 1; i++) {
      double before = x[i] - x[i - 1];
      double after = x[i + 1] - x[i];
      double slopes = (y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before;
      double pivot = (before + after) / 3 - before / 6 * upper[i - 1];
      upper[i] = after / 6 / pivot;
      bend[i] = (slopes - before / 6 * bend[i - 1]) / pivot;
    }
    for (int i = count - 2; i > 0; i--) {
      bend[i] -= upper[i] * bend[i + 1];
    }
    return bend;
  }
}
