package io.tintype.thumbnailator;

import io.tintype.imaging.Color;
import io.tintype.imaging.Encoding;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.metadata.MetadataBlocks;
import io.tintype.imaging.metadata.MetadataWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes still pictures. Nothing but pixels reaches the writers, so there is no metadata to
/// remove; what is to be kept is put into the finished file.
final class Encoders {

  private static final int DEFAULT_QUALITY = 80;

  /// As thumbor's `max_bytes`: three quarters of the quality each time, down to a floor.
  private static final double NEXT_QUALITY = 0.75;

  private static final int LEAST_QUALITY = 10;

  private static final int PNG_DEFLATE_LEVEL = 6;

  private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";

  private Encoders() {}

  /// @param kept what is written besides pixels
  static byte[] encode(Pixels picture, Plan plan, MetadataBlocks kept) throws IOException {
    Output output = plan.output();
    Encoder encoder = of(plan.format());
    Pixels ready = plan.format().alpha() ? picture : picture.on(opaque(output));
    int quality = output.quality().orElse(DEFAULT_QUALITY);
    byte[] file = written(encoder, ready, quality, plan, kept);
    long most = output.maxBytes().orElse(Long.MAX_VALUE);
    boolean lossless = output.encoding().lossless();
    boolean hasQuality =
        plan.format() == Format.JPEG || (plan.format() == Format.WEBP && !lossless);
    while (hasQuality && file.length > most && quality > LEAST_QUALITY) {
      quality = Math.max(LEAST_QUALITY, (int) (quality * NEXT_QUALITY));
      file = written(encoder, ready, quality, plan, kept);
    }
    return file;
  }

  private static byte[] written(
      Encoder encoder, Pixels picture, int quality, Plan plan, MetadataBlocks kept)
      throws IOException {
    byte[] file = encoder.encode(picture, quality, plan.output().encoding());
    return MetadataWriter.embed(file, plan.format(), kept);
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
      case GIF -> (picture, quality, encoding) -> GifEncoder.still(picture, encoding.colors());
      case AVIF, HEIF, TIFF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX ->
          throw new TintypeException(
              Reason.UNSUPPORTED, "Expected JPEG, PNG, GIF or WebP but received " + format);
    };
  }

  private static byte[] jpeg(Pixels picture, int quality, Encoding encoding) throws IOException {
    byte[] file = jpeg(picture, quality, encoding, encoding.progressive());
    if (encoding.smallest()) {
      byte[] other = jpeg(picture, quality, encoding, !encoding.progressive());
      return other.length < file.length ? other : file;
    }
    return file;
  }

  private static byte[] jpeg(Pixels picture, int quality, Encoding encoding, boolean progressive)
      throws IOException {
    var param = new JPEGImageWriteParam(null);
    param.setOptimizeHuffmanTables(true);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    ImageWriter writer = Codecs.jpegWriter();
    return encoding.fullColor()
        ? written(writer, picture.image(), param, fullColor(writer, picture.image(), param))
        : written(writer, picture.image(), param);
  }

  /// Says that the first component has as many samples as the others.
  private static IIOMetadata fullColor(
      ImageWriter writer, BufferedImage image, ImageWriteParam param) throws IOException {
    IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
    var tree = (IIOMetadataNode) metadata.getAsTree(JPEG_TREE);
    var component = (IIOMetadataNode) tree.getElementsByTagName("componentSpec").item(0);
    component.setAttribute("HsamplingFactor", "1");
    component.setAttribute("VsamplingFactor", "1");
    metadata.setFromTree(JPEG_TREE, tree);
    return metadata;
  }

  private static byte[] png(Pixels picture, int quality, Encoding encoding) throws IOException {
    ImageWriter writer = Codecs.pngWriter();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    // The JDK maps 0..1 to levels 9..0.
    int level = encoding.compression().orElse(PNG_DEFLATE_LEVEL);
    param.setCompressionQuality((9 - level) / 9f);
    param.setProgressiveMode(
        encoding.progressive() ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    BufferedImage image =
        encoding.colors().map(most -> Palette.indexed(picture, most)).orElseGet(picture::image);
    return written(writer, image, param);
  }

  static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam param)
      throws IOException {
    return written(writer, image, param, null);
  }

  private static byte[] written(
      ImageWriter writer,
      BufferedImage image,
      ImageWriteParam param,
      @Nullable IIOMetadata metadata)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
