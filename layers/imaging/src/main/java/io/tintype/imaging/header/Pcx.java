package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import java.nio.ByteOrder;

/// ZSoft's PCX. One byte of magic, so version, encoding and depth must be ones that exist.
final class Pcx {

  private static final int HEADER = 128;

  private Pcx() {}

  static boolean recognises(Bytes bytes) {
    if (!bytes.has(0, 4) || bytes.u8(0) != 0x0A || bytes.u8(2) > 1) {
      return false;
    }
    int version = bytes.u8(1);
    int depth = bytes.u8(3);
    return version <= 5 && version != 1 && (depth == 1 || depth == 2 || depth == 4 || depth == 8);
  }

  static Header read(Bytes file) {
    Bytes bytes = file.order(ByteOrder.LITTLE_ENDIAN);
    bytes.u8(HEADER - 1);
    long width = bytes.u16(8) - bytes.u16(4) + 1L;
    long height = bytes.u16(10) - bytes.u16(6) + 1L;
    int planes = bytes.u8(65);
    int line = bytes.u16(66);
    if (planes < 1 || planes > 4) {
      throw bytes.corrupt("has " + planes + " planes, expected 1..4");
    }
    if (line * 8L < width * bytes.u8(3)) {
      throw bytes.corrupt("has lines of " + line + " bytes for " + width + " pixels");
    }
    return Header.still(Format.PCX, width, height, false);
  }
}
