package io.tintype.thumbnailator;

import java.util.Map;
import java.util.TreeMap;

/// A frame at full size and, once they are needed, at a half, a quarter and so on. Small results
/// are made from a small level, so that many plans don't each go through all pixels.
final class Pyramid {

  private final Stored stored;
  private final TreeMap<Integer, Rows> levels = new TreeMap<>();

  Pyramid(Stored stored) {
    this.stored = stored;
    levels.put(0, Rows.of(stored.image()));
  }

  Stored stored() {
    return stored;
  }

  /// The picture with its sides divided by 2^level, rounded up; the last pixels stand for the
  /// rest.
  Rows level(int level) {
    Map.Entry<Integer, Rows> finer = levels.floorEntry(level);
    if (finer.getKey() == level) {
      return finer.getValue();
    }
    Rows halved = boxes(finer.getValue(), 1 << (level - finer.getKey()));
    levels.put(level, halved);
    return halved;
  }

  /// Averages boxes of side * side pixels.
  private static Rows boxes(Rows rows, int side) {
    int width = (rows.width() + side - 1) / side;
    int height = (rows.height() + side - 1) / side;
    int[] result = new int[width * height];
    int[] line = new int[rows.width()];
    int[] sums = new int[width * 4];
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(sums, 0);
      int bottom = Math.min(rows.height(), (y + 1) * side);
      for (int row = y * side; row < bottom; row++) {
        rows.read(row, 0, line.length, line);
        add(line, side, sums);
      }
      for (int x = 0; x < width; x++) {
        int count = (bottom - y * side) * (Math.min(line.length, (x + 1) * side) - x * side);
        result[y * width + x] = mean(sums, x * 4, count);
      }
    }
    return Rows.of(result, width, height);
  }

  private static void add(int[] line, int side, int[] sums) {
    for (int x = 0, at = 0; x < line.length; at += 4) {
      int end = Math.min(line.length, x + side);
      int alpha = 0;
      int red = 0;
      int green = 0;
      int blue = 0;
      for (; x < end; x++) {
        int pixel = line[x];
        alpha += pixel >>> 24;
        red += (pixel >> 16) & 255;
        green += (pixel >> 8) & 255;
        blue += pixel & 255;
      }
      sums[at] += alpha;
      sums[at + 1] += red;
      sums[at + 2] += green;
      sums[at + 3] += blue;
    }
  }

  private static int mean(int[] sums, int at, int count) {
    int half = count / 2;
    return (((sums[at] + half) / count) << 24)
        | (((sums[at + 1] + half) / count) << 16)
        | (((sums[at + 2] + half) / count) << 8)
        | ((sums[at + 3] + half) / count);
  }
}
