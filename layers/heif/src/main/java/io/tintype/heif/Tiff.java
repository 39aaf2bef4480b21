package io.tintype.heif;

import io.tintype.imaging.Size;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes pixels as an uncompressed TIFF 6.0: one directory, then what doesn't fit into it, then
/// the rows in strips.
///
/// @param samples of a pixel, 3 or 4
/// @param multiplied whether colours are multiplied by alpha
/// @param profile ICC, empty where there is none
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tiff(Size size, int samples, boolean multiplied, byte[] profile) {

  private static final int ROWS_PER_STRIP = 64;
  private static final int HEADER = 8;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final int RGB = 2;

  /// @param rows of pixels
  /// @param step bytes from one row to the next
  ByteBuffer write(MemorySegment rows, long step) {
    int strips = Math.ceilDiv(size.height(), ROWS_PER_STRIP);
    int entries = 10 + (samples == 4 ? 1 : 0) + (profile.length > 0 ? 1 : 0);
    int bits = HEADER + 2 + 12 * entries + 4;
    int offsets = bits + 2 * samples;
    int counts = offsets + 4 * strips;
    int icc = counts + 4 * strips;
    // even, as values have to be
    int pixels = icc + profile.length + (profile.length & 1);
    int row = size.width() * samples;
    MemorySegment file = Arena.ofAuto().allocate(pixels + (long) row * size.height());
    ByteBuffer out = file.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);

    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
    out.putShort((short) entries);
    entry(out, 256, LONG, 1, size.width());
    entry(out, 257, LONG, 1, size.height());
    entry(out, 258, SHORT, samples, bits);
    entry(out, 259, SHORT, 1, 1);
    entry(out, 262, SHORT, 1, RGB);
    entry(out, 273, LONG, strips, inlineOr(offsets, strips, pixels));
    entry(out, 277, SHORT, 1, samples);
    entry(out, 278, LONG, 1, ROWS_PER_STRIP);
    entry(out, 279, LONG, strips, inlineOr(counts, strips, row * size.height()));
    entry(out, 284, SHORT, 1, 1);
    if (samples == 4) {
      entry(out, 338, SHORT, 1, multiplied ? 1 : 2);
    }
    if (profile.length > 0) {
      entry(out, 34675, UNDEFINED, profile.length, icc);
    }
    out.putInt(0);
    for (int i = 0; i < samples; i++) {
      out.putShort((short) 8);
    }
    for (int i = 0; i < strips; i++) {
      out.putInt(offsets + 4 * i, pixels + i * ROWS_PER_STRIP * row);
      int height = Math.min(ROWS_PER_STRIP, size.height() - i * ROWS_PER_STRIP);
      out.putInt(counts + 4 * i, height * row);
    }
    out.put(icc, profile);
    for (int y = 0; y < size.height(); y++) {
      MemorySegment.copy(rows, y * step, file, pixels + (long) y * row, row);
    }
    return file.asByteBuffer();
  }

  /// A list of one lies in the entry itself.
  private static int inlineOr(int place, int count, int only) {
    return count == 1 ? only : place;
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
