package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import java.nio.ByteOrder;

/// Truevision TGA, which has no magic bytes: everything in the header must fit together and the
/// file be long enough for its pixels, else this is no image. The footer of version 2 proves a
/// file, then fields that have no meaning for it may hold anything.
final class Tga {

  private static final int HEADER = 18;
  private static final int FOOTER = 26;
  private static final int RUN_LENGTH = 8;
  private static final int LONGEST_RUN = 128;

  private final int mapType;
  private final int type;
  private final int mapLength;
  private final int mapDepth;
  private final long width;
  private final long height;
  private final int depth;
  private final int descriptor;
  private final int idLength;

  private Tga(Bytes bytes) {
    idLength = bytes.u8(0);
    mapType = bytes.u8(1);
    type = bytes.u8(2);
    mapLength = bytes.u16(5);
    mapDepth = bytes.u8(7);
    width = bytes.u16(12);
    height = bytes.u16(14);
    depth = bytes.u8(16);
    descriptor = bytes.u8(17);
  }

  static boolean recognises(Bytes file) {
    Bytes bytes = file.order(ByteOrder.LITTLE_ENDIAN);
    if (!bytes.has(0, HEADER + 1)) {
      return false;
    }
    Tga tga = new Tga(bytes);
    boolean footer =
        bytes.size() >= HEADER + FOOTER && bytes.ascii(bytes.size() - 18, "TRUEVISION-XFILE.\0");
    return tga.width > 0
        && tga.height > 0
        && tga.colourMapFits(footer)
        && tga.depthFits()
        && (footer || tga.descriptorFits())
        && tga.leastBytes() <= bytes.size();
  }

  static Header read(Bytes file) {
    Tga tga = new Tga(file.order(ByteOrder.LITTLE_ENDIAN));
    boolean attributes = (tga.descriptor & 0x0F) != 0;
    boolean alpha = tga.mapped() ? tga.mapDepth == 32 : attributes || tga.depth == 32;
    return Header.still(Format.TGA, tga.width, tga.height, alpha);
  }

  private boolean mapped() {
    return (type & ~RUN_LENGTH) == 1;
  }

  private boolean colourMapFits(boolean footer) {
    if (mapped()) {
      return mapType == 1 && mapLength > 0 && depth(mapDepth) && mapDepth != 8;
    }
    return mapType == 0 && (footer || (mapLength == 0 && mapDepth == 0));
  }

  private boolean depthFits() {
    return switch (type) {
      case 1, 9 -> depth == 8;
      case 2, 10 -> depth(depth) && depth != 8;
      case 3, 11 -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  private boolean descriptorFits() {
    int attributes = descriptor & 0x0F;
    int most =
        switch (depth) {
          case 32 -> 8;
          case 16 -> type == 2 || type == 10 ? 1 : 8;
          default -> 0;
        };
    return (descriptor & 0xC0) == 0 && (attributes == 0 || attributes == most);
  }

  private long leastBytes() {
    long map = mapType == 0 ? 0 : mapLength * ((mapDepth + 7L) / 8);
    long pixel = (depth + 7L) / 8;
    long pixels = width * height;
    boolean runs = (type & RUN_LENGTH) != 0;
    long data = runs ? (pixels + LONGEST_RUN - 1) / LONGEST_RUN * (1 + pixel) : pixels * pixel;
    return HEADER + idLength + map + data;
  }

  private static boolean depth(int bits) {
    return bits == 8 || bits == 15 || bits == 16 || bits == 24 || bits == 32;
  }
}
