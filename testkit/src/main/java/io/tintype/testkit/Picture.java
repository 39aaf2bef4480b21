package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// A decoded picture that tests look at: 8-bit sRGB with alpha, not premultiplied.
@SuppressWarnings("ArrayRecordComponent") // pixels are compared by PictureAssert, never by equals
public record Picture(Size size, int[] argb) {

  /// Decodes with the JDK alone, so that an engine isn't judged by its own decoder. Reads JPEG
  /// without CMYK, PNG, GIF (first frame) and BMP.
  public static Picture decode(byte[] file) {
    try {
      @Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      if (image == null) {
        throw new AssertionError("The JDK can't read these " + file.length + " bytes");
      }
      return of(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Picture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    return new Picture(new Size(width, height), argb);
  }

  public static Picture of(Raster raster) {
    return new Picture(raster.size(), raster.argb());
  }

  public Color at(int x, int y) {
    int value = argb[y * size.width() + x];
    return new Color((value >> 16) & 255, (value >> 8) & 255, value & 255, value >>> 24);
  }

  /// The colour at fractions of the sides.
  public Color at(double x, double y) {
    return at((int) (x * size.width()), (int) (y * size.height()));
  }
}
