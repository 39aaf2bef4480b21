package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import java.nio.ByteOrder;

/// GIF87a and GIF89a. Every block is stepped over; pictures are counted. The size is that of the
/// logical screen, widened to the first picture where that sticks out, as browsers do.
final class Gif {

  private static final int PICTURE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int RESTORE_TO_BACKGROUND = 2;
  private static final int SCREEN = 13;

  private final Bytes bytes;
  private long at;
  private long frames;
  private long width;
  private long height;
  private long largest;
  private boolean transparent;
  private boolean cleared;

  private Gif(Bytes bytes) {
    this.bytes = bytes;
  }

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "GIF87a") || bytes.ascii(0, "GIF89a");
  }

  static Header read(Bytes bytes, int maxFrames) {
    return new Gif(bytes.order(ByteOrder.LITTLE_ENDIAN)).read(maxFrames);
  }

  private Header read(int maxFrames) {
    width = bytes.u16(6);
    height = bytes.u16(8);
    at = SCREEN + colourTable(bytes.u8(10));
    bytes.u8(SCREEN - 1);
    boolean more = true;
    while (more && frames <= maxFrames && bytes.has(at, 1)) {
      switch (bytes.u8(at)) {
        case PICTURE -> picture();
        case EXTENSION -> extension();
        // Other bytes end the file, as in browsers, if there is something to show.
        default -> more = false;
      }
    }
    if (frames == 0) {
      boolean ended = more || bytes.u8(at) == TRAILER;
      throw bytes.corrupt(
          ended ? "has no picture" : "has an unknown block at byte " + at + " and no picture");
    }
    boolean alpha = transparent || (cleared && frames > 1);
    return Header.still(Format.GIF, width, height, alpha)
        .animated(frames, Math.max(largest, Header.product(width, height)));
  }

  private void picture() {
    long right = bytes.u16(at + 1) + (long) bytes.u16(at + 5);
    long bottom = bytes.u16(at + 3) + (long) bytes.u16(at + 7);
    largest = Math.max(largest, (long) bytes.u16(at + 5) * bytes.u16(at + 7));
    if (frames == 0) {
      boolean covers =
          bytes.u16(at + 1) == 0 && bytes.u16(at + 3) == 0 && right >= width && bottom >= height;
      transparent |= !covers;
      width = Math.max(width, right);
      height = Math.max(height, bottom);
    }
    frames++;
    at += 10 + colourTable(bytes.u8(at + 9)) + 1;
    skipSubBlocks("picture " + frames);
  }

  private void extension() {
    if (bytes.u8(at + 1) == GRAPHIC_CONTROL && bytes.u8(at + 2) >= 4) {
      int packed = bytes.u8(at + 3);
      transparent |= (packed & 1) != 0;
      cleared |= (packed >> 2 & 7) == RESTORE_TO_BACKGROUND;
    }
    at += 2;
    skipSubBlocks("an extension");
  }

  private void skipSubBlocks(String what) {
    while (bytes.has(at, 1)) {
      int length = bytes.u8(at);
      at += 1 + length;
      if (length == 0) {
        return;
      }
    }
    throw bytes.corrupt("ends after " + bytes.size() + " bytes, inside " + what);
  }

  private static long colourTable(int packed) {
    return (packed & 0x80) == 0 ? 0 : 3L << ((packed & 7) + 1);
  }
}
