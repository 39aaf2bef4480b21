package io.tintype.thumbnailator;

import io.tintype.imaging.Size;
import java.util.Arrays;

/// What a viewer of an animation looks at: frames are drawn onto it, and cleared or taken back
/// again. Its pixels are multiplied by alpha.
final class AnimationCanvas {

  private final Size size;
  private int[] pixels;

  AnimationCanvas(Size size) {
    this.size = size;
    this.pixels = new int[Math.toIntExact(size.pixels())];
  }

  int[] pixels() {
    return pixels;
  }

  int[] copy() {
    return pixels.clone();
  }

  void takeBack(int[] before) {
    pixels = before;
  }

  /// Draws over what is there, or replaces it; what sticks out of the canvas is cut off.
  void draw(Rows patch, int left, int top, boolean blend) {
    int[] line = new int[patch.width()];
    int count = Math.min(patch.width(), size.width() - left);
    int rows = Math.min(patch.height(), size.height() - top);
    for (int y = 0; y < rows && count > 0; y++) {
      patch.read(y, 0, count, line);
      int at = (top + y) * size.width() + left;
      for (int x = 0; x < count; x++) {
        pixels[at + x] = blend ? over(line[x], pixels[at + x]) : line[x];
      }
    }
  }

  void clear(int left, int top, int width, int height) {
    int right = Math.min(size.width(), left + width);
    for (int y = top; y < Math.min(size.height(), top + height) && left < right; y++) {
      Arrays.fill(pixels, y * size.width() + left, y * size.width() + right, 0);
    }
  }

  private static int over(int top, int bottom) {
    int alpha = top >>> 24;
    if (alpha == 255 || bottom == 0) {
      return top;
    }
    return alpha == 0 ? bottom : Pixels.over(top, bottom);
  }
}
