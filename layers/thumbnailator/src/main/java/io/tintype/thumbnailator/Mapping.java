package io.tintype.thumbnailator;

import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;

/// Maps a picture by a matrix: every pixel of the result is mixed from the four of the picture
/// around the place that it comes from, with colours multiplied by alpha. Beside the picture lies
/// the background.
final class Mapping {

  private final int[] pixels;
  private final Size size;
  private final int background;

  private Mapping(Pixels picture, int background) {
    this.size = picture.size();
    this.pixels = picture.argb().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Rows.multiplied(pixels[i]);
    }
    this.background = Rows.multiplied(background);
  }

  static Pixels of(Pixels picture, Geometry.Affine edit) {
    Size before = picture.size();
    Size after = edit.after(before);
    var mapping = new Mapping(picture, Pixels.argb(edit.background()));
    double area = edit.a() * edit.d() - edit.b() * edit.c();
    double firstX = edit.left(before) + 0.5;
    double firstY = edit.top(before) + 0.5;
    int[] result = new int[Math.toIntExact(after.pixels())];
    for (int y = 0; y < after.height(); y++) {
      for (int x = 0; x < after.width(); x++) {
        double fromX = (edit.d() * (x + firstX) - edit.b() * (y + firstY)) / area;
        double fromY = (edit.a() * (y + firstY) - edit.c() * (x + firstX)) / area;
        result[y * after.width() + x] = Rows.straight(mapping.at(fromX - 0.5, fromY - 0.5));
      }
    }
    return new Pixels(after, result, picture.alpha() || edit.background().alpha() < 255);
  }

  /// Between the middles of pixels.
  private int at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double below = y - top;
    int one = pixel(left, top);
    int two = pixel(left + 1, top);
    int three = pixel(left, top + 1);
    int four = pixel(left + 1, top + 1);
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      double upper = level(one, shift) * (1 - right) + level(two, shift) * right;
      double lower = level(three, shift) * (1 - right) + level(four, shift) * right;
      mixed |= (int) (upper * (1 - below) + lower * below + 0.5) << shift;
    }
    return mixed;
  }

  private int pixel(int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < size.width() && y < size.height();
    return inside ? pixels[y * size.width() + x] : background;
  }

  private static int level(int pixel, int shift) {
    return (pixel >>> shift) & 255;
  }
}
