package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import java.nio.ByteOrder;
import java.util.Optional;

/// WebP in its three forms: lossy, lossless and extended (RFC 9649). In the extended form every
/// picture must have the size that its canvas or frame announces, since a decoder trusts either.
final class WebP {

  private static final int ANIMATION = 0x02;
  private static final int EXIF = 0x08;
  private static final int ALPHA = 0x10;
  private static final int FIRST_CHUNK = 12;
  private static final int FRAME_HEADER = 16;

  private final Bytes bytes;
  private final int flags;
  private final Header canvas;
  private boolean alpha;
  private long frames;
  private Optional<Orientation> orientation = Optional.empty();

  private WebP(Bytes bytes, Bytes extended) {
    this.bytes = bytes;
    this.flags = extended.u8(0);
    this.alpha = (flags & ALPHA) != 0;
    this.canvas =
        Header.still(Format.WEBP, extended.u24(4) + 1L, extended.u24(7) + 1L, /* alpha= */ false);
  }

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "RIFF") && bytes.ascii(8, "WEBP");
  }

  static Header read(Bytes file, int maxFrames) {
    Bytes little = file.order(ByteOrder.LITTLE_ENDIAN);
    long length = little.u32(4);
    if (!little.has(8, length)) {
      throw little.corrupt(
          "ends after " + little.size() + " bytes, its RIFF size announces " + (length + 8));
    }
    Bytes bytes = little.slice(0, 8 + length);
    Bytes first = chunk(bytes, FIRST_CHUNK);
    return switch (bytes.text(FIRST_CHUNK, 4)) {
      case "VP8 " -> lossy(first);
      case "VP8L" -> lossless(first);
      case "VP8X" -> new WebP(bytes, first).extended(after(bytes, FIRST_CHUNK), maxFrames);
      default -> throw bytes.corrupt("begins with none of the chunks VP8, VP8L and VP8X");
    };
  }

  private Header extended(long from, int maxFrames) {
    boolean animation = (flags & ANIMATION) != 0;
    for (long at = from; bytes.has(at, 8) && frames <= maxFrames; at = after(bytes, at)) {
      String type = bytes.text(at, 4);
      if (type.equals("ANMF") && animation) {
        frame(chunk(bytes, at));
      } else if (isPicture(type) && !animation && frames == 0) {
        picture(bytes, at, canvas);
      } else if (type.equals("EXIF") && (flags & EXIF) != 0) {
        Bytes exif = chunk(bytes, at);
        orientation = orientation.or(() -> Exif.orientation(exif));
      }
    }
    if (frames == 0) {
      throw bytes.corrupt("has no picture data");
    }
    return Header.still(Format.WEBP, canvas.width(), canvas.height(), alpha)
        .animated(frames, canvas.largest())
        .oriented(orientation.orElse(Orientation.TOP_LEFT));
  }

  private void frame(Bytes chunk) {
    Header frame =
        Header.still(Format.WEBP, chunk.u24(6) + 1L, chunk.u24(9) + 1L, /* alpha= */ false);
    boolean inside =
        2L * chunk.u24(0) + frame.width() <= canvas.width()
            && 2L * chunk.u24(3) + frame.height() <= canvas.height();
    if (!inside) {
      throw bytes.corrupt("frame " + (frames + 1) + " lies outside of the canvas");
    }
    for (long at = FRAME_HEADER; chunk.has(at, 8); at = after(chunk, at)) {
      if (isPicture(chunk.text(at, 4))) {
        picture(chunk, at, frame);
        return;
      }
    }
    throw bytes.corrupt("frame " + (frames + 1) + " has no picture data");
  }

  private void picture(Bytes container, long at, Header announced) {
    Bytes chunk = chunk(container, at);
    Header picture = container.ascii(at, "VP8L") ? lossless(chunk) : lossy(chunk);
    if (picture.width() != announced.width() || picture.height() != announced.height()) {
      throw bytes.corrupt(
          "holds a picture of "
              + (picture.width() + "x" + picture.height())
              + " where it announces "
              + (announced.width() + "x" + announced.height()));
    }
    alpha |= picture.alpha();
    frames++;
  }

  /// RFC 6386 section 9.1: a key frame with its start code.
  private static Header lossy(Bytes chunk) {
    if ((chunk.u8(0) & 1) != 0 || !chunk.ascii(3, "\u009D\u0001*")) {
      throw chunk.corrupt("has no key frame");
    }
    return Header.still(
        Format.WEBP, chunk.u16(6) & 0x3FFF, chunk.u16(8) & 0x3FFF, /* alpha= */ false);
  }

  private static Header lossless(Bytes chunk) {
    if (chunk.u8(0) != 0x2F) {
      throw chunk.corrupt("has no lossless signature");
    }
    long bits = chunk.u32(1);
    return Header.still(
        Format.WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, (bits >> 28 & 1) != 0);
  }

  private static boolean isPicture(String type) {
    return type.equals("VP8 ") || type.equals("VP8L");
  }

  private static Bytes chunk(Bytes container, long at) {
    return container.slice(at + 8, length(container, at));
  }

  /// Chunks of an odd length are followed by a byte that fills them up.
  private static long after(Bytes container, long at) {
    long length = length(container, at);
    return at + 8 + length + (length & 1);
  }

  private static long length(Bytes container, long at) {
    long length = container.u32(at + 4);
    if (!container.has(at + 8, length)) {
      throw container.corrupt("ends inside its chunk at byte " + at);
    }
    return length;
  }
}
