package io.tintype.bench.contactsheet;

import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// Pictures that edits name: a mark with soft edges, a nine-patch, and one as large as the picture.
final class Operands {

  private Operands() {}

  static Map<String, Source> forSize(Size size) {
    return Map.of(
        "mark", Source.of(png(mark())),
        "frame", Source.of(png(frame())),
        "same", Source.of(png(stripes(size))));
  }

  static BufferedImage mark() {
    var image = new BufferedImage(90, 60, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = graphics(image);
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(255, 80, 0), 90, 60, new Color(0, 120, 255, 90)));
    graphics.fillOval(2, 2, 86, 56);
    graphics.setPaint(new Color(255, 255, 255, 200));
    graphics.fillOval(30, 15, 30, 30);
    graphics.dispose();
    return image;
  }

  private static BufferedImage frame() {
    var image = new BufferedImage(62, 62, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = graphics(image);
    graphics.setPaint(new Color(120, 60, 10));
    graphics.fillRoundRect(1, 1, 60, 60, 24, 24);
    graphics.setPaint(new Color(240, 200, 90));
    graphics.fillRoundRect(4, 4, 54, 54, 20, 20);
    for (int[] corner : new int[][] {{8, 8}, {46, 8}, {8, 46}, {46, 46}}) {
      graphics.setPaint(new Color(180, 0, 0));
      graphics.fillOval(corner[0], corner[1], 8, 8);
    }
    graphics.dispose();
    for (int y = 20; y < 42; y++) {
      for (int x = 20; x < 42; x++) {
        image.setRGB(x, y, 0);
      }
    }
    for (int i = 0; i < 62; i++) {
      image.setRGB(i, 0, i >= 24 && i < 38 ? 0xFF000000 : 0);
      image.setRGB(0, i, i >= 24 && i < 38 ? 0xFF000000 : 0);
    }
    return image;
  }

  private static BufferedImage stripes(Size size) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        image.setRGB(x, y, (x / 20 + y / 20) % 2 == 0 ? 0xFF00F0 : 0x0F0FFF);
      }
    }
    return image;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return graphics;
  }

  static byte[] png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
