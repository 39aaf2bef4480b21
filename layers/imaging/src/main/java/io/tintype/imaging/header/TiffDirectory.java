package io.tintype.imaging.header;

import io.tintype.imaging.TintypeException;
import java.util.OptionalLong;

/// One image file directory of a TIFF or an EXIF block, TIFF 6.0 section 2; with 64-bit places in
/// BigTIFF.
final class TiffDirectory {

  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS_PER_SAMPLE = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int STRIP_OFFSETS = 273;
  static final int ORIENTATION = 274;
  static final int SAMPLES_PER_PIXEL = 277;
  static final int TILE_OFFSETS = 324;
  static final int EXTRA_SAMPLES = 338;

  private static final int BYTE = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int LONG8 = 16;

  /// BigTIFF has 64 bits for this number, but no writer and no reader goes further.
  private static final int MOST_ENTRIES = 0xFFFF;

  private final Bytes bytes;
  private final boolean big;
  private final long first;
  private final long entries;

  private TiffDirectory(Bytes bytes, boolean big, long first, long entries) {
    this.bytes = bytes;
    this.big = big;
    this.first = first;
    this.entries = entries;
  }

  /// The directory at a place, all of which must lie inside of the bytes.
  static TiffDirectory whole(Bytes bytes, long at, boolean big) {
    long head = big ? 8 : 2;
    if (!bytes.has(at, head)) {
      throw bytes.corrupt("directory lies at byte " + at + " of " + bytes.size());
    }
    long entries = big ? bytes.u64(at) : bytes.u16(at);
    if (entries > MOST_ENTRIES || !bytes.has(at + head, entries * entrySize(big))) {
      throw bytes.corrupt("ends inside the directory at byte " + at);
    }
    return new TiffDirectory(bytes, big, at + head, entries);
  }

  /// The directory at a place, up to where the bytes end.
  static TiffDirectory cut(Bytes bytes, long at) {
    long room = (bytes.size() - at - 2) / entrySize(false);
    return new TiffDirectory(bytes, false, at + 2, Math.min(bytes.u16(at), room));
  }

  /// To throw: a directory of a kind that no engine reads.
  TintypeException unsupported(String what) {
    return bytes.unsupported("has " + what);
  }

  long entries() {
    return entries;
  }

  /// Bytes that the directory takes.
  long length() {
    return entries * entrySize(big) + (big ? 16 : 6);
  }

  /// Place of the next directory, 0 when this is the last or the file ends here.
  long next() {
    long at = first + entries * entrySize(big);
    if (!bytes.has(at, big ? 8 : 4)) {
      return 0;
    }
    return big ? bytes.u64(at) : bytes.u32(at);
  }

  int tag(long entry) {
    return bytes.u16(at(entry));
  }

  /// The first value of an entry; empty when it is no whole number or lies outside of the bytes.
  OptionalLong value(long entry) {
    Values values = values(entry);
    boolean there = values.count > 0 && bytes.has(values.place, values.size);
    return there ? OptionalLong.of(number(values, 0)) : OptionalLong.empty();
  }

  /// Whether every value of an entry is below a bound and itself inside of the bytes.
  boolean allBelow(long entry, long bound) {
    Values values = values(entry);
    if (!bytes.has(values.place, Header.product(values.count, values.size))) {
      return false;
    }
    for (long i = 0; i < values.count; i++) {
      if (number(values, i) >= bound) {
        return false;
      }
    }
    return true;
  }

  /// So many whole numbers of a size, one after another.
  private record Values(long place, long size, long count) {}

  /// Small values lie in the entry itself. None where they are no whole numbers.
  private Values values(long entry) {
    long at = at(entry);
    long size =
        switch (bytes.u16(at + 2)) {
          case BYTE -> 1;
          case SHORT -> 2;
          case LONG -> 4;
          case LONG8 -> 8;
          default -> 0;
        };
    long count = big ? bytes.u64(at + 4) : bytes.u32(at + 4);
    long inline = at + (big ? 12 : 8);
    boolean fits = Header.product(count, size) <= (big ? 8 : 4);
    long place = fits ? inline : big ? bytes.u64(inline) : bytes.u32(inline);
    return new Values(place, size, size == 0 ? 0 : count);
  }

  private long number(Values values, long index) {
    long place = values.place + index * values.size;
    return switch ((int) values.size) {
      case 1 -> bytes.u8(place);
      case 2 -> bytes.u16(place);
      case 4 -> bytes.u32(place);
      default -> bytes.u64(place);
    };
  }

  private long at(long entry) {
    return first + entry * entrySize(big);
  }

  private static int entrySize(boolean big) {
    return big ? 20 : 12;
  }
}
