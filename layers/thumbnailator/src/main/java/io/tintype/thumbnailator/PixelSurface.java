package io.tintype.thumbnailator;

import io.tintype.imaging.Size;
import io.tintype.imaging.Surface;

/// The array of a picture.
@SuppressWarnings("ArrayRecordComponent") // never compared
record PixelSurface(Size size, int[] argb) implements Surface {

  @Override
  public void read(int y, int[] row) {
    System.arraycopy(argb, y * size.width(), row, 0, size.width());
  }

  @Override
  public void write(int y, int[] row) {
    System.arraycopy(row, 0, argb, y * size.width(), size.width());
  }
}
