package io.tintype.thumbnailator;

import java.util.Arrays;

/// Reduces a picture by averaging areas: every pixel of the result is the mean of exactly the part
/// of the source that it covers, fractions of pixels included, so that nothing is shifted.
///
/// Two components are summed at once, each in 32 bits of a `long`: after the columns of a row a
/// component has 8 bits of fraction, and weights have 16 bits and sum up to exactly 1.
final class Shrink {

  /// A part of the source, in its pixels, fractions allowed.
  record Area(double left, double top, double width, double height) {}

  private static final int ONE = 1 << 16;
  private static final long LANES = 0xFFFF_0000_FFFFL;
  private static final long HALF_OF_COLUMNS = 0x80_0000_0080L;
  private static final long HALF_OF_ROWS = 0x80_0000_0080_0000L;

  private final Rows rows;
  private final Area area;
  private final int width;
  private final int height;
  private final Coverage[] columns;
  private final int firstX;
  private final int lastX;

  private Shrink(Rows rows, Area area, int width, int height) {
    this.rows = rows;
    this.area = area;
    this.width = width;
    this.height = height;
    this.firstX = (int) area.left();
    this.lastX = (int) Math.min(rows.width(), Math.ceil(area.left() + area.width() - 1e-9));
    this.columns = new Coverage[width];
    double step = area.width() / width;
    for (int x = 0; x < width; x++) {
      double from = area.left() + x * step - firstX;
      columns[x] = Coverage.of(from, from + step, lastX - firstX);
    }
  }

  /// The area as `width * height` pixels, multiplied by alpha. The result may not be larger than
  /// the area.
  static int[] to(Rows rows, Area area, int width, int height) {
    return new Shrink(rows, area, width, height).run();
  }

  /// The pixels that a part of a line covers, and how much of the part each of them is.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Coverage(int first, int[] weights) {

    static Coverage of(double from, double to, int length) {
      int first = Math.min((int) from, length - 1);
      int count = Math.max(1, Math.min(length, (int) Math.ceil(to - 1e-9)) - first);
      double[] covered = new double[count];
      double all = 0;
      for (int i = 0; i < count; i++) {
        covered[i] = Math.max(1e-6, Math.min(to, first + i + 1) - Math.max(from, first + i));
        all += covered[i];
      }
      int[] weights = new int[count];
      double sum = 0;
      int given = 0;
      for (int i = 0; i < count; i++) {
        sum += covered[i];
        weights[i] = (int) Math.round(sum / all * ONE) - given;
        given += weights[i];
      }
      return new Coverage(first, weights);
    }
  }

  private int[] run() {
    int[] result = new int[width * height];
    int[] line = new int[lastX - firstX];
    long[] reduced = new long[width * 2];
    long[] sums = new long[width * 2];
    double step = area.height() / height;
    int reducedRow = -1;
    for (int y = 0; y < height; y++) {
      double from = area.top() + y * step;
      Coverage coverage = Coverage.of(from, from + step, rows.height());
      Arrays.fill(sums, HALF_OF_ROWS);
      for (int i = 0; i < coverage.weights.length; i++) {
        if (reducedRow != coverage.first + i) {
          reducedRow = coverage.first + i;
          rows.read(reducedRow, firstX, line.length, line);
          reduce(line, reduced);
        }
        add(reduced, coverage.weights[i], sums);
      }
      emit(sums, result, y * width);
    }
    return result;
  }

  private void reduce(int[] line, long[] reduced) {
    for (int x = 0; x < width; x++) {
      Coverage coverage = columns[x];
      int[] weights = coverage.weights;
      int at = coverage.first;
      long alphaAndGreen = HALF_OF_COLUMNS;
      long redAndBlue = HALF_OF_COLUMNS;
      for (int weight : weights) {
        long pixel = line[at++];
        alphaAndGreen += (((pixel << 8) & 0xFF_0000_0000L) | ((pixel >>> 8) & 0xFF)) * weight;
        redAndBlue += (((pixel << 16) & 0xFF_0000_0000L) | (pixel & 0xFF)) * weight;
      }
      reduced[x * 2] = (alphaAndGreen >>> 8) & LANES;
      reduced[x * 2 + 1] = (redAndBlue >>> 8) & LANES;
    }
  }

  private static void add(long[] reduced, int weight, long[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * reduced[i];
    }
  }

  private void emit(long[] sums, int[] result, int at) {
    for (int x = 0; x < width; x++) {
      long alphaAndGreen = sums[x * 2];
      long redAndBlue = sums[x * 2 + 1];
      result[at + x] =
          (int)
              ((alphaAndGreen >>> 56) << 24
                  | ((redAndBlue >>> 56) << 16)
                  | (((alphaAndGreen >>> 24) & 0xFF) << 8)
                  | ((redAndBlue >>> 24) & 0xFF));
    }
  }
}
