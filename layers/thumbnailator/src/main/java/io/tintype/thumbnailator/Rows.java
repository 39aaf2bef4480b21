package io.tintype.thumbnailator;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/// A picture read row by row as 8-bit `0xAARRGGBB` with the colours multiplied by alpha, whatever
/// it is stored as, without a copy of the whole.
interface Rows {

  int width();

  int height();

  /// Reads `count` pixels of a row into the start of the target.
  void read(int y, int fromX, int count, int[] target);

  static Rows of(BufferedImage image) {
    Raster raster = image.getRaster();
    ColorModel colors = image.getColorModel();
    return switch (image.getType()) {
      case BufferedImage.TYPE_INT_RGB -> new Packed(ints(image), raster, Alpha.NONE);
      case BufferedImage.TYPE_INT_ARGB -> new Packed(ints(image), raster, Alpha.STRAIGHT);
      case BufferedImage.TYPE_INT_ARGB_PRE -> new Packed(ints(image), raster, Alpha.MULTIPLIED);
      default -> {
        if (colors instanceof IndexColorModel palette) {
          yield new Palette(raster, multiplied(palette));
        }
        if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
            && raster.getDataBuffer() instanceof DataBufferByte
            && colors.getNumComponents() >= 3) {
          yield new Interleaved(raster, model, alpha(colors));
        }
        yield new Samples(raster, colors, alpha(colors));
      }
    };
  }

  /// Pixels that are multiplied already.
  static Rows of(int[] pixels, int width, int height) {
    return new Plain(pixels, width, height);
  }

  /// What is done to colours to have them multiplied by alpha.
  enum Alpha {
    NONE,
    STRAIGHT,
    MULTIPLIED;

    int multiply(int argb) {
      return switch (this) {
        case NONE -> argb | 0xFF000000;
        case MULTIPLIED -> argb;
        case STRAIGHT -> Rows.multiplied(argb);
      };
    }
  }

  static int multiplied(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return argb;
    }
    if (alpha == 0) {
      return 0;
    }
    return (alpha << 24)
        | (over255(((argb >> 16) & 255) * alpha) << 16)
        | (over255(((argb >> 8) & 255) * alpha) << 8)
        | over255((argb & 255) * alpha);
  }

  /// Back to colours that aren't multiplied.
  static int straight(int argb) {
    int alpha = argb >>> 24;
    if (alpha == 255 || alpha == 0) {
      return alpha == 0 ? 0 : argb;
    }
    int half = alpha / 2;
    int red = Math.min(255, (((argb >> 16) & 255) * 255 + half) / alpha);
    int green = Math.min(255, (((argb >> 8) & 255) * 255 + half) / alpha);
    int blue = Math.min(255, ((argb & 255) * 255 + half) / alpha);
    return (alpha << 24) | (red << 16) | (green << 8) | blue;
  }

  /// Division by 255, rounded to nearest, for 0..65025.
  private static int over255(int value) {
    return (value + 128 + ((value + 128) >> 8)) >> 8;
  }

  private static int[] multiplied(IndexColorModel palette) {
    int[] colors = new int[1 << palette.getPixelSize()];
    for (int i = 0; i < Math.min(colors.length, palette.getMapSize()); i++) {
      colors[i] = multiplied(palette.getRGB(i));
    }
    return colors;
  }

  private static Alpha alpha(ColorModel colors) {
    if (!colors.hasAlpha()) {
      return Alpha.NONE;
    }
    return colors.isAlphaPremultiplied() ? Alpha.MULTIPLIED : Alpha.STRAIGHT;
  }

  private static int[] ints(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Plain(int[] pixels, int width, int height) implements Rows {
    @Override
    public void read(int y, int fromX, int count, int[] target) {
      System.arraycopy(pixels, y * width + fromX, target, 0, count);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Packed(int[] pixels, Raster raster, Alpha alpha) implements Rows {
    @Override
    public int width() {
      return raster.getWidth();
    }

    @Override
    public int height() {
      return raster.getHeight();
    }

    @Override
    public void read(int y, int fromX, int count, int[] target) {
      var model = (SinglePixelPackedSampleModel) raster.getSampleModel();
      int from =
          raster.getDataBuffer().getOffset()
              + model.getOffset(
                  fromX - raster.getSampleModelTranslateX(), y - raster.getSampleModelTranslateY());
      for (int i = 0; i < count; i++) {
        target[i] = alpha.multiply(pixels[from + i]);
      }
    }
  }

  /// One sample a pixel, which is a place in a palette.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Palette(Raster raster, int[] colors) implements Rows {
    @Override
    public int width() {
      return raster.getWidth();
    }

    @Override
    public int height() {
      return raster.getHeight();
    }

    @Override
    public void read(int y, int fromX, int count, int[] target) {
      raster.getSamples(fromX, y, count, 1, 0, target);
      for (int i = 0; i < count; i++) {
        target[i] = colors[target[i]];
      }
    }
  }

  /// Three or four bytes a pixel, in any order.
  record Interleaved(Raster raster, PixelInterleavedSampleModel model, Alpha alpha)
      implements Rows {
    @Override
    public int width() {
      return raster.getWidth();
    }

    @Override
    public int height() {
      return raster.getHeight();
    }

    @Override
    public void read(int y, int fromX, int count, int[] target) {
      byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
      int x = fromX - raster.getSampleModelTranslateX();
      int row = y - raster.getSampleModelTranslateY();
      int step = model.getPixelStride();
      int base = raster.getDataBuffer().getOffset() + row * model.getScanlineStride() + x * step;
      int[] offsets = model.getBandOffsets();
      int red = base + offsets[0];
      int green = base + offsets[1];
      int blue = base + offsets[2];
      for (int i = 0; i < count; i++) {
        int at = i * step;
        target[i] =
            0xFF000000
                | ((bytes[red + at] & 255) << 16)
                | ((bytes[green + at] & 255) << 8)
                | (bytes[blue + at] & 255);
      }
      if (alpha != Alpha.NONE) {
        int opacity = base + offsets[3];
        for (int i = 0; i < count; i++) {
          int value = (bytes[opacity + i * step] << 24) | (target[i] & 0xFFFFFF);
          target[i] = alpha.multiply(value);
        }
      }
    }
  }

  /// One to four samples a pixel of 8 or 16 bits, laid out in any way: grey, grey with alpha,
  /// colour, colour with alpha.
  record Samples(Raster raster, ColorModel colors, Alpha alpha) implements Rows {
    @Override
    public int width() {
      return raster.getWidth();
    }

    @Override
    public int height() {
      return raster.getHeight();
    }

    @Override
    public void read(int y, int fromX, int count, int[] target) {
      int bands = raster.getNumBands();
      int[] samples = raster.getPixels(fromX, y, count, 1, (int[]) null);
      int[] bits = colors.getComponentSize();
      boolean grey = colors.getNumColorComponents() == 1;
      for (int i = 0; i < count; i++) {
        int at = i * bands;
        int red = eight(samples[at], bits[0]);
        int green = grey ? red : eight(samples[at + 1], bits[1]);
        int blue = grey ? red : eight(samples[at + 2], bits[2]);
        int opacity = alpha == Alpha.NONE ? 255 : eight(samples[at + bands - 1], bits[bands - 1]);
        target[i] = alpha.multiply((opacity << 24) | (red << 16) | (green << 8) | blue);
      }
    }

    private static int eight(int sample, int bits) {
      if (bits == 8) {
        return sample;
      }
      int most = (1 << bits) - 1;
      return (int) ((sample * 255L + most / 2) / most);
    }
  }
}
