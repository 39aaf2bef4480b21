package io.tintype.imaging.metadata;

import java.nio.ByteOrder;

/// The chunks of a WebP (RFC 9649).
final class WebpChunks {

  private WebpChunks() {}

  static void read(Part file, Finding found) {
    Part little = file.order(ByteOrder.LITTLE_ENDIAN);
    long at = 12;
    while (little.has(at, 8)) {
      long length = little.u32(at + 4);
      Part content = file.part(at + 8, length);
      switch (file.text(at, 4)) {
        case "EXIF" -> found.exif(content);
        case "XMP " -> found.xmp(content);
        case "ICCP" -> found.icc(content);
        default -> {}
      }
      at += 8 + length + (length & 1);
    }
  }
}
