package io.tintype.thumbnailator;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes still pictures. Nothing but pixels reaches the writers, so there is no metadata to
/// remove.
final class Encoders {

  private static final int DEFAULT_QUALITY = 80;

  /// As thumbor's `max_bytes`: three quarters of the quality each time, down to a floor.
  private static final double NEXT_QUALITY = 0.75;

  private static final int LEAST_QUALITY = 10;

  /// The JDK maps 0..1 to levels 9..0.
  private static final float PNG_DEFLATE_LEVEL_6 = 1 / 3f;

  private Encoders() {}

  static byte[] encode(Pixels picture, Plan plan) throws IOException {
    Output output = plan.output();
    Encoder encoder = of(plan.format());
    Pixels ready = plan.format().alpha() ? picture : picture.on(opaque(output));
    int quality = output.quality().orElse(DEFAULT_QUALITY);
    byte[] file = encoder.encode(ready, quality);
    long most = output.maxBytes().orElse(Long.MAX_VALUE);
    boolean hasQuality = plan.format() == Format.JPEG || plan.format() == Format.WEBP;
    while (hasQuality && file.length > most && quality > LEAST_QUALITY) {
      quality = Math.max(LEAST_QUALITY, (int) (quality * NEXT_QUALITY));
      file = encoder.encode(ready, quality);
    }
    return file;
  }

  private static Color opaque(Output output) {
    var color = output.background();
    return Color.opaque(color.red(), color.green(), color.blue());
  }

  private static Encoder of(Format format) {
    return switch (format) {
      case JPEG -> Encoders::jpeg;
      case PNG -> Encoders::png;
      case WEBP -> WebpEncoder::encode;
      case GIF -> (picture, quality) -> GifEncoder.still(picture);
      case AVIF, HEIF, TIFF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX ->
          throw new TintypeException(
              Reason.UNSUPPORTED, "Expected JPEG, PNG, GIF or WebP but received " + format);
    };
  }

  private static byte[] jpeg(Pixels picture, int quality) throws IOException {
    var param = new JPEGImageWriteParam(null);
    param.setOptimizeHuffmanTables(true);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    return written(Codecs.jpegWriter(), picture.image(), param);
  }

  private static byte[] png(Pixels picture, int quality) throws IOException {
    ImageWriter writer = Codecs.pngWriter();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(PNG_DEFLATE_LEVEL_6);
    return written(writer, picture.image(), param);
  }

  static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam param)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
