package io.tintype.thumbnailator;

import java.util.ArrayList;
import java.util.List;

/// A frame at full size and, once they are needed, at a half, a quarter and so on. Small results
/// are made from a small level, so that many plans don't each go through all pixels.
final class Pyramid {

  private static final int ODD_LANES = 0xFF00FF;

  private final Stored stored;
  private final List<Rows> levels = new ArrayList<>();

  Pyramid(Stored stored) {
    this.stored = stored;
    levels.add(Rows.of(stored.image()));
  }

  Stored stored() {
    return stored;
  }

  /// The picture with its sides divided by 2^level, rounded up; the last pixels stand for what is
  /// left.
  Rows level(int level) {
    while (levels.size() <= level) {
      levels.add(halved(levels.getLast()));
    }
    return levels.get(level);
  }

  private static Rows halved(Rows rows) {
    int width = (rows.width() + 1) / 2;
    int height = (rows.height() + 1) / 2;
    int[] result = new int[width * height];
    // One pixel more, so that the last column of an odd width has a neighbour: itself.
    int[] upper = new int[width * 2];
    int[] lower = new int[width * 2];
    for (int y = 0; y < height; y++) {
      read(rows, 2 * y, upper);
      read(rows, Math.min(2 * y + 1, rows.height() - 1), lower);
      for (int x = 0; x < width; x++) {
        result[y * width + x] =
            mean(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
      }
    }
    return Rows.of(result, width, height);
  }

  private static void read(Rows rows, int y, int[] line) {
    rows.read(y, 0, rows.width(), line);
    line[line.length - 1] = line[rows.width() - 1];
  }

  /// Of all four components at once, two in each sum, rounded half up.
  private static int mean(int a, int b, int c, int d) {
    int odd = (a & ODD_LANES) + (b & ODD_LANES) + (c & ODD_LANES) + (d & ODD_LANES);
    int even =
        ((a >>> 8) & ODD_LANES)
            + ((b >>> 8) & ODD_LANES)
            + ((c >>> 8) & ODD_LANES)
            + ((d >>> 8) & ODD_LANES);
    return (((odd + 0x20002) >>> 2) & ODD_LANES) | ((((even + 0x20002) >>> 2) & ODD_LANES) << 8);
  }
}
