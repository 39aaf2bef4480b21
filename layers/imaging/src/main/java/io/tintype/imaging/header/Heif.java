package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// HEIF and AVIF (ISO/IEC 23008-12): the properties of the primary picture. Its EXIF says nothing
/// about the orientation, the properties `irot` and `imir` do.
///
/// Where the major brand announces a sequence, its samples are the frames.
final class Heif {

  private static final Set<String> AVIF = Set.of("avif", "avis");
  private static final Set<String> HEIF =
      Set.of(
          "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1");
  private static final Set<String> SEQUENCES = Set.of("avis", "msf1", "hevc", "hevx");

  /// Boxes without which nothing can be shown; other boxes at the end may be anything.
  private static final Set<String> NEEDED = Set.of("meta", "mdat", "moov");

  private static final int MOST_BRANDS = 64;
  private static final int MOST_PROPERTIES = 0x7FFF;

  private final Bytes bytes;
  private final Format format;
  private Optional<IsoBox> meta = Optional.empty();
  private Optional<IsoBox> movie = Optional.empty();

  private Heif(Bytes bytes, Format format) {
    this.bytes = bytes;
    this.format = format;
  }

  static boolean recognises(Bytes bytes) {
    return bytes.ascii(4, "ftyp") && format(bytes).isPresent();
  }

  static Header read(Bytes bytes) {
    Format format = format(bytes).orElse(Format.HEIF);
    return new Heif(bytes.named(format.name()), format).read();
  }

  private static Optional<Format> format(Bytes bytes) {
    List<String> brands = new ArrayList<>(List.of(bytes.text(8, 4)));
    long end = Math.min(bytes.size(), bytes.u32(0));
    for (long at = 16; at + 4 <= end && brands.size() < MOST_BRANDS; at += 4) {
      brands.add(bytes.text(at, 4));
    }
    if (brands.stream().anyMatch(AVIF::contains)) {
      return Optional.of(Format.AVIF);
    }
    return brands.stream().anyMatch(HEIF::contains) ? Optional.of(Format.HEIF) : Optional.empty();
  }

  private Header read() {
    findBoxes();
    IsoBox properties =
        meta.flatMap(box -> box.child("iprp", 4))
            .orElseThrow(() -> bytes.corrupt("has no primary picture"));
    List<IsoBox> all = new ArrayList<>();
    IsoBox container =
        properties
            .child("ipco", 0)
            .orElseThrow(() -> bytes.corrupt("has no properties of its pictures"));
    for (IsoBox property : container.children(0)) {
      if (all.size() < MOST_PROPERTIES) {
        all.add(property);
      }
    }
    HeifProperties primary = new HeifProperties(bytes);
    for (int index : associations(properties, primaryItem())) {
      if (index >= 1 && index <= all.size()) {
        primary.apply(all.get(index - 1));
      }
    }
    return primary.header(format, all).animated(samples(), HeifProperties.largest(all));
  }

  private void findBoxes() {
    long at = 0;
    while (bytes.has(at, 8)) {
      IsoBox box = IsoBox.at(bytes, at, bytes.size());
      if (box.to() > bytes.size()) {
        if (NEEDED.contains(box.type())) {
          throw bytes.corrupt("ends inside its box " + box.type());
        }
        return;
      }
      switch (box.type()) {
        case "meta" -> meta = meta.or(() -> Optional.of(box));
        case "moov" -> movie = movie.or(() -> Optional.of(box));
        default -> {}
      }
      at = box.to();
    }
  }

  private long primaryItem() {
    IsoBox box =
        meta.flatMap(parent -> parent.child("pitm", 4))
            .orElseThrow(() -> bytes.corrupt("does not name its primary picture"));
    return bytes.u8(box.from()) == 0 ? bytes.u16(box.from() + 4) : bytes.u32(box.from() + 4);
  }

  /// Numbers of the properties of one item, from 1, in order.
  private List<Integer> associations(IsoBox properties, long item) {
    List<Integer> found = new ArrayList<>();
    for (IsoBox box : properties.children(0)) {
      if (box.type().equals("ipma")) {
        associations(box, item, found);
      }
    }
    return found;
  }

  private void associations(IsoBox box, long item, List<Integer> found) {
    boolean longItem = bytes.u8(box.from()) != 0;
    boolean longIndex = (bytes.u8(box.from() + 3) & 1) != 0;
    long entries = bytes.u32(box.from() + 4);
    long at = box.from() + 8;
    for (long i = 0; i < entries && found.isEmpty(); i++) {
      if (at >= box.to()) {
        throw bytes.corrupt("box ipma ends inside its list");
      }
      long id = longItem ? bytes.u32(at) : bytes.u16(at);
      at += longItem ? 4 : 2;
      int count = bytes.u8(at++);
      for (int k = 0; k < count; k++) {
        int index = longIndex ? bytes.u16(at) & 0x7FFF : bytes.u8(at) & 0x7F;
        at += longIndex ? 2 : 1;
        if (id == item) {
          found.add(index);
        }
      }
    }
  }

  private long samples() {
    if (!SEQUENCES.contains(bytes.text(8, 4)) || movie.isEmpty()) {
      return 1;
    }
    long most = 1;
    for (IsoBox track : movie.get().children(0)) {
      Optional<IsoBox> sizes =
          track.type().equals("trak")
              ? track.descendant("mdia", "minf", "stbl", "stsz")
              : Optional.empty();
      if (sizes.isPresent()) {
        most = Math.max(most, bytes.u32(sizes.get().from() + 8));
      }
    }
    return most;
  }
}
