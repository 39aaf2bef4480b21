package io.tintype.imaging.header;

import io.tintype.imaging.Format;

/// Photoshop's PSD and its large variant PSB: the merged picture that follows the layers.
final class Psd {

  private static final int HEADER = 26;

  private Psd() {}

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "8BPS");
  }

  static Header read(Bytes bytes) {
    int version = bytes.u16(4);
    if (version != 1 && version != 2) {
      throw bytes.corrupt("has version " + version + ", expected 1 or 2");
    }
    boolean large = version == 2;
    int channels = bytes.u16(12);
    long height = bytes.u32(14);
    long width = bytes.u32(18);
    int depth = bytes.u16(22);
    if (channels < 1 || channels > 56) {
      throw bytes.corrupt("has " + channels + " channels, expected 1..56");
    }
    if (depth != 1 && depth != 8 && depth != 16 && depth != 32) {
      throw bytes.corrupt("has " + depth + " bits a channel, expected 1, 8, 16 or 32");
    }
    long at = after(bytes, HEADER, false, "colour mode data");
    at = after(bytes, at, false, "image resources");
    at = after(bytes, at, large, "layers");
    long lines = Header.product(height, channels);
    long needs =
        switch (bytes.u16(at)) {
          case 0 -> Header.product(lines, (width * depth + 7) / 8);
          case 1 -> Header.product(lines, large ? 4 : 2);
          default -> 0;
        };
    return Header.still(Format.PSD, width, height, channels > colours(bytes.u16(24)))
        .needing(Header.sum(at + 2, needs));
  }

  private static long after(Bytes bytes, long at, boolean large, String section) {
    long length = large ? bytes.u64(at) : bytes.u32(at);
    long from = at + (large ? 8 : 4);
    if (!bytes.has(from, length)) {
      throw bytes.corrupt("ends after " + bytes.size() + " bytes, inside its " + section);
    }
    return from + length;
  }

  /// Channels of a colour mode that are colours; one more can be transparency.
  private static int colours(int mode) {
    return switch (mode) {
      case 0, 1, 2, 8 -> 1;
      case 3, 9 -> 3;
      case 4 -> 4;
      default -> Integer.MAX_VALUE;
    };
  }
}
