package io.tintype.vips;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;

/// Writes finished pixels, without any metadata. The settings are sharp's defaults except where
/// said otherwise.
final class Encoders {

  private static final int DEFAULT_QUALITY = 80;
  private static final int DEFAULT_AVIF_QUALITY = 50;

  /// As thumbor's `max_bytes`: three quarters of the quality each time, down to a floor.
  private static final double NEXT_QUALITY = 0.75;

  private static final int LEAST_QUALITY = 10;

  /// A still picture in AVIF takes about a third of a second per megapixel.
  private static final long MOST_AVIF_PIXELS = 8_000_000;

  /// Effort 4, sharp's default, takes eight times as long for 1.6 % fewer bytes.
  private static final int AVIF_EFFORT = 2;

  // VipsForeignHeifCompression, VipsForeignSubsample, VipsForeignTiffCompression and -Predictor
  private static final int AV1 = 4;
  private static final int NEVER = 2;
  private static final int DEFLATE = 2;
  private static final int HORIZONTAL = 2;

  private Encoders() {}

  /// @param picture 8-bit sRGB, all frames one below the other
  static byte[] encode(Image picture, Plan plan) {
    Output output = plan.output();
    Format format = plan.format();
    Image ready = format.alpha() ? picture : DrawingEdits.on(picture, opaque(output));
    int quality = output.quality().orElse(defaultQuality(format));
    byte[] file = written(ready, format, quality);
    long most = output.maxBytes().orElse(Long.MAX_VALUE);
    while (hasQuality(format) && file.length > most && quality > LEAST_QUALITY) {
      quality = Math.max(LEAST_QUALITY, (int) (quality * NEXT_QUALITY));
      file = written(ready, format, quality);
    }
    return file;
  }

  private static int defaultQuality(Format format) {
    return format == Format.AVIF ? DEFAULT_AVIF_QUALITY : DEFAULT_QUALITY;
  }

  private static boolean hasQuality(Format format) {
    return format == Format.JPEG || format == Format.WEBP || format == Format.AVIF;
  }

  private static Color opaque(Output output) {
    var color = output.background();
    return Color.opaque(color.red(), color.green(), color.blue());
  }

  private static byte[] written(Image picture, Format format, int quality) {
    try (Call call = picture.scope().vips().call(saver(format))) {
      call.with("in", picture).with("keep", 0);
      switch (format) {
        case JPEG -> call.with("Q", quality).with("optimize_coding", true);
        case WEBP -> call.with("Q", quality).with("effort", 4);
        case PNG -> call.with("compression", 6);
        case GIF -> call.with("keep_duplicate_frames", true);
        case TIFF -> call.with("compression", DEFLATE).with("predictor", HORIZONTAL);
        case AVIF -> {
          requireFewPixels(picture);
          call.with("Q", quality)
              .with("compression", AV1)
              .with("effort", AVIF_EFFORT)
              .with("bitdepth", 8)
              .with("subsample_mode", NEVER);
        }
        case HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> {}
      }
      return call.bytes();
    }
  }

  private static void requireFewPixels(Image picture) {
    if (picture.size().pixels() > MOST_AVIF_PIXELS) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected an AVIF of at most "
              + MOST_AVIF_PIXELS
              + " pixels but received "
              + picture.size());
    }
  }

  private static String saver(Format format) {
    return switch (format) {
      case JPEG -> "jpegsave_buffer";
      case WEBP -> "webpsave_buffer";
      case PNG -> "pngsave_buffer";
      case GIF -> "gifsave_buffer";
      case TIFF -> "tiffsave_buffer";
      case AVIF -> "heifsave_buffer";
      case HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX ->
          throw new TintypeException(
              Reason.UNSUPPORTED,
              "Expected JPEG, PNG, GIF, WEBP, TIFF or AVIF but received " + format);
    };
  }
}
