package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/// A picture that is being worked on: upright, sRGB, `0xAARRGGBB` and not multiplied by alpha.
/// Without alpha every pixel is opaque.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Pixels(Size size, int[] argb, boolean alpha) {

  private static final ColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
  private static final ColorModel ARGB = ColorModel.getRGBdefault();

  /// The same pixels for Java 2D, not a copy.
  BufferedImage image() {
    return wrapped(alpha ? ARGB : RGB, size, argb);
  }

  static BufferedImage wrapped(ColorModel colors, Size size, int[] pixels) {
    var buffer = new DataBufferInt(pixels, pixels.length);
    int[] masks =
        colors.hasAlpha()
            ? new int[] {0xFF0000, 0xFF00, 0xFF, 0xFF000000}
            : new int[] {0xFF0000, 0xFF00, 0xFF};
    var raster =
        Raster.createPackedRaster(buffer, size.width(), size.height(), size.width(), masks, null);
    return new BufferedImage(colors, raster, colors.isAlphaPremultiplied(), null);
  }

  /// From what Java 2D or Thumbnailator has drawn as `TYPE_INT_RGB` or `TYPE_INT_ARGB`.
  static Pixels of(BufferedImage image) {
    boolean alpha =
        switch (image.getType()) {
          case BufferedImage.TYPE_INT_RGB -> false;
          case BufferedImage.TYPE_INT_ARGB -> true;
          default -> throw new IllegalArgumentException("image type " + image.getType());
        };
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    if (!alpha) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] |= 0xFF000000;
      }
    }
    return new Pixels(new Size(image.getWidth(), image.getHeight()), pixels, alpha);
  }

  static Pixels filled(Size size, Color color) {
    int[] pixels = new int[Math.toIntExact(size.pixels())];
    Arrays.fill(pixels, argb(color));
    return new Pixels(size, pixels, color.alpha() < 255);
  }

  static int argb(Color color) {
    return (color.alpha() << 24) | (color.red() << 16) | (color.green() << 8) | color.blue();
  }

  /// A picture on top of a larger one, which it replaces where it lies, transparency included.
  static Pixels laid(Pixels top, Pixels ground, Box place) {
    return laidInto(top, new Pixels(ground.size(), ground.argb().clone(), ground.alpha()), place);
  }

  /// As [#laid], but the pixels of the larger one are overwritten.
  static Pixels laidInto(Pixels top, Pixels ground, Box place) {
    for (int y = 0; y < place.height(); y++) {
      System.arraycopy(
          top.argb(),
          y * place.width(),
          ground.argb(),
          (y + place.top()) * ground.size().width() + place.left(),
          place.width());
    }
    return new Pixels(ground.size(), ground.argb(), top.alpha() || ground.alpha());
  }

  /// Laid onto a plane of one colour.
  Pixels on(Color ground) {
    if (!alpha) {
      return this;
    }
    int under = Rows.multiplied(argb(ground));
    int[] result = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      result[i] = Rows.straight(over(Rows.multiplied(argb[i]), under));
    }
    return new Pixels(size, result, ground.alpha() < 255);
  }

  /// One multiplied pixel over another.
  static int over(int top, int bottom) {
    int alpha = top >>> 24;
    if (alpha == 255) {
      return top;
    }
    int rest = 255 - alpha;
    int result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sum = ((top >> shift) & 255) + (((bottom >>> shift) & 255) * rest + 127) / 255;
      result |= Math.min(255, sum) << shift;
    }
    return result;
  }
}
