package io.tintype.thumbnailator;

/// Reduces a picture by averaging areas: every pixel of the result is the mean of exactly the part
/// of the source that it covers, fractions of pixels included, so that nothing is shifted.
final class Shrink {

  /// A part of the source, in its pixels, fractions allowed.
  record Area(double left, double top, double width, double height) {}

  private final Rows rows;
  private final Area area;
  private final int width;
  private final int height;

  /// First source column of each result column, counted from `firstX`, and its weights.
  private final int[] start;

  private final float[][] weights;
  private final int firstX;
  private final int lastX;

  private Shrink(Rows rows, Area area, int width, int height) {
    this.rows = rows;
    this.area = area;
    this.width = width;
    this.height = height;
    this.firstX = (int) Math.floor(area.left());
    this.lastX = (int) Math.min(rows.width(), Math.ceil(area.left() + area.width() - 1e-9));
    this.start = new int[width];
    this.weights = new float[width][];
    double step = area.width() / width;
    for (int x = 0; x < width; x++) {
      double from = area.left() + x * step - firstX;
      double to = Math.min(from + step, lastX - firstX);
      start[x] = Math.min((int) from, lastX - firstX - 1);
      weights[x] = weights(from, to, start[x], lastX - firstX);
    }
  }

  /// The area as `width * height` pixels, multiplied by alpha. The result may not be larger than
  /// the area.
  static int[] to(Rows rows, Area area, int width, int height) {
    return new Shrink(rows, area, width, height).run();
  }

  private static float[] weights(double from, double to, int first, int limit) {
    int count = Math.max(1, Math.min(limit, (int) Math.ceil(to - 1e-9)) - first);
    float[] weights = new float[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double covered = Math.min(to, first + i + 1) - Math.max(from, first + i);
      weights[i] = (float) Math.max(covered, 1e-6);
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      weights[i] /= (float) sum;
    }
    return weights;
  }

  private int[] run() {
    int[] result = new int[width * height];
    int[] line = new int[lastX - firstX];
    float[] reduced = new float[width * 4];
    float[] sums = new float[width * 4];
    double step = area.height() / height;
    int reducedRow = -1;
    for (int y = 0; y < height; y++) {
      double from = area.top() + y * step;
      double to = Math.min(from + step, rows.height());
      int first = Math.min((int) from, rows.height() - 1);
      float[] vertical = weights(from, to, first, rows.height());
      java.util.Arrays.fill(sums, 0);
      for (int i = 0; i < vertical.length; i++) {
        if (reducedRow != first + i) {
          reducedRow = first + i;
          rows.read(reducedRow, firstX, line.length, line);
          reduce(line, reduced);
        }
        add(reduced, vertical[i], sums);
      }
      emit(sums, result, y * width);
    }
    return result;
  }

  private void reduce(int[] line, float[] reduced) {
    for (int x = 0; x < width; x++) {
      float alpha = 0;
      float red = 0;
      float green = 0;
      float blue = 0;
      float[] factors = weights[x];
      for (int i = 0, at = start[x]; i < factors.length; i++, at++) {
        int pixel = line[at];
        float factor = factors[i];
        alpha += factor * (pixel >>> 24);
        red += factor * ((pixel >> 16) & 255);
        green += factor * ((pixel >> 8) & 255);
        blue += factor * (pixel & 255);
      }
      reduced[x * 4] = alpha;
      reduced[x * 4 + 1] = red;
      reduced[x * 4 + 2] = green;
      reduced[x * 4 + 3] = blue;
    }
  }

  private static void add(float[] reduced, float weight, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * reduced[i];
    }
  }

  private void emit(float[] sums, int[] result, int at) {
    for (int x = 0; x < width; x++) {
      result[at + x] =
          ((int) (sums[x * 4] + 0.5f) << 24)
              | ((int) (sums[x * 4 + 1] + 0.5f) << 16)
              | ((int) (sums[x * 4 + 2] + 0.5f) << 8)
              | (int) (sums[x * 4 + 3] + 0.5f);
    }
  }
}
