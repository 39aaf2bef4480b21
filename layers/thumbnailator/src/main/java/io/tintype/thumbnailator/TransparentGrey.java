package io.tintype.thumbnailator;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;

/// Grey PNGs of 1, 2 or 4 bits of which one level is transparent. The JDK's reader gives them an
/// alpha channel, but looks for that level among those that it has spread over 8 bits, where it
/// finds black at most.
final class TransparentGrey {

  private static final int DEPTH = 24;
  private static final int COLOR_TYPE = 25;
  private static final int GREY = 0;

  private TransparentGrey() {}

  /// Takes away what is transparent; other pictures stay as they are.
  ///
  /// @param image what the reader has made of the file
  static void clear(ByteBuffer file, BufferedImage image) {
    int depth = file.get(DEPTH);
    if (file.get(COLOR_TYPE) != GREY || depth >= 8 || image.getRaster().getNumBands() != 2) {
      return;
    }
    PngChunk.find(file, PngChunk.TRANSPARENCY)
        .filter(content -> content.length == 2)
        .ifPresent(content -> clear(image.getRaster(), level(content[1], depth)));
  }

  private static int level(byte stored, int depth) {
    int most = (1 << depth) - 1;
    return (stored & most) * 255 / most;
  }

  private static void clear(WritableRaster raster, int level) {
    int[] row = new int[2 * raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0; i < row.length; i += 2) {
        row[i + 1] = row[i] == level ? 0 : 255;
      }
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
  }
}
