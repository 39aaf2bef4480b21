package io.tintype.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A file to upload.
@SuppressWarnings("ArrayRecordComponent") // compared by name only
record Photo(String name, byte[] bytes) {

  /// Every JPEG of a folder.
  static List<Photo> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Photo> photos = new ArrayList<>();
      for (Path file : files.filter(Photo::isJpeg).sorted().toList()) {
        photos.add(new Photo(file.getFileName().toString(), Files.readAllBytes(file)));
      }
      if (photos.isEmpty()) {
        throw new IOException("Expected JPEG files in " + folder + " but found none");
      }
      return photos;
    }
  }

  /// Three photo-like pictures of 1, 4 and 12 megapixels: gradients, shapes and grain.
  static List<Photo> synthetic() throws IOException {
    return List.of(paint(1152, 864), paint(2304, 1728), paint(4000, 3000));
  }

  private static boolean isJpeg(Path file) {
    return file.toString().endsWith(".jpg") || file.toString().endsWith(".jpeg");
  }

  private static Photo paint(int width, int height) throws IOException {
    var random = new Random(width);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(80, 120, 200), width, height, new Color(230, 180, 90)));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < 400; i++) {
      graphics.setColor(new Color(random.nextInt(0x1000000)));
      int side = 1 + random.nextInt(width / 12);
      graphics.fillOval(random.nextInt(width), random.nextInt(height), side, side);
    }
    graphics.dispose();
    grain(image, random);
    var file = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", file);
    return new Photo("synthetic " + width + "x" + height + ".jpg", file.toByteArray());
  }

  private static void grain(BufferedImage image, Random random) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int noise = random.nextInt(16) * 0x010101;
        image.setRGB(x, y, (image.getRGB(x, y) & 0xf0f0f0) + noise);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Photo photo && photo.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return String.format("%s (%.1f MB)", name, bytes.length / 1e6);
  }
}
