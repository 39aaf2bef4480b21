package io.tintype.imaging.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Changes single values of an EXIF block where they lie, so that all places in it stay right,
/// those of makers' notes too.
final class ExifPatch {

  private static final int ENTRY = 12;
  private static final int FIRST = 4;

  private final ByteBuffer block;

  ExifPatch(Part original, TiffTags image) {
    block =
        ByteBuffer.wrap(original.copy())
            .order(image.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /// Gives a tag of the first directory another whole number.
  void set(TiffTags image, int tag, int number) {
    for (int i = 0; i < image.entries().size(); i++) {
      TiffTags.Entry entry = image.entries().get(i);
      if (entry.tag() == tag) {
        int at = block.getInt(FIRST) + 2 + ENTRY * i + 8;
        block.putInt(at, 0);
        if (entry.type() == 3) {
          block.putShort(at, (short) number);
        } else {
          block.putInt(at, number);
        }
      }
    }
  }

  /// Overwrites the picture that the second directory names, and takes the directory out of the
  /// chain.
  void erase(TiffTags preview, int placeTag, int lengthTag) {
    long place = preview.entry(placeTag).map(entry -> entry.values().u32(0)).orElse(0L);
    long length = preview.entry(lengthTag).map(entry -> entry.values().u32(0)).orElse(0L);
    for (long at = Math.max(8, place); at < Math.min(place + length, block.limit()); at++) {
      block.put((int) at, (byte) 0);
    }
    int first = block.getInt(FIRST);
    int next = first + 2 + ENTRY * (block.getShort(first) & 0xFFFF);
    if (next >= 8 && next + 4 <= block.limit()) {
      block.putInt(next, 0);
    }
  }

  ByteBuffer done() {
    return block.asReadOnlyBuffer().rewind();
  }
}
