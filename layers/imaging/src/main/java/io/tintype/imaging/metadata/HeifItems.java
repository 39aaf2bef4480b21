package io.tintype.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The metadata items of HEIF and AVIF (ISO/IEC 23008-12 annex A, ISO/IEC 14496-12 section 8.11):
/// their kinds are in `iinf`, their places in `iloc`; a profile is a property of a picture.
final class HeifItems {

  /// More boxes in one place are no file that anybody wrote.
  private static final int MOST_BOXES = 10_000;

  private final Part file;
  private final Part meta;

  private HeifItems(Part file, Part meta) {
    this.file = file;
    this.meta = meta;
  }

  private record Box(String type, Part content) {}

  static void read(Part file, Finding found) {
    // `meta` is a full box: version and flags come first.
    child(file, "meta").ifPresent(meta -> new HeifItems(file, meta.from(4)).read(found));
  }

  private void read(Finding found) {
    child(meta, "iprp")
        .flatMap(properties -> child(properties, "ipco"))
        .ifPresent(properties -> profile(properties, found));
    Part infos = child(meta, "iinf").orElse(Part.of(new byte[0]));
    for (Box box : children(infos.from(infos.u8(0) == 0 ? 6 : 8))) {
      if (box.type.equals("infe") && box.content.u8(0) >= 2) {
        item(box.content, found);
      }
    }
  }

  private static void profile(Part properties, Finding found) {
    for (Box box : children(properties)) {
      String kind = box.content.text(0, 4);
      if (box.type.equals("colr") && (kind.equals("prof") || kind.equals("rICC"))) {
        found.icc(box.content.from(4));
      }
    }
  }

  private void item(Part info, Finding found) {
    boolean wide = info.u8(0) > 2;
    long id = wide ? info.u32(4) : info.u16(4);
    int at = wide ? 10 : 8;
    switch (info.text(at, 4)) {
      case "Exif" -> content(id).ifPresent(block -> found.exif(block.from(4 + block.u32(0))));
      case "mime" -> {
        String rest = info.text(at + 4, 200);
        if (rest.contains("application/rdf+xml")) {
          content(id).ifPresent(found::xmp);
        }
      }
      default -> {}
    }
  }

  /// The bytes of an item that lies in the file itself.
  private Optional<Part> content(long wanted) {
    Part places = child(meta, "iloc").orElse(Part.of(new byte[0]));
    int version = places.u8(0);
    int offsetSize = places.u8(4) >> 4;
    int lengthSize = places.u8(4) & 15;
    int baseSize = places.u8(5) >> 4;
    int indexSize = version == 0 ? 0 : places.u8(5) & 15;
    long items = version < 2 ? places.u16(6) : places.u32(6);
    long at = version < 2 ? 8 : 10;
    for (long i = 0; i < items && places.has(at, 1); i++) {
      long id = version < 2 ? places.u16(at) : places.u32(at);
      at += version < 2 ? 2 : 4;
      int method = version == 0 ? 0 : places.u16(at) & 15;
      at += version == 0 ? 2 : 4;
      long base = number(places, at, baseSize);
      at += baseSize;
      int extents = places.u16(at);
      at += 2;
      if (id == wanted && method == 0) {
        return Optional.of(
            joined(places, at, extents, new int[] {indexSize, offsetSize, lengthSize}, base));
      }
      at += (long) extents * (indexSize + offsetSize + lengthSize);
    }
    return Optional.empty();
  }

  /// @param sizes of the three numbers that an extent has: index, offset and length
  private Part joined(Part places, long first, int extents, int[] sizes, long base) {
    var bytes = new ByteArrayOutputStream();
    long at = first;
    for (int i = 0; i < extents && bytes.size() < file.size(); i++) {
      long offset = number(places, at + sizes[0], sizes[1]);
      long length = number(places, at + sizes[0] + sizes[1], sizes[2]);
      bytes.writeBytes(file.part(base + offset, length).copy());
      at += sizes[0] + sizes[1] + sizes[2];
    }
    return Part.of(bytes.toByteArray());
  }

  private static long number(Part part, long at, int size) {
    return switch (size) {
      case 4 -> part.u32(at);
      case 8 -> part.u64(at);
      default -> 0;
    };
  }

  private static Optional<Part> child(Part parent, String type) {
    return children(parent).stream()
        .filter(box -> box.type.equals(type))
        .map(Box::content)
        .findFirst();
  }

  private static List<Box> children(Part parent) {
    List<Box> boxes = new ArrayList<>();
    long at = 0;
    while (parent.has(at, 8) && boxes.size() < MOST_BOXES) {
      long size = parent.u32(at);
      int head = size == 1 ? 16 : 8;
      long whole = size == 1 ? parent.u64(at + 8) : size == 0 ? parent.size() - at : size;
      if (whole < head) {
        break;
      }
      boxes.add(new Box(parent.text(at + 4, 4), parent.part(at + head, whole - head)));
      at += Math.min(whole, parent.size());
    }
    return boxes;
  }
}
