package io.tintype.thumbnailator;

import java.util.Arrays;

/// Carries a median out with a histogram that moves along the rows (Huang's algorithm): the work
/// for a pixel grows with the side of the square, not with its area. Beyond an edge the picture
/// goes on with its last pixel.
final class MedianFilter {

  private final int side;
  private final int width;
  private final int height;
  private final int[] argb;
  private final int[] fine = new int[256];
  private final int[] coarse = new int[16];

  private MedianFilter(int side, Pixels picture) {
    this.side = side;
    this.width = picture.size().width();
    this.height = picture.size().height();
    this.argb = picture.argb();
  }

  static Pixels apply(int side, Pixels picture) {
    var filter = new MedianFilter(side, picture);
    int[] result = new int[picture.argb().length];
    Arrays.fill(result, 0xFF000000);
    for (int shift = 0; shift < 24; shift += 8) {
      for (int y = 0; y < filter.height; y++) {
        filter.row(y, shift, result);
      }
    }
    return new Pixels(picture.size(), result, false);
  }

  private void row(int y, int shift, int[] result) {
    Arrays.fill(fine, 0);
    Arrays.fill(coarse, 0);
    for (int i = 0; i < side; i++) {
      column(i - side / 2, y, shift, 1);
    }
    for (int x = 0; x < width; x++) {
      result[y * width + x] |= median() << shift;
      column(x - side / 2, y, shift, -1);
      column(x - side / 2 + side, y, shift, 1);
    }
  }

  private void column(int x, int y, int shift, int count) {
    int at = Math.clamp(x, 0, width - 1);
    int top = y - side / 2;
    for (int i = top; i < top + side; i++) {
      int level = (argb[Math.clamp(i, 0, height - 1) * width + at] >> shift) & 255;
      fine[level] += count;
      coarse[level >> 4] += count;
    }
  }

  /// As libvips's: of an even number of pixels the brighter of the two in the middle.
  private int median() {
    int left = side * side / 2;
    int group = 0;
    while (coarse[group] <= left) {
      left -= coarse[group++];
    }
    int level = group << 4;
    while (fine[level] <= left) {
      left -= fine[level++];
    }
    return level;
  }
}
