package io.tintype.imaging;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// Tone edits that change each channel by itself.
final class Tables {

  private static final int[] UNCHANGED = whole(level -> level);

  private Tables() {}

  static Lowering.Table added(int red, int green, int blue) {
    return colours(
        whole(level -> level + 255 * red / 100),
        whole(level -> level + 255 * green / 100),
        whole(level -> level + 255 * blue / 100));
  }

  static Lowering.Table contrast(int percent) {
    int factor = (percent + 100) * (percent + 100) / 100;
    return alike(whole(level -> factor * (level - 128) / 100 + 128));
  }

  static Lowering.Table colorize(Tone.Colorize edit) {
    return colours(
        blended(edit.red(), edit.color().red()),
        blended(edit.green(), edit.color().green()),
        blended(edit.blue(), edit.color().blue()));
  }

  private static int[] blended(int percent, int target) {
    return whole(level -> (level * (100 - percent) + target * percent) / 100);
  }

  static Lowering.Table curve(Tone.Curve edit) {
    int[] all = Spline.levels(edit.all());
    return colours(
        then(Spline.levels(edit.red()), all),
        then(Spline.levels(edit.green()), all),
        then(Spline.levels(edit.blue()), all));
  }

  static Lowering.Table linear(Tone.Linear edit) {
    int[][] channels = new int[3][];
    for (int i = 0; i < 3; i++) {
      double factor = one(edit.factors(), i);
      double offset = one(edit.offsets(), i);
      channels[i] = nearest(level -> factor * level + offset);
    }
    return colours(channels[0], channels[1], channels[2]);
  }

  static Lowering.Table gamma(double exponent) {
    return alike(nearest(level -> 255 * Math.pow(level / 255.0, exponent)));
  }

  static Lowering.Table negate(boolean alpha) {
    int[] turned = whole(level -> 255 - level);
    return new Lowering.Table(turned, turned, turned, alpha ? turned : UNCHANGED);
  }

  static Lowering.Table threshold(int least) {
    return alike(whole(level -> level >= least ? 255 : 0));
  }

  /// The share of pixels up to each level, between the darkest and the brightest there are.
  static Lowering.Table equalize(Histogram histogram) {
    return colours(evened(histogram.red()), evened(histogram.green()), evened(histogram.blue()));
  }

  private static int[] evened(int[] counts) {
    long[] upTo = new long[256];
    long sum = 0;
    long darkest = 0;
    for (int level = 0; level < 256; level++) {
      sum += counts[level];
      upTo[level] = sum;
      darkest = darkest == 0 ? sum : darkest;
    }
    long rest = sum - darkest;
    long least = darkest;
    return rest == 0
        ? UNCHANGED
        : whole(level -> (int) (Math.max(0, upTo[level] - least) * 255 / rest));
  }

  private static int[] then(int[] first, int[] second) {
    return whole(level -> second[first[level]]);
  }

  private static double one(List<Double> numbers, int channel) {
    return numbers.get(numbers.size() == 1 ? 0 : channel);
  }

  private static Lowering.Table alike(int[] levels) {
    return colours(levels, levels, levels);
  }

  private static Lowering.Table colours(int[] red, int[] green, int[] blue) {
    return new Lowering.Table(red, green, blue, UNCHANGED);
  }

  private static int[] nearest(IntToDoubleFunction change) {
    return whole(level -> (int) Math.clamp(Math.rint(change.applyAsDouble(level)), 0, 255));
  }

  private static int[] whole(IntUnaryOperator change) {
    int[] levels = new int[256];
    for (int level = 0; level < 256; level++) {
      levels[level] = Math.clamp(change.applyAsInt(level), 0, 255);
    }
    return levels;
  }
}
