package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import java.util.Optional;

/// JPEG, ITU-T T.81 annex B: the segments up to the first scan. What lies inside a segment, a
/// thumbnail with markers of its own for instance, is never looked at as markers; of several
/// pictures in a file (MPO) the first counts.
///
/// Baseline, extended, progressive, lossless and arithmetic-coded frames are all reported; which
/// of the last two can be decoded is for the engine to know. Hierarchical ones are UNSUPPORTED:
/// nothing reads them.
final class Jpeg {

  private static final int SOF0 = 0xC0;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int SOF15 = 0xCF;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int RST0 = 0xD0;
  private static final int TEM = 0x01;

  private final Bytes bytes;
  private Optional<Header> frame = Optional.empty();
  private Optional<Orientation> orientation = Optional.empty();

  private Jpeg(Bytes bytes) {
    this.bytes = bytes;
  }

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "\u00FF\u00D8\u00FF");
  }

  static Header read(Bytes bytes) {
    return new Jpeg(bytes).read();
  }

  private Header read() {
    long at = 2;
    while (true) {
      at = afterMarker(at);
      int marker = bytes.u8(at - 1);
      if (marker == EOI || marker == SOS) {
        return finished(marker == SOS);
      }
      if (marker == TEM || (marker >= RST0 && marker <= SOI)) {
        continue;
      }
      long length = bytes.u16(at);
      if (length < 2 || !bytes.has(at, length)) {
        throw bytes.corrupt(
            "segment at byte " + (at - 2) + " claims " + length + " bytes, which is not there");
      }
      segment(marker, at + 2, length - 2);
      at += length;
    }
  }

  /// The place after the next marker, past fill bytes and past what no decoder understands.
  private long afterMarker(long from) {
    long at = from;
    while (true) {
      while (bytes.u8(at) != 0xFF) {
        at++;
      }
      while (bytes.u8(at) == 0xFF) {
        at++;
      }
      at++;
      if (bytes.u8(at - 1) != 0) {
        return at;
      }
    }
  }

  private void segment(int marker, long at, long length) {
    boolean startsFrame =
        marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    if (startsFrame) {
      if (frame.isPresent()) {
        throw bytes.corrupt("has two frame headers");
      }
      refuseUnread(marker);
      Bytes content = bytes.slice(at, length);
      frame =
          Optional.of(
              Header.still(Format.JPEG, content.u16(3), content.u16(1), false)
                  .grey(content.has(5, 1) && content.u8(5) == 1));
    } else if (marker == APP1 && orientation.isEmpty() && bytes.ascii(at, Exif.PREFIX)) {
      orientation = Exif.orientation(bytes.slice(at, length));
    }
  }

  private void refuseUnread(int marker) {
    switch (marker) {
      case 0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF ->
          throw bytes.unsupported(
              "is coded in a way that nothing reads (SOF" + (marker - SOF0) + ")");
      default -> {}
    }
  }

  private Header finished(boolean scan) {
    Header header = frame.orElseThrow(() -> bytes.corrupt("has no frame header"));
    if (!scan) {
      throw bytes.corrupt("has no picture data");
    }
    return header.oriented(orientation.orElse(Orientation.TOP_LEFT));
  }
}
