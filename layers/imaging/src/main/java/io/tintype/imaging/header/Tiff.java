package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/// TIFF 6.0 and BigTIFF, either byte order. The first page gives the size; the chain of
/// directories is followed to count pages and to find the largest.
final class Tiff {

  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int YCBCR = 6;
  private static final int UNCOMPRESSED = 1;

  /// Pictures of satellites have more; nobody puts them on a page.
  private static final int MOST_SAMPLES = 16;

  private Tiff() {}

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(0, "II*\0")
        || bytes.ascii(0, "MM\0*")
        || bytes.ascii(0, "II+\0")
        || bytes.ascii(0, "MM\0+");
  }

  static Header read(Bytes file, int maxFrames) {
    Bytes bytes = file.order(file.ascii(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean big = bytes.u16(2) == 43;
    if (big && (bytes.u16(4) != 8 || bytes.u16(6) != 0)) {
      throw bytes.corrupt("has places of " + bytes.u16(4) + " bytes, expected 8");
    }
    long at = big ? bytes.u64(8) : bytes.u32(4);
    TiffDirectory directory = TiffDirectory.whole(bytes, at, big);
    Header first = page(directory);
    checkPixelsBegin(directory, bytes);
    Set<Long> seen = new HashSet<>(Set.of(at));
    long taken = directory.length();
    long largest = first.largest();
    for (at = directory.next(); at != 0 && seen.size() <= maxFrames; at = directory.next()) {
      if (!seen.add(at)) {
        throw bytes.corrupt("directories run in a circle");
      }
      directory = TiffDirectory.whole(bytes, at, big);
      taken += directory.length();
      if (taken > bytes.size()) {
        throw bytes.corrupt("directories overlap");
      }
      largest = Math.max(largest, page(directory).largest());
    }
    return first.pages(seen.size(), largest);
  }

  /// A strip or a tile that begins behind the end proves that the file was cut off. Only the first
  /// list of offsets is looked at: a directory could name the same long one many times.
  private static void checkPixelsBegin(TiffDirectory directory, Bytes bytes) {
    for (long i = 0; i < directory.entries(); i++) {
      int tag = directory.tag(i);
      if (tag == TiffDirectory.STRIP_OFFSETS || tag == TiffDirectory.TILE_OFFSETS) {
        if (!directory.allBelow(i, bytes.size())) {
          throw bytes.corrupt("ends after " + bytes.size() + " bytes, before some of its pixels");
        }
        return;
      }
    }
  }

  private static Header page(TiffDirectory directory) {
    long width = 0;
    long height = 0;
    long orientation = 1;
    long samples = 1;
    long photometric = -1;
    long extra = 0;
    long bits = 1;
    long compression = 0;
    for (long i = 0; i < directory.entries(); i++) {
      switch (directory.tag(i)) {
        case TiffDirectory.WIDTH -> width = directory.value(i).orElse(0);
        case TiffDirectory.HEIGHT -> height = directory.value(i).orElse(0);
        case TiffDirectory.BITS_PER_SAMPLE -> bits = directory.value(i).orElse(1);
        case TiffDirectory.COMPRESSION -> compression = directory.value(i).orElse(0);
        case TiffDirectory.ORIENTATION -> orientation = directory.value(i).orElse(1);
        case TiffDirectory.SAMPLES_PER_PIXEL -> samples = directory.value(i).orElse(1);
        case TiffDirectory.PHOTOMETRIC -> photometric = directory.value(i).orElse(-1);
        case TiffDirectory.EXTRA_SAMPLES -> extra = directory.value(i).orElse(0);
        default -> {}
      }
    }
    if (samples > MOST_SAMPLES) {
      throw directory.unsupported(samples + " samples a pixel, expected at most " + MOST_SAMPLES);
    }
    boolean whole = compression == UNCOMPRESSED && photometric != YCBCR;
    long needs = whole ? Header.product(Header.product(width, height), samples * bits) / 8 : 0;
    boolean alpha = extra == 1 || extra == 2 || samples > colours(photometric);
    return Header.still(Format.TIFF, width, height, alpha)
        .oriented(Orientation.ofExif((int) Math.min(orientation, 9)))
        .needing(needs)
        .grey(grey(photometric));
  }

  /// Samples of a pixel that are colours, beyond which readers take one for alpha.
  private static long colours(long photometric) {
    if (photometric == RGB) {
      return 3;
    }
    return grey(photometric) ? 1 : Long.MAX_VALUE;
  }

  private static boolean grey(long photometric) {
    return photometric == WHITE_IS_ZERO || photometric == BLACK_IS_ZERO;
  }
}
