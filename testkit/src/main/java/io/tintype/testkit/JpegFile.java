package io.tintype.testkit;

import io.tintype.imaging.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Writes JPEGs and puts segments into them.
final class JpegFile {

  private JpegFile() {}

  static byte[] of(BufferedImage image) {
    return write(new IIOImage(image, null, null));
  }

  static byte[] progressive(BufferedImage image) {
    return write(new IIOImage(image, null, null), ImageWriteParam.MODE_DEFAULT);
  }

  /// As Adobe writes it: four components, inverted, with an APP14 segment that says so.
  static byte[] cmyk(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.getRGB(x, y);
        inks.setPixel(x, y, new int[] {(rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, 255});
      }
    }
    byte[] file = write(new IIOImage(inks, null, null));
    return with(file, 0xEE, new Bytes().text("Adobe").big16(100).zeros(4).u8(0).done());
  }

  private static byte[] write(IIOImage image) {
    return write(image, ImageWriteParam.MODE_DISABLED);
  }

  private static byte[] write(IIOImage image, int progressiveMode) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.95f);
      param.setProgressiveMode(progressiveMode);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Puts a segment right behind the start of the file.
  static byte[] with(byte[] jpeg, int marker, byte[] content) {
    return new Bytes()
        .raw(jpeg, 0, 2)
        .u8(0xFF, marker)
        .big16(content.length + 2)
        .raw(content)
        .raw(jpeg, 2, jpeg.length)
        .done();
  }

  /// An EXIF block: a TIFF header and one directory with the orientation, little-endian.
  static byte[] exif(Orientation orientation) {
    int tagOrientation = 0x0112;
    int typeShort = 3;
    var tiff = new Bytes().text("II").little16(42).little32(8).little16(1);
    tiff.little16(tagOrientation).little16(typeShort).little32(1);
    return tiff.little16(orientation.exif()).little16(0).little32(0).done();
  }

  static byte[] withExif(byte[] jpeg, Orientation orientation) {
    return with(jpeg, 0xE1, new Bytes().text("Exif\0\0").raw(exif(orientation)).done());
  }

  static byte[] withXmp(byte[] jpeg, String xmp) {
    return with(jpeg, 0xE1, new Bytes().text("http://ns.adobe.com/xap/1.0/\0").text(xmp).done());
  }

  static byte[] withIcc(byte[] jpeg, byte[] profile) {
    return with(jpeg, 0xE2, new Bytes().text("ICC_PROFILE\0").u8(1, 1).raw(profile).done());
  }

  static byte[] withIptc(byte[] jpeg) {
    var caption = new Bytes().u8(0x1C, 2, 120).big16(6).text("a town").done();
    var block = new Bytes().text("Photoshop 3.0\0").text("8BIM").big16(0x0404).big16(0);
    return with(jpeg, 0xED, block.big32(caption.length).raw(caption).zeros(1).done());
  }

  static byte[] withComment(byte[] jpeg, String comment) {
    return with(jpeg, 0xFE, new Bytes().text(comment).done());
  }
}
