package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.filters.Rotation;

/// Turns by any angle with Thumbnailator's rotation. Whole quarters are turned pixel by pixel, so
/// that Thumbnailator turns by 45 degrees at most. It rounds the size of its result and the place
/// of the picture to whole pixels, so the picture is first laid onto a canvas whose borders make
/// the roundings cancel each other out. The border also gives smooth edges.
final class Rotating {

  private static final int LEAST_BORDER = 3;
  private static final int MOST_BORDER = 7;

  private Rotating() {}

  static Pixels of(Pixels picture, Geometry.Rotate edit) {
    Pixels upright = GeometryEdits.turned(picture, edit.quarterTurns());
    if (edit.rest() == 0) {
      return upright;
    }
    Canvas canvas = Canvas.best(upright.size(), edit.after(picture.size()), edit.rest());
    Pixels turned = canvas.turn(upright);
    Color background = edit.background();
    if (!upright.alpha()) {
      return turned.on(background);
    }
    if (background.alpha() == 0) {
      return turned;
    }
    // What is transparent in the picture stays so, and only what lies beside it is filled.
    Pixels covered = canvas.turn(Pixels.filled(upright.size(), Color.BLACK));
    return Blending.mixed(turned, Pixels.filled(turned.size(), background), covered);
  }

  /// @param size of the canvas
  /// @param inside where the picture lies on it
  /// @param after size of the result
  private record Canvas(Size size, Box inside, Size after, double degrees) {

    static Canvas best(Size picture, Size after, double degrees) {
      Canvas best = bordered(picture, after, degrees, 2 * LEAST_BORDER, 2 * LEAST_BORDER);
      for (int across = 2 * LEAST_BORDER; across <= 2 * MOST_BORDER; across++) {
        for (int down = 2 * LEAST_BORDER; down <= 2 * MOST_BORDER; down++) {
          Canvas one = bordered(picture, after, degrees, across, down);
          best = one.misplaced() < best.misplaced() ? one : best;
        }
      }
      return best;
    }

    private static Canvas bordered(Size picture, Size after, double degrees, int across, int down) {
      Size size = new Size(picture.width() + across, picture.height() + down);
      Box inside = new Box(across / 2, down / 2, picture.width(), picture.height());
      return new Canvas(size, inside, after, degrees);
    }

    /// As large as Thumbnailator makes it.
    private Size turned() {
      double cos = Math.abs(Math.cos(Math.toRadians(degrees)));
      double sin = Math.abs(Math.sin(Math.toRadians(degrees)));
      return new Size(
          (int) Math.round(size.width() * cos + size.height() * sin),
          (int) Math.round(size.width() * sin + size.height() * cos));
    }

    /// Where the middle of the picture comes to lie on the turned canvas.
    private double[] middle(Size turned) {
      double x =
          Math.round((turned.width() - size.width()) / 2.0)
              + inside.left()
              + inside.width() / 2.0
              - turned.width() / 2.0;
      double y =
          Math.round((turned.height() - size.height()) / 2.0)
              + inside.top()
              + inside.height() / 2.0
              - turned.height() / 2.0;
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      return new double[] {
        turned.width() / 2.0 + cos * x - sin * y, turned.height() / 2.0 + sin * x + cos * y
      };
    }

    /// How far the middle will be off, in pixels.
    private double misplaced() {
      double[] middle = middle(turned());
      double x = middle[0] - after.width() / 2.0;
      double y = middle[1] - after.height() / 2.0;
      return Math.hypot(x - Math.rint(x), y - Math.rint(y));
    }

    Pixels turn(Pixels picture) {
      var padding =
          new Padding(
              inside.left(),
              inside.top(),
              size.width() - inside.right(),
              size.height() - inside.bottom(),
              Color.TRANSPARENT);
      BufferedImage turned = Rotation.newRotator(degrees).apply(padding.around(picture).image());
      double[] middle = middle(new Size(turned.getWidth(), turned.getHeight()));
      int left = (int) Math.rint(middle[0] - after.width() / 2.0);
      int top = (int) Math.rint(middle[1] - after.height() / 2.0);
      return GeometryEdits.cut(
          Pixels.of(turned), new Box(left, top, after.width(), after.height()));
    }
  }
}
