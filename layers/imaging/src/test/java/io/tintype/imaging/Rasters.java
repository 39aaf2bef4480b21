package io.tintype.imaging;

/// Pictures for the tests, made by formulas.
final class Rasters {

  private Rasters() {}

  /// The colour at a place, `0xAARRGGBB`.
  interface Paint {
    int at(int x, int y);
  }

  static Raster paint(int width, int height, Paint paint) {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = paint.at(x, y);
      }
    }
    return new Raster(new Size(width, height), argb);
  }

  static Raster flat(int width, int height, int argb) {
    return paint(width, height, (_, _) -> argb);
  }

  static int argb(int alpha, int red, int green, int blue) {
    return ((alpha & 255) << 24) | ((red & 255) << 16) | ((green & 255) << 8) | (blue & 255);
  }
}
