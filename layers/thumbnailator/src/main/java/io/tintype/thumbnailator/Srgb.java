package io.tintype.thumbnailator;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.WritableRaster;
import java.lang.System.Logger.Level;

/// Converts finished pixels from an embedded profile to sRGB. It is done after resizing, when
/// there are fewest pixels.
final class Srgb {

  private static final System.Logger LOG = System.getLogger(Srgb.class.getName());
  private static final int ROWS_AT_ONCE = 64;

  private Srgb() {}

  /// In place; the pixels are not multiplied by alpha, and alpha stays. A profile that can't be
  /// used counts as none, as in browsers.
  static void convert(int[] argb, int width, ICC_ColorSpace from) {
    try {
      convertAll(argb, width, from);
    } catch (CMMException | ProfileDataException | IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "an embedded profile is left out", e);
    }
  }

  private static void convertAll(int[] argb, int width, ICC_ColorSpace from) {
    int bands = from.getType() == ColorSpace.TYPE_GRAY ? 1 : 3;
    ColorModel colors =
        new ComponentColorModel(
            from,
            /* hasAlpha= */ false,
            /* isAlphaPremultiplied= */ false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    var operation = new ColorConvertOp(null);
    int height = argb.length / width;
    for (int top = 0; top < height; top += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, height - top);
      WritableRaster raster = colors.createCompatibleWritableRaster(width, rows);
      fill(((DataBufferByte) raster.getDataBuffer()).getData(), bands, argb, top * width);
      var target = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
      operation.filter(
          new BufferedImage(colors, raster, /* isRasterPremultiplied= */ false, null), target);
      int[] converted = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
      for (int i = 0; i < converted.length; i++) {
        int at = top * width + i;
        argb[at] = (argb[at] & 0xFF000000) | (converted[i] & 0xFFFFFF);
      }
    }
  }

  private static void fill(byte[] samples, int bands, int[] argb, int from) {
    for (int i = 0; i < samples.length / bands; i++) {
      int pixel = argb[from + i];
      if (bands == 1) {
        samples[i] = (byte) pixel;
      } else {
        samples[i * 3] = (byte) (pixel >> 16);
        samples[i * 3 + 1] = (byte) (pixel >> 8);
        samples[i * 3 + 2] = (byte) pixel;
      }
    }
  }
}
