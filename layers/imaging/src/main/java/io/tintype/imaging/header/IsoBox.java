package io.tintype.imaging.header;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A box of the ISO base media file format (ISO/IEC 14496-12): its content goes from `from` to
/// `to`, places in `bytes`.
record IsoBox(Bytes bytes, String type, long from, long to) {

  /// The box that begins at a place. A size that makes no sense gives a box without an end.
  static IsoBox at(Bytes bytes, long at, long end) {
    long size = bytes.u32(at);
    String type = bytes.text(at + 4, 4);
    if (size == 0) {
      return new IsoBox(bytes, type, at + 8, end);
    }
    long head = size == 1 ? 16 : 8;
    long whole = size == 1 ? bytes.u64(at + 8) : size;
    long to = whole < head ? Long.MAX_VALUE : Header.sum(at, whole);
    return new IsoBox(bytes, type, at + head, to);
  }

  /// The boxes inside, after so many bytes that are none.
  Iterable<IsoBox> children(int skipped) {
    return () -> new Children(from + skipped);
  }

  Optional<IsoBox> child(String wanted, int skipped) {
    for (IsoBox box : children(skipped)) {
      if (box.type.equals(wanted)) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  /// Along a path of boxes that hold nothing but boxes.
  Optional<IsoBox> descendant(String... path) {
    Optional<IsoBox> box = Optional.of(this);
    for (String step : path) {
      box = box.flatMap(parent -> parent.child(step, 0));
    }
    return box;
  }

  private final class Children implements Iterator<IsoBox> {

    private long next;

    Children(long first) {
      this.next = first;
    }

    @Override
    public boolean hasNext() {
      return next + 8 <= to;
    }

    @Override
    public IsoBox next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      IsoBox box = at(bytes, next, to);
      if (box.to > to) {
        throw bytes.corrupt("box " + box.type + " is larger than the box " + type + " around it");
      }
      next = box.to;
      return box;
    }
  }
}
