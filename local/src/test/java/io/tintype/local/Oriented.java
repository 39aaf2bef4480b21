package io.tintype.local;

import io.tintype.imaging.Orientation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/// Photos as phones write them: stored as the sensor saw them, with a word in the EXIF on how to
/// turn them.
final class Oriented {

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  private Oriented() {}

  /// The same picture, once its orientation is obeyed.
  static byte[] jpeg(byte[] upright, Orientation orientation) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(upright));
    for (int i = 0; i < (4 - orientation.quarterTurns()) % 4; i++) {
      picture = turned(picture);
    }
    var file = new ByteArrayOutputStream();
    ImageIO.write(orientation.mirrored() ? mirrored(picture) : picture, "jpeg", file);
    return withExif(file.toByteArray(), orientation);
  }

  /// By a quarter, clockwise.
  private static BufferedImage turned(BufferedImage picture) {
    var turned = new BufferedImage(picture.getHeight(), picture.getWidth(), picture.getType());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        turned.setRGB(picture.getHeight() - 1 - y, x, picture.getRGB(x, y));
      }
    }
    return turned;
  }

  private static BufferedImage mirrored(BufferedImage picture) {
    var mirrored = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        mirrored.setRGB(picture.getWidth() - 1 - x, y, picture.getRGB(x, y));
      }
    }
    return mirrored;
  }

  /// Behind the two bytes that a JPEG starts with: a TIFF header and one directory of one tag.
  private static byte[] withExif(byte[] jpeg, Orientation orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
    tiff.putInt(orientation.exif()).putInt(0);
    byte[] block = tiff.array();
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + block.length);
    file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + block.length));
    file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(block);
    return file.put(jpeg, 2, jpeg.length - 2).array();
  }
}
