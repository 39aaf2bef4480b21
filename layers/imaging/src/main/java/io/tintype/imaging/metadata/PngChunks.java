package io.tintype.imaging.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/// The chunks of a PNG (third edition): EXIF in eXIf, XMP in iTXt, an ICC profile in iCCP.
final class PngChunks {

  private static final String XMP = "XML:com.adobe.xmp\0";

  /// A larger profile or packet is left out, since a small chunk may claim anything.
  private static final int MOST_INFLATED = 4 << 20;

  private PngChunks() {}

  static void read(Part file, Finding found) {
    long at = 8;
    while (file.has(at, 12)) {
      long length = file.u32(at);
      Part content = file.part(at + 8, length);
      switch (file.text(at + 4, 4)) {
        case "eXIf" -> found.exif(content);
        case "iCCP" -> profile(content).ifPresent(found::icc);
        case "iTXt" -> text(content).ifPresent(found::xmp);
        case "IEND" -> {
          return;
        }
        default -> {}
      }
      at += 12 + length;
    }
  }

  private static Optional<Part> profile(Part content) {
    // The name has at most 79 characters, then come 0 and the method of compression.
    long end = after(content, 0);
    return end > 80 ? Optional.empty() : inflated(content.from(end + 1));
  }

  private static Optional<Part> text(Part content) {
    if (!content.starts(XMP)) {
      return Optional.empty();
    }
    boolean compressed = content.u8(XMP.length()) == 1;
    // Language and translated keyword, each with a 0 at its end.
    long language = after(content, XMP.length() + 2L);
    Part packet = content.from(after(content, language));
    return compressed ? inflated(packet) : Optional.of(packet);
  }

  /// Place after the next 0.
  private static long after(Part content, long at) {
    long end = at;
    while (content.has(end, 1) && content.u8(end) != 0) {
      end++;
    }
    return end + 1;
  }

  private static Optional<Part> inflated(Part content) {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(content.copy()))) {
      byte[] bytes = in.readNBytes(MOST_INFLATED + 1);
      return bytes.length > MOST_INFLATED ? Optional.empty() : Optional.of(Part.of(bytes));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }
}
