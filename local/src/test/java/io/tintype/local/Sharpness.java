package io.tintype.local;

import io.tintype.testkit.Picture;

/// How much fine detail a picture shows.
final class Sharpness {

  private Sharpness() {}

  /// Energy of the Laplacian, the mean of its squares, in the middle half of the picture. The edges
  /// of what is drawn fill it with hundreds; a wide blur leaves about as much as JPEG itself adds.
  static double of(byte[] file) {
    Picture picture = Picture.decode(file);
    int width = picture.size().width();
    int height = picture.size().height();
    double sum = 0;
    int count = 0;
    for (int y = Math.max(1, height / 4); y < Math.min(height - 1, 3 * height / 4 + 1); y++) {
      for (int x = Math.max(1, width / 4); x < Math.min(width - 1, 3 * width / 4 + 1); x++) {
        int around =
            green(picture, x - 1, y)
                + green(picture, x + 1, y)
                + green(picture, x, y - 1)
                + green(picture, x, y + 1);
        sum += Math.pow(around - 4.0 * green(picture, x, y), 2);
        count++;
      }
    }
    return sum / count;
  }

  /// By how much the brightest and the darkest place of a picture differ, in levels.
  static int contrast(byte[] file) {
    Picture picture = Picture.decode(file);
    int least = 255;
    int most = 0;
    for (int y = 0; y < picture.size().height(); y++) {
      for (int x = 0; x < picture.size().width(); x++) {
        least = Math.min(least, green(picture, x, y));
        most = Math.max(most, green(picture, x, y));
      }
    }
    return most - least;
  }

  private static int green(Picture picture, int x, int y) {
    return (picture.argb()[y * picture.size().width() + x] >> 8) & 255;
  }
}
