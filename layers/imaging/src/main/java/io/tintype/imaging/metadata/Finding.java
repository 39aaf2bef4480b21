package io.tintype.imaging.metadata;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Blocks as they are found; the first of a kind counts.
final class Finding {

  static final String EXIF_PREFIX = "Exif\0\0";

  // TIFF tags: XMP (Adobe), IPTC-NAA, ICC profile
  private static final int XMP_TAG = 700;
  private static final int IPTC_TAG = 33723;
  private static final int ICC_TAG = 34675;

  private @Nullable Part exif;
  private @Nullable Part xmp;
  private @Nullable Part iptc;
  private @Nullable Part icc;

  /// With or without the prefix.
  void exif(Part block) {
    if (exif == null) {
      exif = block.starts(EXIF_PREFIX) ? block.from(EXIF_PREFIX.length()) : block;
    }
  }

  void xmp(Part packet) {
    xmp = xmp == null ? packet : xmp;
  }

  void iptc(Part dataSets) {
    iptc = iptc == null ? dataSets : iptc;
  }

  void icc(Part profile) {
    icc = icc == null ? profile : icc;
  }

  void tiff(Part file) {
    exif(file);
    TiffTags.first(file)
        .ifPresent(
            directory -> {
              directory.bytes(XMP_TAG).ifPresent(this::xmp);
              directory.bytes(IPTC_TAG).ifPresent(this::iptc);
              directory.bytes(ICC_TAG).ifPresent(this::icc);
            });
  }

  MetadataBlocks blocks() {
    return new MetadataBlocks(bytes(exif), bytes(xmp), bytes(iptc), bytes(icc));
  }

  private static Optional<ByteBuffer> bytes(@Nullable Part part) {
    return part == null || part.size() == 0 ? Optional.empty() : Optional.of(part.bytes());
  }
}
