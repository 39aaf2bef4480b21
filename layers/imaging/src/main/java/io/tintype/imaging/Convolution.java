package io.tintype.imaging;

/// Carries [Detail.Convolve] out on colours; alpha stays. Small kernels are summed pixel by pixel,
/// large ones by Fourier transforms of tiles, so that a kernel of 101x101 costs about as much as
/// one of 15x15. Beyond an edge the picture goes on with its last pixel.
public final class Convolution {

  /// Above so many weights tiles are faster.
  private static final int MOST_DIRECT = 15 * 15;

  private final Detail.Convolve edit;
  private final double[] weights;

  private Convolution(Detail.Convolve edit) {
    this.edit = edit;
    this.weights = edit.weights().stream().mapToDouble(weight -> weight / edit.scale()).toArray();
  }

  public static Convolution of(Detail.Convolve edit) {
    return new Convolution(edit);
  }

  /// Whether there are so many weights that an engine's own loop over them would take long.
  public boolean large() {
    return weights.length > MOST_DIRECT;
  }

  /// @param from as large as `to`, and another one
  public void apply(Surface from, Surface to) {
    if (large()) {
      new TiledConvolution(edit.width(), edit.height(), weights, edit.offset()).apply(from, to);
    } else {
      direct(from, to);
    }
  }

  private void direct(Surface from, Surface to) {
    Size size = from.size();
    int reach = edit.height() / 2;
    int[][] rows = new int[edit.height()][size.width()];
    for (int i = 0; i < rows.length - 1; i++) {
      from.read(Math.clamp(i - reach, 0, size.height() - 1), rows[i]);
    }
    int[] result = new int[size.width()];
    for (int y = 0; y < size.height(); y++) {
      from.read(Math.min(y + reach, size.height() - 1), rows[rows.length - 1]);
      for (int x = 0; x < result.length; x++) {
        result[x] = pixel(rows, x);
      }
      to.write(y, result);
      int[] oldest = rows[0];
      System.arraycopy(rows, 1, rows, 0, rows.length - 1);
      rows[rows.length - 1] = oldest;
    }
  }

  private int pixel(int[][] rows, int x) {
    int reach = edit.width() / 2;
    int last = rows[0].length - 1;
    double red = edit.offset();
    double green = edit.offset();
    double blue = edit.offset();
    int at = 0;
    for (int[] row : rows) {
      for (int i = x - reach; i <= x + reach; i++) {
        int argb = row[Math.clamp(i, 0, last)];
        double weight = weights[at++];
        red += weight * ((argb >> 16) & 255);
        green += weight * ((argb >> 8) & 255);
        blue += weight * (argb & 255);
      }
    }
    return packed(rows[rows.length / 2][x], red, green, blue);
  }

  static int packed(int alpha, double red, double green, double blue) {
    return (alpha & 0xFF000000) | (level(red) << 16) | (level(green) << 8) | level(blue);
  }

  private static int level(double value) {
    return (int) Math.clamp(Math.floor(value + 0.5), 0, 255);
  }
}
