package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.ANYTHING;
import static io.tintype.ondemand.Checks.levels;
import static io.tintype.ondemand.Checks.pixels;
import static io.tintype.ondemand.Goldens.alike;
import static io.tintype.ondemand.Row.call;

import io.tintype.testkit.Picture;
import java.util.List;

/// Filters that look at a pixel's neighbours.
final class DetailRows {

  private static final String PHOTO = "photo.png";

  static final List<Row> ALL =
      List.of(
          call("blur(5)", alike("blur-5")),
          call("blur(9,2)", alike("blur-9-2")),
          call("blur(3)", "glass.png", alike("blur-glass")),
          call(
              "convolution(1;2;1;2;4;2;1;2;1,3,true)",
              weighted(1 / 16.0, 1, 2, 1, 2, 4, 2, 1, 2, 1)),
          call(
              "convolution(-1;-1;-1;-1;8;-1;-1;-1;-1,3,false)",
              weighted(1, -1, -1, -1, -1, 8, -1, -1, -1, -1)),
          call("pixelate(8)", pixels(PHOTO, Specimens.SIZE, 1, DetailRows::block)),
          call("sharpen(2,1,true)", alike("sharpen-thumbor-luminance")),
          call("sharpen(3,2,false)", alike("sharpen-thumbor")),
          call("sharpen(1.5)", alike("sharpen-imagor")));

  private DetailRows() {}

  /// The sum of three by three neighbours, away from the edges, which everybody does differently.
  private static Row.Check weighted(double scale, double... weights) {
    return pixels(
        PHOTO,
        Specimens.SIZE,
        1,
        (before, x, y) -> {
          if (x == 0 || y == 0 || x == 63 || y == 47) {
            return ANYTHING;
          }
          double[] sum = new double[3];
          for (int i = 0; i < 9; i++) {
            double[] neighbour = levels(before, x - 1 + i % 3, y - 1 + i / 3);
            for (int channel = 0; channel < 3; channel++) {
              sum[channel] += neighbour[channel] * weights[i] * scale;
            }
          }
          return sum;
        });
  }

  /// The mean of the eight by eight pixels that a pixel is one of.
  private static double[] block(Picture before, int x, int y) {
    double[] sum = new double[3];
    for (int i = 0; i < 64; i++) {
      double[] pixel = levels(before, x / 8 * 8 + i % 8, y / 8 * 8 + i / 8);
      for (int channel = 0; channel < 3; channel++) {
        sum[channel] += pixel[channel] / 64;
      }
    }
    return sum;
  }
}
