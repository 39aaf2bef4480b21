package io.tintype.thumbnailator;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Lightness;
import java.util.Arrays;

/// Carries [Detail.Sharpen] out as libvips does: the difference between L and a Gaussian blur of
/// it, in whose bell everything below a tenth is cut off and the rest is rounded to twentieths,
/// goes through a curve of three straight parts and is added to L.
final class Sharpening {

  private Sharpening() {}

  static Pixels apply(Detail.Sharpen edit, Pixels picture) {
    int[] argb = picture.argb();
    float[] lightness = new float[argb.length];
    for (int i = 0; i < argb.length; i++) {
      lightness[i] = Lightness.of(argb[i]);
    }
    int width = picture.size().width();
    int height = picture.size().height();
    float[] bell = bell(edit.sigma());
    float[] blurred = blurred(blurred(lightness, width, height, bell), height, width, bell);
    int[] result = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      double added = edit.added(lightness[i] - blurred[i]);
      result[i] = Lightness.replaced(argb[i], (float) (lightness[i] + added));
    }
    return new Pixels(picture.size(), result, false);
  }

  private static float[] bell(double sigma) {
    int reach = 0;
    while (reach + 1 < 8 * sigma && weight(reach + 1, sigma) >= 0.1) {
      reach++;
    }
    float[] bell = new float[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < bell.length; i++) {
      bell[i] = (float) Math.rint(20 * weight(i - reach, sigma));
      sum += bell[i];
    }
    for (int i = 0; i < bell.length; i++) {
      bell[i] /= (float) sum;
    }
    return bell;
  }

  private static double weight(int distance, double sigma) {
    return Math.exp(-distance * distance / (2 * sigma * sigma));
  }

  /// Along rows, which come out as columns.
  private static float[] blurred(float[] plane, int width, int height, float[] bell) {
    float[] turned = new float[plane.length];
    int reach = bell.length / 2;
    float[] line = new float[width + 2 * reach];
    for (int y = 0; y < height; y++) {
      System.arraycopy(plane, y * width, line, reach, width);
      Arrays.fill(line, 0, reach, line[reach]);
      Arrays.fill(line, reach + width, line.length, line[reach + width - 1]);
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = 0; i < bell.length; i++) {
          sum += bell[i] * line[x + i];
        }
        turned[x * height + y] = sum;
      }
    }
    return turned;
  }
}
