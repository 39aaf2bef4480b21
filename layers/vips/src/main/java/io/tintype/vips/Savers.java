package io.tintype.vips;

import io.tintype.imaging.Encoding;
import io.tintype.imaging.Format;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.metadata.MetadataBlocks;

/// libvips's savers and their arguments. What isn't asked for is as sharp has it, except where said
/// otherwise.
final class Savers {

  /// A still picture in AVIF takes about a third of a second per megapixel.
  private static final long MOST_AVIF_PIXELS = 8_000_000;

  /// Effort 4, sharp's default, takes eight times as long for 1.6 % fewer bytes.
  private static final int AVIF_EFFORT = 2;

  private static final int WEBP_EFFORT = 4;
  private static final int MOST_WEBP_EFFORT = 6;
  private static final int PNG_COMPRESSION = 6;

  /// The tables that mozjpeg's own program uses (`--quant-table`, by Nicolas Robidoux).
  private static final int MOZJPEG_TABLE = 3;

  // VipsForeignHeifCompression, VipsForeignSubsample, VipsForeignTiffCompression and -Predictor
  private static final int AV1 = 4;
  private static final int NEVER = 2;
  private static final int DEFLATE = 2;
  private static final int HORIZONTAL = 2;

  // VipsForeignKeep
  private static final int EXIF = 1;
  private static final int XMP = 2;
  private static final int IPTC = 4;
  private static final int ICC = 8;

  private Savers() {}

  static String name(Format format) {
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

  static int keep(MetadataBlocks kept) {
    return (kept.exif().isPresent() ? EXIF : 0)
        | (kept.xmp().isPresent() ? XMP : 0)
        | (kept.iptc().isPresent() ? IPTC : 0)
        | (kept.icc().isPresent() ? ICC : 0);
  }

  static void configure(Call call, Image picture, Plan plan, int quality) {
    Encoding encoding = plan.output().encoding();
    switch (plan.format()) {
      case JPEG -> jpeg(call, encoding, quality);
      case WEBP -> webp(call, encoding, quality);
      case PNG -> png(call, encoding);
      case GIF -> gif(call, encoding);
      case TIFF -> call.with("compression", DEFLATE).with("predictor", HORIZONTAL);
      case AVIF -> {
        requireFewPixels(picture);
        avif(call, encoding, quality);
      }
      case HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX -> {}
    }
  }

  private static void jpeg(Call call, Encoding encoding, int quality) {
    call.with("Q", quality).with("optimize_coding", true);
    if (encoding.progressive() || encoding.smallest()) {
      call.with("interlace", true);
    }
    if (encoding.smallest()) {
      call.with("trellis_quant", true)
          .with("overshoot_deringing", true)
          .with("optimize_scans", true)
          .with("quant_table", MOZJPEG_TABLE);
    }
    if (encoding.fullColor()) {
      call.with("subsample_mode", NEVER);
    }
  }

  private static void webp(Call call, Encoding encoding, int quality) {
    int effort = Math.min(encoding.effort().orElse(WEBP_EFFORT), MOST_WEBP_EFFORT);
    call.with("Q", quality).with("effort", effort).with("lossless", encoding.lossless());
  }

  private static void png(Call call, Encoding encoding) {
    call.with("compression", encoding.compression().orElse(PNG_COMPRESSION))
        .with("interlace", encoding.progressive());
    if (encoding.colors().isPresent()) {
      int bits = bits(encoding.colors().get());
      call.with("palette", true).with("bitdepth", bits == 3 ? 4 : bits > 4 ? 8 : bits);
      palette(call, encoding);
    }
  }

  private static void gif(Call call, Encoding encoding) {
    call.with("keep_duplicate_frames", true);
    encoding.colors().ifPresent(colors -> call.with("bitdepth", bits(colors)));
    palette(call, encoding);
  }

  /// libvips counts effort from 1 to 10 here.
  private static void palette(Call call, Encoding encoding) {
    encoding.effort().ifPresent(effort -> call.with("effort", effort + 1));
    encoding.dither().ifPresent(dither -> call.with("dither", dither.doubleValue()));
  }

  private static void avif(Call call, Encoding encoding, int quality) {
    call.with("Q", quality)
        .with("compression", AV1)
        .with("effort", encoding.effort().orElse(AVIF_EFFORT))
        .with("bitdepth", 8)
        .with("lossless", encoding.lossless())
        .with("subsample_mode", NEVER);
  }

  /// How many bits a place in a palette of so many colours takes.
  private static int bits(int colors) {
    return 32 - Integer.numberOfLeadingZeros(colors - 1);
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
}
