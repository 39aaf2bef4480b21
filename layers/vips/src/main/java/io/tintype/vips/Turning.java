package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;

/// How a stored picture is turned to be seen: mirrored left to right or not, then turned clockwise
/// by quarters. Pictures are cut and resized as they are stored and turned last, when they are
/// small.
record Turning(Size stored, boolean mirrored, int turns) {

  static Turning of(Size stored, Orientation orientation, int quarterTurns) {
    return new Turning(
        stored, orientation.mirrored(), (orientation.quarterTurns() + quarterTurns) % 4);
  }

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

  Image seen(Image image) {
    return (mirrored ? image.mirrored() : image).turned(turns);
  }
}
