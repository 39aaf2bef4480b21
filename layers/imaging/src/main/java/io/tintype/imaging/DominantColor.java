package io.tintype.imaging;

/// The colour that a picture is mostly made of, as a background until it has loaded.
///
/// Every pixel that is at least half opaque counts `alpha * (255 + chroma)`, where chroma is the
/// difference of its largest and its smallest channel: a vivid colour counts up to twice as much
/// as a grey of the same area. The counts are kept by the upper four bits of each channel; of all
/// neighbouring 2x2x2 cells of that histogram the heaviest is taken, so that a colour on the border
/// of two cells isn't split, and the answer is the weighted mean of the pixels in it. Of equals the
/// darkest wins. The same picture always gives the same colour.
public final class DominantColor {

  private static final int LEVELS = 16;

  private final long[] weight = new long[LEVELS * LEVELS * LEVELS];
  private final long[] red = new long[weight.length];
  private final long[] green = new long[weight.length];
  private final long[] blue = new long[weight.length];

  private DominantColor() {}

  /// An opaque colour; white with alpha 0 where no pixel is half opaque.
  ///
  /// @param picture of any size; 100 pixels a side are plenty
  public static Color of(Raster picture) {
    var histogram = new DominantColor();
    for (int argb : picture.argb()) {
      histogram.add(argb);
    }
    return histogram.heaviest();
  }

  private void add(int argb) {
    int alpha = argb >>> 24;
    if (alpha < 128) {
      return;
    }
    int r = (argb >> 16) & 255;
    int g = (argb >> 8) & 255;
    int b = argb & 255;
    int chroma = Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b));
    long counts = (long) alpha * (255 + chroma);
    int cell = cell(r >> 4, g >> 4, b >> 4);
    weight[cell] += counts;
    red[cell] += counts * r;
    green[cell] += counts * g;
    blue[cell] += counts * b;
  }

  private Color heaviest() {
    int best = 0;
    long most = 0;
    for (int r = 0; r < LEVELS - 1; r++) {
      for (int g = 0; g < LEVELS - 1; g++) {
        for (int b = 0; b < LEVELS - 1; b++) {
          long sum = around(weight, cell(r, g, b));
          if (sum > most) {
            most = sum;
            best = cell(r, g, b);
          }
        }
      }
    }
    return most == 0
        ? new Color(255, 255, 255, 0)
        : Color.opaque(mean(red, best, most), mean(green, best, most), mean(blue, best, most));
  }

  private static int mean(long[] sums, int cell, long count) {
    return (int) ((around(sums, cell) + count / 2) / count);
  }

  private static long around(long[] sums, int cell) {
    long sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      sum += sums[cell + cell(corner >> 2, (corner >> 1) & 1, corner & 1)];
    }
    return sum;
  }

  private static int cell(int r, int g, int b) {
    return (r * LEVELS + g) * LEVELS + b;
  }
}
