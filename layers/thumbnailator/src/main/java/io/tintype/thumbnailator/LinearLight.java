package io.tintype.thumbnailator;

import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;

/// Pictures of floating point, whose numbers are linear light, of which 1 is white. The reader
/// takes them for sRGB.
final class LinearLight {

  /// Steps of the table, fine enough for the darkest levels: near black, 255 levels of sRGB would
  /// be 3,295 of light.
  private static final int STEPS = 1 << 14;

  private static final byte[] LEVELS = levels();

  private LinearLight() {}

  static boolean is(ColorModel colors) {
    return colors.getTransferType() == DataBuffer.TYPE_FLOAT
        && colors.getNumColorComponents() == 3
        && colors.getColorSpace().isCS_sRGB();
  }

  /// As 8-bit sRGB, not multiplied by alpha.
  static BufferedImage encoded(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean alpha = image.getColorModel().hasAlpha();
    int[] pixels = new int[width * height];
    int bands = image.getRaster().getNumBands();
    float[] row = new float[width * bands];
    for (int y = 0; y < height; y++) {
      image.getRaster().getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        pixels[y * width + x] =
            (alpha ? Math.round(255 * within(row[at + 3])) : 255) << 24
                | level(row[at]) << 16
                | level(row[at + 1]) << 8
                | level(row[at + 2]);
      }
    }
    return new Pixels(new Size(width, height), pixels, alpha).image();
  }

  private static int level(float light) {
    return LEVELS[Math.round(within(light) * STEPS)] & 255;
  }

  /// Of no number, nothing.
  private static float within(float value) {
    return value > 0 ? Math.min(1, value) : 0;
  }

  /// IEC 61966-2-1.
  private static byte[] levels() {
    byte[] levels = new byte[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double light = (double) i / STEPS;
      double level = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
      levels[i] = (byte) Math.round(255 * level);
    }
    return levels;
  }
}
