package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import java.util.List;

/// The item properties that matter for a header, applied in the order in which the file lists
/// them.
final class HeifProperties {

  private final Bytes bytes;
  private long width;
  private long height;
  private int clockwiseTurns;
  private boolean mirrored;

  HeifProperties(Bytes bytes) {
    this.bytes = bytes;
  }

  void apply(IsoBox property) {
    long from = property.from();
    switch (property.type()) {
      case "ispe" -> {
        width = bytes.u32(from + 4);
        height = bytes.u32(from + 8);
      }
      case "clap" -> {
        width = clean(width, bytes.u32(from), bytes.u32(from + 4));
        height = clean(height, bytes.u32(from + 8), bytes.u32(from + 12));
      }
      case "irot" -> clockwiseTurns = clockwiseTurns - (bytes.u8(from) & 3) & 3;
      case "imir" -> mirror((bytes.u8(from) & 1) == 0);
      default -> {}
    }
  }

  /// A clean aperture is a fraction; one that makes no sense is left out.
  private static long clean(long side, long numerator, long denominator) {
    long wanted = denominator == 0 ? 0 : numerator / denominator;
    return wanted >= 1 && wanted <= side ? wanted : side;
  }

  /// Mirroring after a turn is the same as mirroring before the opposite turn; top to bottom is
  /// left to right and half a turn.
  private void mirror(boolean topToBottom) {
    mirrored = !mirrored;
    clockwiseTurns = (topToBottom ? 2 : 0) - clockwiseTurns & 3;
  }

  Header header(Format format, List<IsoBox> all) {
    if (width == 0 && height == 0) {
      throw bytes.corrupt("does not give the size of its primary picture");
    }
    return Header.still(format, width, height, all.stream().anyMatch(this::alpha))
        .oriented(orientation());
  }

  private Orientation orientation() {
    for (Orientation orientation : Orientation.values()) {
      if (orientation.mirrored() == mirrored && orientation.quarterTurns() == clockwiseTurns) {
        return orientation;
      }
    }
    return Orientation.TOP_LEFT;
  }

  private boolean alpha(IsoBox property) {
    if (!property.type().equals("auxC")) {
      return false;
    }
    String kind =
        bytes.text(property.from() + 4, (int) Math.min(64, property.to() - property.from()));
    return kind.startsWith("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
        || kind.startsWith("urn:mpeg:hevc:2015:auxid:1")
        || kind.startsWith("urn:mpeg:avc:2015:auxid:1");
  }

  /// Pixels of the largest picture in the file, which a decoder may want on the way.
  static long largest(List<IsoBox> all) {
    long largest = 0;
    for (IsoBox property : all) {
      if (property.type().equals("ispe")) {
        Bytes bytes = property.bytes();
        long pixels =
            Header.product(bytes.u32(property.from() + 4), bytes.u32(property.from() + 8));
        largest = Math.max(largest, pixels);
      }
    }
    return largest;
  }
}
