package io.tintype.imaging;

/// Convolution by multiplying Fourier transforms of overlapping tiles (overlap-save): of each tile
/// only the middle is kept, where the kernel didn't reach round its edges. Red and green go
/// through one transform as real and imaginary part.
final class TiledConvolution {

  /// A tile has 256 x 256 pixels; at most 101 of a side are lost to the kernel.
  private static final int TILE_BITS = 8;

  private static final int TILE = 1 << TILE_BITS;

  private final int reachX;
  private final int reachY;
  private final double offset;
  private final Fourier kernel = new Fourier(TILE_BITS);
  private final Fourier redGreen = new Fourier(TILE_BITS);
  private final Fourier blue = new Fourier(TILE_BITS);

  TiledConvolution(int width, int height, double[] weights, double offset) {
    this.reachX = width / 2;
    this.reachY = height / 2;
    this.offset = offset;
    for (int i = 0; i < weights.length; i++) {
      int x = (reachX - i % width) & (TILE - 1);
      int y = (reachY - i / width) & (TILE - 1);
      kernel.real()[y * TILE + x] = weights[i];
    }
    kernel.forward();
  }

  void apply(Surface from, Surface to) {
    Size size = from.size();
    int[][] rows = new int[TILE][size.width()];
    int keptX = TILE - 2 * reachX;
    int keptY = TILE - 2 * reachY;
    int[][] results = new int[keptY][size.width()];
    for (int top = 0; top < size.height(); top += keptY) {
      for (int i = 0; i < TILE; i++) {
        from.read(Math.clamp(top - reachY + i, 0, size.height() - 1), rows[i]);
      }
      for (int left = 0; left < size.width(); left += keptX) {
        load(rows, left - reachX);
        convolve(redGreen);
        convolve(blue);
        store(rows, results, left, Math.min(keptX, size.width() - left));
      }
      for (int i = 0; i < Math.min(keptY, size.height() - top); i++) {
        to.write(top + i, results[i]);
      }
    }
  }

  private void convolve(Fourier tile) {
    tile.forward();
    tile.multiply(kernel);
    tile.backward();
  }

  private void load(int[][] rows, int left) {
    int last = rows[0].length - 1;
    for (int y = 0; y < TILE; y++) {
      for (int x = 0; x < TILE; x++) {
        int argb = rows[y][Math.clamp(left + x, 0, last)];
        redGreen.real()[y * TILE + x] = (argb >> 16) & 255;
        redGreen.imaginary()[y * TILE + x] = (argb >> 8) & 255;
        blue.real()[y * TILE + x] = argb & 255;
        blue.imaginary()[y * TILE + x] = 0;
      }
    }
  }

  private void store(int[][] rows, int[][] results, int left, int width) {
    for (int y = 0; y < results.length; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y + reachY) * TILE + x + reachX;
        results[y][left + x] =
            Convolution.packed(
                rows[y + reachY][left + x],
                redGreen.real()[at] + offset,
                redGreen.imaginary()[at] + offset,
                blue.real()[at] + offset);
      }
    }
  }
}
