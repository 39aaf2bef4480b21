package io.tintype.testkit;

import io.tintype.imaging.Color;
import java.awt.image.BufferedImage;

/// A picture of four coloured quarters, which shows at a glance how it was turned, mirrored or
/// cut. Its components are 0 or 255 only, so every format keeps them.
public record Quadrants(Color upperLeft, Color upperRight, Color lowerLeft, Color lowerRight) {

  public static final Color RED = Color.opaque(255, 0, 0);
  public static final Color GREEN = Color.opaque(0, 255, 0);
  public static final Color BLUE = Color.opaque(0, 0, 255);
  public static final Color YELLOW = Color.opaque(255, 255, 0);

  /// Red, green; blue, yellow.
  public static final Quadrants UPRIGHT = new Quadrants(RED, GREEN, BLUE, YELLOW);

  /// Red, green; blue, nothing.
  public static final Quadrants WITH_HOLE = new Quadrants(RED, GREEN, BLUE, Color.TRANSPARENT);

  public Quadrants mirrored() {
    return new Quadrants(
        /* upperLeft= */ upperRight,
        /* upperRight= */ upperLeft,
        /* lowerLeft= */ lowerRight,
        /* lowerRight= */ lowerLeft);
  }

  public Quadrants upsideDown() {
    return new Quadrants(
        /* upperLeft= */ lowerLeft,
        /* upperRight= */ lowerRight,
        /* lowerLeft= */ upperLeft,
        /* lowerRight= */ upperRight);
  }

  /// Turned clockwise by quarter turns.
  public Quadrants turned(int quarterTurns) {
    Quadrants turned = this;
    for (int i = 0; i < Math.floorMod(quarterTurns, 4); i++) {
      turned =
          new Quadrants(
              /* upperLeft= */ turned.lowerLeft,
              /* upperRight= */ turned.upperLeft,
              /* lowerLeft= */ turned.lowerRight,
              /* lowerRight= */ turned.upperRight);
    }
    return turned;
  }

  /// Drawn with the borders in the middle (rounded down), as a `BufferedImage` of that type.
  public BufferedImage draw(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Color color =
            y < height / 2
                ? (x < width / 2 ? upperLeft : upperRight)
                : (x < width / 2 ? lowerLeft : lowerRight);
        image.setRGB(x, y, argb(color));
      }
    }
    return image;
  }

  static int argb(Color color) {
    return (color.alpha() << 24) | (color.red() << 16) | (color.green() << 8) | color.blue();
  }
}
