package io.tintype.vips;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.metadata.MetadataBlocks;
import io.tintype.imaging.metadata.MetadataWriter;
import java.util.Arrays;

/// Writes finished pixels, with no metadata but what is to be kept.
final class Encoders {

  private static final int DEFAULT_QUALITY = 80;
  private static final int DEFAULT_AVIF_QUALITY = 50;

  /// As thumbor's `max_bytes`: three quarters of the quality each time, down to a floor.
  private static final double NEXT_QUALITY = 0.75;

  private static final int LEAST_QUALITY = 10;

  private Encoders() {}

  /// @param picture 8-bit RGB, all frames one below the other
  /// @param kept what is written besides pixels
  static byte[] encode(Image picture, Plan plan, MetadataBlocks kept) {
    Output output = plan.output();
    Format format = plan.format();
    Image ready = format.alpha() ? picture : DrawingEdits.on(picture, opaque(output));
    Image described = described(ready, plan, kept);
    int quality = output.quality().orElse(defaultQuality(format));
    byte[] file = written(described, plan, quality, kept);
    long most = output.maxBytes().orElse(Long.MAX_VALUE);
    while (hasQuality(plan) && file.length > most && quality > LEAST_QUALITY) {
      quality = Math.max(LEAST_QUALITY, (int) (quality * NEXT_QUALITY));
      file = written(described, plan, quality, kept);
    }
    return file;
  }

  private static int defaultQuality(Format format) {
    return format == Format.AVIF ? DEFAULT_AVIF_QUALITY : DEFAULT_QUALITY;
  }

  private static boolean hasQuality(Plan plan) {
    boolean lossless = plan.output().encoding().lossless();
    return switch (plan.format()) {
      case JPEG -> true;
      case WEBP, AVIF -> !lossless;
      case PNG, GIF, TIFF, HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> false;
    };
  }

  private static Color opaque(Output output) {
    var color = output.background();
    return Color.opaque(color.red(), color.green(), color.blue());
  }

  /// The picture as one that is this plan's alone, with what its saver reads from it.
  private static Image described(Image picture, Plan plan, MetadataBlocks kept) {
    var encoding = plan.output().encoding();
    boolean blocks = !kept.equals(MetadataBlocks.NONE) && !MetadataWriter.writes(plan.format());
    boolean timed = encoding.loops().isPresent() || encoding.delayMillis().isPresent();
    if (!blocks && !(timed && plan.frames() > 1)) {
      return picture;
    }
    Image own = blocks ? picture.bare() : picture.run("copy", call -> call);
    if (plan.frames() > 1) {
      encoding.loops().ifPresent(loops -> Metadata.set(own, Metadata.LOOP, loops));
      encoding.delayMillis().ifPresent(millis -> delay(own, plan.frames(), millis));
    }
    if (blocks) {
      kept.exif()
          .ifPresent(
              exif -> Metadata.set(own, Metadata.EXIF, MetadataWriter.join("Exif\0\0", exif)));
      kept.xmp().ifPresent(xmp -> Metadata.set(own, Metadata.XMP, MetadataWriter.join("", xmp)));
      kept.iptc()
          .ifPresent(iptc -> Metadata.set(own, Metadata.IPTC, MetadataWriter.join("", iptc)));
      kept.icc().ifPresent(icc -> Metadata.set(own, Metadata.ICC, MetadataWriter.join("", icc)));
    }
    return own;
  }

  private static void delay(Image picture, int frames, int millis) {
    int[] delays = new int[frames];
    Arrays.fill(delays, millis);
    Metadata.set(picture, Metadata.DELAY, delays);
  }

  private static byte[] written(Image picture, Plan plan, int quality, MetadataBlocks kept) {
    Format format = plan.format();
    try (Call call = picture.scope().vips().call(Savers.name(format))) {
      call.with("in", picture);
      Savers.configure(call, picture, plan, quality);
      boolean embeds = MetadataWriter.writes(format);
      call.with("keep", embeds ? 0 : Savers.keep(kept));
      byte[] file = call.bytes();
      return embeds ? MetadataWriter.embed(file, format, kept) : file;
    }
  }
}
