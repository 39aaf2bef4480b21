package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Trim;
import io.tintype.imaging.Turning;
import java.util.Optional;

/// Finds what is left of a picture when a border of one colour is taken away: the smallest box
/// around all pixels that are further from its colour than the tolerance. Alpha counts as
/// a fourth component, so that a transparent border is a border.
final class TrimBox {

  private TrimBox() {}

  /// In pixels of the upright picture; empty when every pixel is border.
  static Optional<Box> find(Rows rows, Turning turning, Trim trim) {
    int reference =
        switch (trim.reference()) {
          case Trim.Corner corner -> corner(rows, turning, corner);
          case Trim.Given(var color) -> argb(color);
        };
    int limit = trim.tolerance() * trim.tolerance();
    int[] line = new int[rows.width()];
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < rows.height(); y++) {
      rows.read(y, 0, line.length, line);
      int first = 0;
      while (first < line.length && distance(line[first], reference) <= limit) {
        first++;
      }
      if (first < line.length) {
        int last = line.length - 1;
        while (distance(line[last], reference) <= limit) {
          last--;
        }
        left = Math.min(left, first);
        right = Math.max(right, last);
        top = Math.min(top, y);
        bottom = y;
      }
    }
    return right < 0
        ? Optional.empty()
        : Optional.of(turning.seen(new Box(left, top, right - left + 1, bottom - top + 1)));
  }

  private static int corner(Rows rows, Turning turning, Trim.Corner corner) {
    var size = turning.stored(turning.stored());
    Box pixel =
        switch (corner) {
          case TOP_LEFT -> new Box(0, 0, 1, 1);
          case BOTTOM_RIGHT -> new Box(size.width() - 1, size.height() - 1, 1, 1);
        };
    Box stored = turning.stored(pixel);
    int[] value = new int[1];
    rows.read(stored.top(), stored.left(), 1, value);
    return value[0];
  }

  private static int argb(Color color) {
    return color.alpha() << 24 | color.red() << 16 | color.green() << 8 | color.blue();
  }

  /// Squared.
  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int difference = ((one >>> shift) & 255) - ((other >>> shift) & 255);
      sum += difference * difference;
    }
    return sum;
  }
}
