package io.tintype.thumbnailator;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Size;

/// Carries [Detail.UnsharpMask] out: each layer of detail is the difference between a picture and
/// the same seen through a hat of 1 2 1, whose sides are twice as far apart from layer to layer.
/// Beyond an edge the picture is mirrored.
final class Wavelets {

  private Wavelets() {}

  static Pixels apply(Detail.UnsharpMask edit, Pixels picture) {
    int[] argb = picture.argb();
    int[] result = new int[argb.length];
    if (edit.luminanceOnly()) {
      float[] luma = new float[argb.length];
      for (int i = 0; i < luma.length; i++) {
        luma[i] = luma(argb[i]);
      }
      float[] sharper = sharper(luma, picture.size(), edit.gains());
      for (int i = 0; i < result.length; i++) {
        float added = sharper[i] - luma(argb[i]);
        for (int shift = 0; shift < 24; shift += 8) {
          result[i] |= level(((argb[i] >> shift) & 255) + added) << shift;
        }
      }
    } else {
      for (int shift = 0; shift < 24; shift += 8) {
        float[] plane = new float[argb.length];
        for (int i = 0; i < plane.length; i++) {
          plane[i] = (argb[i] >> shift) & 255;
        }
        plane = sharper(plane, picture.size(), edit.gains());
        for (int i = 0; i < result.length; i++) {
          result[i] |= level(plane[i]) << shift;
        }
      }
    }
    for (int i = 0; i < result.length; i++) {
      result[i] |= 0xFF000000;
    }
    return new Pixels(picture.size(), result, false);
  }

  private static float luma(int argb) {
    return 0.299f * ((argb >> 16) & 255) + 0.587f * ((argb >> 8) & 255) + 0.114f * (argb & 255);
  }

  private static int level(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  private static float[] sharper(float[] plane, Size size, double[] gains) {
    float[] sum = new float[plane.length];
    float[] from = plane;
    for (int layer = 0; layer < gains.length; layer++) {
      float[] across = new float[plane.length];
      smooth(from, across, size.width(), 1, size.height(), size.width(), 1 << layer);
      float[] smooth = new float[plane.length];
      smooth(across, smooth, size.height(), size.width(), size.width(), 1, 1 << layer);
      float gain = (float) gains[layer];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gain * (from[i] - smooth[i]);
      }
      from = smooth;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += from[i];
    }
    return sum;
  }

  /// Along lines, of which there are `lines`, each `between` apart, with pixels `step` apart.
  private static void smooth(
      float[] from, float[] to, int length, int step, int lines, int between, int reach) {
    int[] before = new int[length];
    int[] after = new int[length];
    for (int i = 0; i < length; i++) {
      before[i] = mirrored(i - reach, length) * step;
      after[i] = mirrored(i + reach, length) * step;
    }
    for (int i = 0; i < length; i++) {
      for (int line = 0; line < lines; line++) {
        int start = line * between;
        to[start + i * step] =
            0.5f * from[start + i * step]
                + 0.25f * (from[start + before[i]] + from[start + after[i]]);
      }
    }
  }

  /// About the middle of the pixels at the edges.
  private static int mirrored(int place, int length) {
    int period = Math.max(1, 2 * (length - 1));
    int within = Math.floorMod(place, period);
    return Math.min(within, period - within) % length;
  }
}
