package io.tintype.imaging;

/// How a stored picture is turned to be seen: mirrored left to right or not, then turned clockwise
/// by quarters. Engines cut and resize pictures as they are stored and turn them last, when they
/// are small.
///
/// @param stored size of the stored picture
/// @param turns clockwise quarters, 0..3
public record Turning(Size stored, boolean mirrored, int turns) {

  /// @param quarterTurns of the upright picture, see [Plan#quarterTurns()]
  public static Turning of(Size stored, Orientation orientation, int quarterTurns) {
    return new Turning(
        stored, orientation.mirrored(), (orientation.quarterTurns() + quarterTurns) % 4);
  }

  /// Of a picture that is stored upright.
  public static Turning by(int quarterTurns, Size stored) {
    return new Turning(stored, /* mirrored= */ false, quarterTurns);
  }

  /// The stored counterpart of a size.
  public Size stored(Size seen) {
    return QuarterTurns.turn(seen, turns);
  }

  /// The stored part that is seen in a box.
  public Box stored(Box seen) {
    Size turned = QuarterTurns.turn(stored, turns);
    return reflected(QuarterTurns.turn(seen, turned, (4 - turns) % 4));
  }

  /// Where a stored part is seen.
  public Box seen(Box inStored) {
    return QuarterTurns.turn(reflected(inStored), stored, turns);
  }

  private Box reflected(Box box) {
    return mirrored
        ? new Box(stored.width() - box.right(), box.top(), box.width(), box.height())
        : box;
  }

  /// The pixels of a stored picture of any size, in the order in which they are seen.
  public int[] seen(int[] pixels, Size size) {
    if (!mirrored && turns == 0) {
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
