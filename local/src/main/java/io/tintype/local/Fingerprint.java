package io.tintype.local;

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
    double[][] means = means(picture);
    long bits = 0;
    for (double[] row : means) {
      for (int x = 0; x < SIDE; x++) {
        bits = bits << 1 | (row[x + 1] > row[x] ? 1 : 0);
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

  /// How bright each of the places is, every pixel having its say.
  private static double[][] means(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double[][] sums = new double[SIDE][SIDE + 1];
    double[][] counts = new double[SIDE][SIDE + 1];
    for (int y = 0; y < height; y++) {
      int row = y * SIDE / height;
      for (int x = 0; x < width; x++) {
        int column = x * (SIDE + 1) / width;
        sums[row][column] += grey(picture.getRGB(x, y));
        counts[row][column]++;
      }
    }
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column <= SIDE; column++) {
        sums[row][column] /= Math.max(1, counts[row][column]);
      }
    }
    return sums;
  }

  private static int grey(int rgb) {
    return 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255);
  }
}
