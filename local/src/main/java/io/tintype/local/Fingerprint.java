package io.tintype.local;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// What a picture looks like, in 64 bits that stay nearly the same when it is scaled or encoded
/// anew: for each of 8x8 places whether it gets brighter to the right (a difference hash).
record Fingerprint(long bits) {

  private static final int SIDE = 8;

  /// Bits that may differ between two renditions of one picture.
  private static final int ALIKE = 8;

  /// @throws IOException when the bytes are no picture that Java reads
  static Fingerprint of(byte[] file) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
    if (picture == null) {
      throw new IOException("not a picture");
    }
    BufferedImage small = halvedTo(picture);
    long bits = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean brighter = grey(small, x + 1, y) > grey(small, x, y);
        bits = bits << 1 | (brighter ? 1 : 0);
      }
    }
    return new Fingerprint(bits);
  }

  boolean alike(Fingerprint other) {
    return distance(other) <= ALIKE;
  }

  int distance(Fingerprint other) {
    return Long.bitCount(bits ^ other.bits);
  }

  /// By halves, so that every pixel has its say.
  private static BufferedImage halvedTo(BufferedImage picture) {
    BufferedImage now = picture;
    while (now.getWidth() > 2 * (SIDE + 1) || now.getHeight() > 2 * SIDE) {
      now =
          scaled(now, Math.max(SIDE + 1, now.getWidth() / 2), Math.max(SIDE, now.getHeight() / 2));
    }
    return scaled(now, SIDE + 1, SIDE);
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static int grey(BufferedImage picture, int x, int y) {
    int rgb = picture.getRGB(x, y);
    return 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
  }
}
