package io.tintype.imaging.metadata;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One directory of a TIFF structure (TIFF 6.0 section 2) as a list of entries.
///
/// @param next place of the directory after this, 0 for none
record TiffTags(Part tiff, boolean bigEndian, List<Entry> entries, long next) {

  private static final int ENTRY = 12;

  /// Bytes of one value by type 1..10; other types are left out.
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8};

  /// @param values where they lie, as many bytes as there are
  record Entry(int tag, int type, long count, Part values) {

    int size() {
      return type < SIZES.length ? SIZES[type] : 0;
    }
  }

  /// The first directory, where there is a TIFF structure.
  static Optional<TiffTags> first(Part block) {
    boolean big = block.starts("MM\0*");
    if (!big && !block.starts("II*\0")) {
      return Optional.empty();
    }
    Part tiff = block.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return at(tiff, big, tiff.u32(4));
  }

  Optional<TiffTags> at(long place) {
    return at(tiff, bigEndian, place);
  }

  private static Optional<TiffTags> at(Part tiff, boolean bigEndian, long place) {
    if (place < 8 || !tiff.has(place, 2)) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    int count = tiff.u16(place);
    for (int i = 0; i < count; i++) {
      long at = place + 2 + (long) i * ENTRY;
      if (!tiff.has(at, ENTRY)) {
        return Optional.of(new TiffTags(tiff, bigEndian, entries, 0));
      }
      entries.add(entry(tiff, at));
    }
    long end = place + 2 + (long) count * ENTRY;
    return Optional.of(new TiffTags(tiff, bigEndian, entries, tiff.u32(end)));
  }

  private static Entry entry(Part tiff, long at) {
    int type = tiff.u16(at + 2);
    long count = tiff.u32(at + 4);
    long length = count * (type < SIZES.length ? SIZES[type] : 0);
    Part values = length <= 4 ? tiff.part(at + 8, length) : tiff.part(tiff.u32(at + 8), length);
    return new Entry(tiff.u16(at), type, count, values);
  }

  Optional<Entry> entry(int tag) {
    return entries.stream().filter(entry -> entry.tag() == tag).findFirst();
  }

  /// The bytes of an entry, whatever its type.
  Optional<Part> bytes(int tag) {
    return entry(tag).map(Entry::values);
  }
}
