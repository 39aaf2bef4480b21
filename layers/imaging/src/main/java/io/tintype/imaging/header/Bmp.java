package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import java.nio.ByteOrder;
import java.util.Set;

/// Windows and OS/2 bitmaps. Two letters are little to go by, so the size of the second header
/// must be one that exists.
final class Bmp {

  private static final int FILE_HEADER = 14;
  private static final int OS2 = 12;
  private static final Set<Integer> HEADERS = Set.of(OS2, 16, 40, 52, 56, 64, 108, 124);
  private static final Set<Integer> DEPTHS = Set.of(0, 1, 2, 4, 8, 16, 24, 32);

  /// Headers that hold an alpha mask.
  private static final Set<Integer> MASKED = Set.of(56, 108, 124);

  private static final int ALPHA_MASK = FILE_HEADER + 52;
  private static final int RGB = 0;
  private static final int BIT_FIELDS = 3;
  private static final int ALPHA_BIT_FIELDS = 6;

  private Bmp() {}

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "BM")
        && bytes.has(FILE_HEADER, 4)
        && HEADERS.contains(bytes.order(ByteOrder.LITTLE_ENDIAN).s32(FILE_HEADER));
  }

  static Header read(Bytes file) {
    Bytes bytes = file.order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.s32(FILE_HEADER);
    boolean small = header == OS2;
    long width = small ? bytes.u16(18) : bytes.s32(18);
    // Negative where the rows go from top to bottom.
    long height = small ? bytes.u16(20) : Math.abs((long) bytes.s32(22));
    int depth = bytes.u16(small ? 24 : 28);
    int compression = header < 40 ? RGB : bytes.s32(30);
    if (!DEPTHS.contains(depth)) {
      throw bytes.corrupt("has " + depth + " bits a pixel, expected 1, 2, 4, 8, 16, 24 or 32");
    }
    boolean mask = MASKED.contains(header) || compression == ALPHA_BIT_FIELDS;
    boolean alpha = mask && depth >= 16 && bytes.u32(ALPHA_MASK) != 0;
    boolean plain =
        compression == RGB || compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS;
    long pixels = plain && width > 0 ? pixelBytes(width, height, depth) : 0;
    long start = Math.max(bytes.u32(10), FILE_HEADER + (long) header);
    return Header.still(Format.BMP, width, height, alpha).needing(Header.sum(start, pixels));
  }

  /// Without the up to three bytes that fill the last row, which some writers leave out.
  private static long pixelBytes(long width, long height, int depth) {
    long row = (width * depth + 31) / 32 * 4;
    long filling = row - (width * depth + 7) / 8;
    return Math.max(0, Header.product(row, height) - filling);
  }
}
