package io.tintype.bench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How one side's times relate to the other's, pair by pair, so that a machine that is slow for a
/// while is slow for both.
///
/// @param least and most of the pairs
record Ratios(double median, double least, double most) {

  /// @param ours as many as theirs, taken in turn
  static Ratios of(double[] ours, double[] theirs) {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = ours[i] / theirs[i];
    }
    return over(ratios);
  }

  /// The ratios of several photos as one: of their medians.
  static Ratios of(List<Ratios> photos) {
    return over(photos.stream().mapToDouble(Ratios::median).toArray());
  }

  private static Ratios over(double[] ratios) {
    return new Ratios(
        median(ratios),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow());
  }

  /// Between the two middle ones of an even count.
  static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, least, most);
  }
}
