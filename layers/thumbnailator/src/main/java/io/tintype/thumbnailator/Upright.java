package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;

/// How a stored picture is turned to be seen: mirrored left to right or not, then turned clockwise
/// by quarters. Thumbnailator's own rotation isn't used for this: where width and height differ by
/// an odd number, it is half a pixel off and blurs.
record Upright(Size stored, boolean mirrored, int turns) {

  static Upright of(Size stored, Orientation orientation, int quarterTurns) {
    return new Upright(
        stored, orientation.mirrored(), (orientation.quarterTurns() + quarterTurns) % 4);
  }

  /// Clockwise turns of a picture that is seen as it is stored.
  static Upright turning(Size stored, int turns) {
    return new Upright(stored, /* mirrored= */ false, turns);
  }

  boolean asStored() {
    return !mirrored && turns == 0;
  }

  /// The stored counterpart of a size.
  Size stored(Size seen) {
    return turns % 2 == 0 ? seen : seen.turned();
  }

  /// The stored part that is seen in a box.
  Box stored(Box seen) {
    int width = stored.width();
    int height = stored.height();
    Box box =
        switch (turns) {
          case 0 -> seen;
          case 1 -> new Box(seen.top(), height - seen.right(), seen.height(), seen.width());
          case 2 ->
              new Box(width - seen.right(), height - seen.bottom(), seen.width(), seen.height());
          default -> new Box(width - seen.bottom(), seen.left(), seen.height(), seen.width());
        };
    return mirrored ? new Box(width - box.right(), box.top(), box.width(), box.height()) : box;
  }

  /// Where a stored part is seen.
  Box seen(Box inStored) {
    int width = stored.width();
    int height = stored.height();
    Box box =
        mirrored
            ? new Box(width - inStored.right(), inStored.top(), inStored.width(), inStored.height())
            : inStored;
    return switch (turns) {
      case 0 -> box;
      case 1 -> new Box(height - box.bottom(), box.left(), box.height(), box.width());
      case 2 -> new Box(width - box.right(), height - box.bottom(), box.width(), box.height());
      default -> new Box(box.top(), width - box.right(), box.height(), box.width());
    };
  }

  /// The pixels of a stored picture of any size, in the order in which they are seen.
  int[] turn(int[] pixels, Size size) {
    if (asStored()) {
      return pixels;
    }
    int width = size.width();
    int height = size.height();
    int[] turned = new int[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = mirrored ? width - 1 - x : x;
        int at =
            switch (turns) {
              case 0 -> y * width + column;
              case 1 -> column * height + (height - 1 - y);
              case 2 -> (height - 1 - y) * width + (width - 1 - column);
              default -> (width - 1 - column) * height + y;
            };
        turned[at] = pixels[y * width + x];
      }
    }
    return turned;
  }
}
