package io.tintype.imaging;

import java.util.ArrayList;
import java.util.List;

/// The lowest frequencies of one channel's cosine transform (DCT-II), for [ThumbHash].
///
/// @param mean the constant term
/// @param scale the largest of the others, without its sign
/// @param waves the others relative to the scale: 0 for -scale, 0.5 for none, 1 for +scale; by
///     rows, of every row as many as lie below the diagonal. Frequencies that a picture of so few
///     pixels can't have are none, where the format's own implementations repeat lower ones
record Cosines(double mean, double scale, List<Double> waves) {

  /// What is smaller than this is the rounding of the sums, not the picture.
  private static final double NOISE = 1e-9;

  static Cosines of(double[] channel, int width, int height, int across, int down) {
    double[][] rows = new double[across][height];
    for (int fx = 0; fx < across; fx++) {
      double[] wave = wave(fx, width);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          rows[fx][y] += channel[y * width + x] * wave[x];
        }
      }
    }
    List<Double> terms = new ArrayList<>();
    double scale = 0;
    for (int fy = 0; fy < down; fy++) {
      double[] wave = wave(fy, height);
      for (int fx = 0; fx * down < across * (down - fy); fx++) {
        double sum = 0;
        for (int y = 0; y < height; y++) {
          sum += rows[fx][y] * wave[y];
        }
        boolean exists = fx < width && fy < height;
        terms.add(exists ? denoised(sum / (width * height)) : 0.0);
        scale = terms.size() == 1 ? 0 : Math.max(scale, Math.abs(terms.getLast()));
      }
    }
    double mean = terms.removeFirst();
    double largest = scale;
    return new Cosines(
        mean,
        largest,
        terms.stream().map(term -> largest == 0 ? 0.5 : 0.5 + 0.5 / largest * term).toList());
  }

  private static double denoised(double term) {
    return Math.abs(term) < NOISE ? 0 : term;
  }

  private static double[] wave(int frequency, int length) {
    double[] wave = new double[length];
    for (int i = 0; i < length; i++) {
      wave[i] = Math.cos(Math.PI / length * frequency * (i + 0.5));
    }
    return wave;
  }
}
