package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import java.util.Optional;

/// PNG, third edition with its animations. Chunk lengths are followed to the end chunk; what
/// comes after it is nobody's business.
final class Png {

  private static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";
  private static final int FIRST_CHUNK = 8;
  private static final int AFTER_HEADER = 33;

  /// Bits of the colour type.
  private static final int COLOUR = 2;

  private static final int ALPHA = 4;

  private Png() {}

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, SIGNATURE);
  }

  static Header read(Bytes bytes) {
    Header header = size(bytes);
    boolean alpha = header.alpha();
    boolean data = false;
    long frames = 1;
    Optional<Orientation> orientation = Optional.empty();
    long at = AFTER_HEADER;
    while (!bytes.ascii(at + 4, "IEND")) {
      if (!bytes.has(at, 8)) {
        throw bytes.corrupt("ends after " + bytes.size() + " bytes without an end chunk");
      }
      long length = bytes.u32(at);
      if (!bytes.has(at, 12 + length)) {
        throw bytes.corrupt("ends inside its chunk at byte " + at);
      }
      switch (bytes.text(at + 4, 4)) {
        case "IDAT" -> data = true;
        case "tRNS" -> alpha |= !data;
        case "acTL" -> frames = data ? frames : Math.max(1, bytes.u32(at + 8));
        case "eXIf" -> {
          Bytes exif = bytes.slice(at + 8, length);
          orientation = orientation.or(() -> Exif.orientation(exif));
        }
        default -> {}
      }
      at += 12 + length;
    }
    if (!data) {
      throw bytes.corrupt("has no picture data");
    }
    return Header.still(Format.PNG, header.width(), header.height(), alpha)
        .animated(frames, header.largest())
        .oriented(orientation.orElse(Orientation.TOP_LEFT))
        .grey(header.grey());
  }

  /// What the header chunk says; also for a PNG inside of another file.
  static Header size(Bytes bytes) {
    if (!bytes.has(0, AFTER_HEADER)) {
      throw bytes.corrupt("header ends after " + bytes.size() + " bytes");
    }
    if (bytes.ascii(FIRST_CHUNK + 4, "CgBI")) {
      throw bytes.unsupported("is of Apple's own kind (CgBI)");
    }
    if (!bytes.ascii(FIRST_CHUNK, "\0\0\0\rIHDR")) {
      throw bytes.corrupt("does not begin with a header chunk");
    }
    int depth = bytes.u8(24);
    int type = bytes.u8(25);
    boolean known =
        switch (type) {
          case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
          case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
          case COLOUR, ALPHA, COLOUR | ALPHA -> depth == 8 || depth == 16;
          default -> false;
        };
    if (!known) {
      throw bytes.corrupt("has colour type " + type + " with " + depth + " bits");
    }
    return Header.still(Format.PNG, bytes.u32(16), bytes.u32(20), (type & ALPHA) != 0)
        .grey((type & COLOUR) == 0);
  }
}
