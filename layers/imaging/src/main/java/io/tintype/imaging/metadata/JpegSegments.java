package io.tintype.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.util.TreeMap;

/// The application segments of a JPEG, up to its first scan: EXIF and XMP in APP1, IPTC in the
/// Photoshop resources of APP13, an ICC profile in parts in APP2 (ICC.1:2022 annex B.4).
final class JpegSegments {

  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String ICC = "ICC_PROFILE\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";

  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP13 = 0xED;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int IPTC_RESOURCE = 0x0404;

  private final Part file;
  private final Finding found;
  private final TreeMap<Integer, Part> profile = new TreeMap<>();

  JpegSegments(Part file, Finding found) {
    this.file = file;
    this.found = found;
  }

  void read() {
    long at = 2;
    while (file.has(at, 4) && file.u8(at) == 0xFF) {
      int marker = file.u8(at + 1);
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || marker == END) {
        break;
      }
      int length = Math.max(2, file.u16(at + 2));
      segment(marker, file.part(at + 4, length - 2));
      at += 2 + length;
    }
    if (!profile.isEmpty()) {
      var whole = new ByteArrayOutputStream();
      profile.values().forEach(part -> whole.writeBytes(part.copy()));
      found.icc(Part.of(whole.toByteArray()));
    }
  }

  private void segment(int marker, Part content) {
    if (marker == APP1 && content.starts(Finding.EXIF_PREFIX)) {
      found.exif(content);
    } else if (marker == APP1 && content.starts(XMP)) {
      found.xmp(content.from(XMP.length()));
    } else if (marker == APP2 && content.starts(ICC)) {
      profile.put(content.u8(ICC.length()), content.from(ICC.length() + 2));
    } else if (marker == APP13 && content.starts(PHOTOSHOP)) {
      resources(content.from(PHOTOSHOP.length()));
    }
  }

  /// Each resource has a number, a name and its content; the latter two fill up to even lengths.
  private void resources(Part all) {
    long at = 0;
    while (all.text(at, 4).equals("8BIM")) {
      int name = all.u8(at + 6) + 1;
      long content = at + 6 + name + (name & 1) + 4;
      long length = all.u32(content - 4);
      if (all.u16(at + 4) == IPTC_RESOURCE) {
        found.iptc(all.part(content, length));
      }
      at = content + length + (length & 1);
    }
  }
}
