package io.tintype.vips;

import io.tintype.imaging.Size;
import io.tintype.imaging.Surface;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A picture in memory that nobody else has yet, whose pixels are read and written where they lie.
/// 8-bit sRGB, straight, with three bands or four.
///
/// @param image must not be used by any operation before the last change
@SuppressWarnings({
  "ArrayRecordComponent", // never compared
  "restricted" // native access is what this is for
})
record PixelMemory(Image image, MemorySegment pixels, Size size, int bands, byte[] line)
    implements Surface {

  static PixelMemory of(Image image, MemorySegment data) {
    Size size = image.size();
    int bands = image.bands();
    long bytes = size.pixels() * bands;
    return new PixelMemory(
        image, data.reinterpret(bytes), size, bands, new byte[size.width() * bands]);
  }

  @Override
  public void read(int y, int[] row) {
    long start = (long) y * line.length;
    MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, start, line, 0, line.length);
    int at = 0;
    for (int x = 0; x < size.width(); x++) {
      int alpha = bands == 4 ? line[at + 3] & 255 : 255;
      row[x] =
          alpha << 24 | (line[at] & 255) << 16 | (line[at + 1] & 255) << 8 | (line[at + 2] & 255);
      at += bands;
    }
  }

  @Override
  public void write(int y, int[] row) {
    int at = 0;
    for (int x = 0; x < size.width(); x++) {
      line[at] = (byte) (row[x] >> 16);
      line[at + 1] = (byte) (row[x] >> 8);
      line[at + 2] = (byte) row[x];
      if (bands == 4) {
        line[at + 3] = (byte) (row[x] >>> 24);
      }
      at += bands;
    }
    long start = (long) y * line.length;
    MemorySegment.copy(line, 0, pixels, ValueLayout.JAVA_BYTE, start, line.length);
  }
}
