package io.tintype.thumbnailator;

import io.tintype.imaging.Size;
import java.util.Arrays;

/// Blurs in two passes, along rows and along columns; beyond an edge the picture goes on with its
/// last pixel. A narrow bell is applied as it is, a wide one as three averages of boxes, which is
/// within 3 % of it and costs the same for every width (W3C Filter Effects, feGaussianBlur).
@SuppressWarnings("ArrayRecordComponent") // never compared
record GaussianBlur(float[] bell, int box) {

  private static final double WIDEST_BELL = 8;

  static GaussianBlur of(double sigma) {
    if (sigma > WIDEST_BELL) {
      int box = (int) Math.floor(sigma * 3 * Math.sqrt(2 * Math.PI) / 4 + 0.5);
      return new GaussianBlur(new float[0], box);
    }
    int radius = Math.max(1, (int) Math.ceil(3 * sigma));
    float[] bell = new float[2 * radius + 1];
    double sum = 0;
    for (int i = 0; i < bell.length; i++) {
      double distance = i - radius;
      bell[i] = (float) Math.exp(-distance * distance / (2 * sigma * sigma));
      sum += bell[i];
    }
    for (int i = 0; i < bell.length; i++) {
      bell[i] /= (float) sum;
    }
    return new GaussianBlur(bell, 0);
  }

  Pixels apply(Pixels picture) {
    Size size = picture.size();
    int[] pixels = picture.argb().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Rows.multiplied(pixels[i]);
    }
    int[] columns = alongRowsIntoColumns(pixels, size.width(), size.height());
    int[] result = alongRowsIntoColumns(columns, size.height(), size.width());
    for (int i = 0; i < result.length; i++) {
      result[i] = Rows.straight(result[i]);
    }
    return new Pixels(size, result, picture.alpha());
  }

  /// Blurs every row and writes it as a column, so that the same code serves both directions.
  private int[] alongRowsIntoColumns(int[] pixels, int width, int height) {
    int[] turned = new int[pixels.length];
    int reach = reach();
    float[][] channels = new float[4][width + 2 * reach];
    float[] spare = new float[width + 2 * reach];
    for (int y = 0; y < height; y++) {
      for (int channel = 0; channel < 4; channel++) {
        float[] line = channels[channel];
        for (int x = 0; x < width; x++) {
          line[reach + x] = (pixels[y * width + x] >>> (channel * 8)) & 255;
        }
        Arrays.fill(line, 0, reach, line[reach]);
        Arrays.fill(line, reach + width, line.length, line[reach + width - 1]);
        blur(line, spare);
      }
      for (int x = 0; x < width; x++) {
        int pixel = 0;
        for (int channel = 0; channel < 4; channel++) {
          pixel |= Math.min(255, (int) (channels[channel][reach + x] + 0.5f)) << (channel * 8);
        }
        turned[x * height + y] = pixel;
      }
    }
    return turned;
  }

  /// How far a line is continued: an average of averages needs those beyond the edge too, as they
  /// come out there.
  private int reach() {
    return box == 0 ? 0 : 3 * (box / 2 + 1);
  }

  private void blur(float[] line, float[] spare) {
    if (box == 0) {
      convolve(line, spare);
    } else {
      int before = box / 2;
      // Of an even box, two lie half a pixel to either side and the third is one wider.
      int shift = box % 2 == 0 ? 1 : 0;
      average(line, spare, before, box - before - 1);
      average(line, spare, before - shift, box - before - 1 + shift);
      average(line, spare, before, box - before - 1 + shift);
    }
  }

  private void convolve(float[] line, float[] spare) {
    int radius = bell.length / 2;
    int last = line.length - 1;
    for (int x = 0; x < line.length; x++) {
      float sum = 0;
      for (int i = 0; i < bell.length; i++) {
        sum += bell[i] * line[Math.clamp(x + i - radius, 0, last)];
      }
      spare[x] = sum;
    }
    System.arraycopy(spare, 0, line, 0, line.length);
  }

  private static void average(float[] line, float[] spare, int before, int after) {
    int last = line.length - 1;
    double sum = 0;
    for (int i = -before; i <= after; i++) {
      sum += line[Math.clamp(i, 0, last)];
    }
    Arrays.fill(spare, 0);
    for (int x = 0; x < line.length; x++) {
      spare[x] = (float) (sum / (before + after + 1));
      sum += line[Math.clamp(x + after + 1, 0, last)] - line[Math.clamp(x - before, 0, last)];
    }
    System.arraycopy(spare, 0, line, 0, line.length);
  }
}
