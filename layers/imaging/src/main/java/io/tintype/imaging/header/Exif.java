package io.tintype.imaging.header;

import io.tintype.imaging.Orientation;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;

/// The orientation in an EXIF block, which is a small TIFF file. Never an error: a block that
/// can't be read says nothing.
final class Exif {

  static final String PREFIX = "Exif\0\0";

  private Exif() {}

  /// With or without the prefix that JPEG puts before it.
  static Optional<Orientation> orientation(Bytes block) {
    int skipped = block.ascii(0, PREFIX) ? PREFIX.length() : 0;
    Bytes bytes = block.slice(skipped, block.size() - skipped);
    if (!Tiff.recognises(bytes) || !bytes.has(0, 8)) {
      return Optional.empty();
    }
    Bytes tiff = bytes.order(bytes.ascii(0, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long at = tiff.u32(4);
    if (!tiff.has(at, 2)) {
      return Optional.empty();
    }
    TiffDirectory directory = TiffDirectory.cut(tiff, at);
    for (long i = 0; i < directory.entries(); i++) {
      if (directory.tag(i) == TiffDirectory.ORIENTATION) {
        OptionalLong value = directory.value(i);
        return value.isEmpty()
            ? Optional.empty()
            : Optional.of(Orientation.ofExif((int) Math.min(value.getAsLong(), 9)));
      }
    }
    return Optional.empty();
  }
}
