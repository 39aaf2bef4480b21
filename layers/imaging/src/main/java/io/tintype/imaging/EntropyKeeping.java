package io.tintype.imaging;

/// Keeps what is busiest, by the rule of libvips's `entropy` (smartcrop.c): slices are taken off
/// until the wanted size is left, in about eight steps, each time from the edge whose slice has
/// the lower entropy; where they are alike, from the far one.
///
/// @param coarse the picture made small, which the entropies are measured in
/// @param picture the size that it stands for
/// @param region the part that is cut, in pixels of the picture
record EntropyKeeping(Raster coarse, Size picture, Box region) implements Keeping {

  private static final int STEPS = 8;

  @Override
  public Box of(Size whole, Size part) {
    int left = 0;
    int top = 0;
    int width = whole.width();
    int height = whole.height();
    int slice =
        Math.max(
            Math.ceilDiv(width - part.width(), STEPS), Math.ceilDiv(height - part.height(), STEPS));
    while (width > part.width() || height > part.height()) {
      int across = Math.min(width - part.width(), slice);
      if (across > 0) {
        double near = entropy(left, top, across, height);
        double far = entropy(left + width - across, top, across, height);
        width -= across;
        left += near < far ? across : 0;
      }
      int down = Math.min(height - part.height(), slice);
      if (down > 0) {
        double near = entropy(left, top, width, down);
        double far = entropy(left, top + height - down, width, down);
        height -= down;
        top += near < far ? down : 0;
      }
    }
    return new Box(left, top, width, height);
  }

  /// Of the levels of all three colours, in bits; colours count as much as they are seen.
  private double entropy(int left, int top, int width, int height) {
    int x0 = column((long) region.left() + left);
    int y0 = row((long) region.top() + top);
    int x1 = Math.max(x0 + 1, column((long) region.left() + left + width));
    int y1 = Math.max(y0 + 1, row((long) region.top() + top + height));
    long[] counts = new long[3 * 256];
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        int pixel = coarse.argb()[y * coarse.size().width() + x];
        int alpha = pixel >>> 24;
        for (int band = 0; band < 3; band++) {
          int level = ((pixel >> (8 * band)) & 255) * alpha / 255;
          counts[256 * band + level]++;
        }
      }
    }
    double total = 3.0 * (x1 - x0) * (y1 - y0);
    double bits = 0;
    for (long count : counts) {
      if (count > 0) {
        bits -= count / total * Math.log(count / total) / Math.log(2);
      }
    }
    return bits;
  }

  private int column(long x) {
    return nearest(x, coarse.size().width(), picture.width());
  }

  private int row(long y) {
    return nearest(y, coarse.size().height(), picture.height());
  }

  private static int nearest(long place, int small, int large) {
    return (int)
        Math.min(small - (place < large ? 1 : 0), Math.round((double) place * small / large));
  }
}
