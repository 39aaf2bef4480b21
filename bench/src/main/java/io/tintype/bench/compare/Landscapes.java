package io.tintype.bench.compare;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/// Pictures for those who have no photos at hand, made once: six JPEGs of 12 to 99 megapixels, half
/// of them progressive, a PNG with alpha and an animated GIF.
final class Landscapes {

  private static final float QUALITY = 0.9f;

  private record Jpeg(String name, int width, int height, boolean progressive) {}

  private static final List<Jpeg> JPEGS =
      List.of(
          new Jpeg("a-12-baseline.jpg", 4000, 3000, false),
          new Jpeg("b-12-progressive.jpg", 4000, 3000, true),
          new Jpeg("c-24-baseline.jpg", 6000, 4000, false),
          new Jpeg("d-24-progressive.jpg", 6000, 4000, true),
          new Jpeg("e-48-baseline.jpg", 8000, 6000, false),
          new Jpeg("f-99-progressive.jpg", 11_500, 8600, true));

  private Landscapes() {}

  /// @return the folder
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < JPEGS.size(); i++) {
      Jpeg jpeg = JPEGS.get(i);
      Path file = folder.resolve(jpeg.name());
      if (!Files.exists(file)) {
        write(new Landscape(i + 1).paint(jpeg.width(), jpeg.height()), file, jpeg.progressive());
      }
    }
    Path png = folder.resolve("g-alpha.png");
    if (!Files.exists(png)) {
      BufferedImage picture = new Landscape(7).paint(4000, 3000);
      ImageIO.write(faded(picture), "png", png.toFile());
    }
    Path gif = folder.resolve("h-animated.gif");
    if (!Files.exists(gif)) {
      writeGif(gif, 24);
    }
    return folder;
  }

  static void write(BufferedImage picture, Path file, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(QUALITY);
    parameters.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (ImageOutputStream out = ImageIO.createImageOutputStream(unfinished.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    Files.move(unfinished, file);
  }

  /// More transparent towards the right.
  private static BufferedImage faded(BufferedImage picture) {
    int width = picture.getWidth();
    var faded = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int alpha = 255 - 255 * x / width;
        faded.setRGB(x, y, alpha << 24 | (picture.getRGB(x, y) & 0xFFFFFF));
      }
    }
    return faded;
  }

  /// A walk through one landscape.
  private static void writeGif(Path file, int frames) throws IOException {
    BufferedImage wide = new Landscape(8).paint(800 + 10 * frames, 600);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        BufferedImage frame = wide.getSubimage(10 * i, 0, 800, 600);
        writer.writeToSequence(new IIOImage(frame, null, timing(writer, frame)), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadata timing(ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
    var root = new IIOMetadataNode("javax_imageio_gif_image_1.0");
    var control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", "8");
    root.appendChild(control);
    metadata.mergeTree("javax_imageio_gif_image_1.0", root);
    return metadata;
  }
}
