package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Size;
import io.tintype.imaging.Turning;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import net.coobird.thumbnailator.resizers.Resizers;

/// Brings a part of a frame to a size, upright and in sRGB.
///
/// What is to become less than half as large is first averaged to exactly twice the wanted size,
/// from a level of the [Pyramid] that is at least twice as large as that; Thumbnailator's bicubic
/// resizer does the rest. All scales are those of the source, so nothing is shifted by rounding.
final class Resampler {

  private static final ColorModel RGB = new DirectColorModel(24, 0xFF0000, 0xFF00, 0xFF);
  private static final ColorModel MULTIPLIED =
      new DirectColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          32,
          0xFF0000,
          0xFF00,
          0xFF,
          0xFF000000,
          /* isAlphaPremultiplied= */ true,
          DataBuffer.TYPE_INT);

  private Resampler() {}

  /// @param crop part of the upright picture
  /// @param scaled size of the upright result
  static Pixels resample(Pyramid pyramid, Turning turning, Box crop, Size scaled) {
    return resample(pyramid, turning, crop, scaled, /* ownColours= */ false);
  }

  /// @param ownColours whether RGB with a profile keeps its numbers, because the profile is kept
  static Pixels resample(
      Pyramid pyramid, Turning turning, Box crop, Size scaled, boolean ownColours) {
    Box part = turning.stored(crop);
    Size size = turning.stored(scaled);
    Stored stored = pyramid.stored();
    int[] pixels = scaled(pyramid, part, size);
    boolean alpha = stored.alpha() && !opaque(pixels);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = alpha ? Rows.straight(pixels[i]) : pixels[i] | 0xFF000000;
    }
    if (!ownColours) {
      stored.profile().ifPresent(profile -> Srgb.convert(pixels, size.width(), profile));
    }
    return new Pixels(scaled, turning.seen(pixels, size), alpha);
  }

  private static boolean opaque(int[] pixels) {
    for (int pixel : pixels) {
      if (pixel >>> 24 != 255) {
        return false;
      }
    }
    return true;
  }

  private static int[] scaled(Pyramid pyramid, Box part, Size size) {
    boolean halves = part.width() >= 2 * size.width() || part.height() >= 2 * size.height();
    BufferedImage image = pyramid.stored().image();
    if (!halves && !part.size().equals(size) && isPlainRgb(image)) {
      return bicubic(image.getSubimage(part.left(), part.top(), part.width(), part.height()), size);
    }
    Size between =
        new Size(
            part.width() >= 2 * size.width() ? 2 * size.width() : part.width(),
            part.height() >= 2 * size.height() ? 2 * size.height() : part.height());
    if (part.size().equals(size)) {
      between = size;
    }
    int[] averaged = averaged(pyramid, part, between);
    if (between.equals(size)) {
      return averaged;
    }
    ColorModel colors = pyramid.stored().alpha() ? MULTIPLIED : RGB;
    return bicubic(Pixels.wrapped(colors, between, averaged), size);
  }

  private static int[] averaged(Pyramid pyramid, Box part, Size size) {
    int spare = Math.min(part.width() / (2 * size.width()), part.height() / (2 * size.height()));
    int level = spare < 1 ? 0 : 31 - Integer.numberOfLeadingZeros(spare);
    double unit = 1 << level;
    var area =
        new Shrink.Area(
            part.left() / unit, part.top() / unit, part.width() / unit, part.height() / unit);
    return Shrink.to(pyramid.level(level), area, size.width(), size.height());
  }

  private static boolean isPlainRgb(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_3BYTE_BGR
        || image.getType() == BufferedImage.TYPE_INT_RGB;
  }

  private static int[] bicubic(BufferedImage image, Size size) {
    int type =
        image.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_INT_ARGB_PRE
            : BufferedImage.TYPE_INT_RGB;
    var target = new BufferedImage(size.width(), size.height(), type);
    Resizers.BICUBIC.resize(image, target);
    return ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
  }
}
