package io.tintype.imaging;

import java.util.Arrays;

/// Carries [Detail.Pixelate] out: every square shows the mean of its own pixels, in which a pixel's
/// colour counts as much as it is opaque.
public final class Mosaic {

  private final int side;

  private Mosaic(int side) {
    this.side = side;
  }

  public static Mosaic of(Detail.Pixelate edit) {
    return new Mosaic(edit.side());
  }

  /// In place.
  public void apply(Surface surface) {
    Size size = surface.size();
    int[] row = new int[size.width()];
    long[][] sums = new long[(size.width() + side - 1) / side][4];
    for (int top = 0; top < size.height(); top += side) {
      int bottom = Math.min(size.height(), top + side);
      for (long[] sum : sums) {
        Arrays.fill(sum, 0);
      }
      for (int y = top; y < bottom; y++) {
        surface.read(y, row);
        add(row, sums);
      }
      paint(row, sums, bottom - top);
      for (int y = top; y < bottom; y++) {
        surface.write(y, row);
      }
    }
  }

  private void add(int[] row, long[][] sums) {
    for (int x = 0; x < row.length; x++) {
      long[] sum = sums[x / side];
      int alpha = row[x] >>> 24;
      sum[0] += alpha;
      sum[1] += (long) alpha * ((row[x] >> 16) & 255);
      sum[2] += (long) alpha * ((row[x] >> 8) & 255);
      sum[3] += (long) alpha * (row[x] & 255);
    }
  }

  private void paint(int[] row, long[][] sums, int height) {
    for (int x = 0; x < row.length; x++) {
      if (x % side != 0) {
        row[x] = row[x - 1];
        continue;
      }
      long[] sum = sums[x / side];
      long pixels = (long) height * Math.min(side, row.length - x);
      row[x] =
          (int) rounded(sum[0], pixels) << 24
              | (int) rounded(sum[1], sum[0]) << 16
              | (int) rounded(sum[2], sum[0]) << 8
              | (int) rounded(sum[3], sum[0]);
    }
  }

  private static long rounded(long sum, long count) {
    return count == 0 ? 0 : (sum + count / 2) / count;
  }
}
