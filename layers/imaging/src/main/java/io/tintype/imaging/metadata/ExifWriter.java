package io.tintype.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a new EXIF block of some of the entries of another, with their values as they are and in
/// the same byte order.
final class ExifWriter {

  private static final int ARTIST = 0x13B;
  private static final int COPYRIGHT = 0x8298;
  private static final int PHOTO = 0x8769;
  private static final int GPS = 0x8825;

  /// What a TIFF's first directory says about the picture rather than about the file: description,
  /// make, model, software, time, artist, computer, copyright.
  private static final Set<Integer> ABOUT_THE_PICTURE =
      Set.of(0x10E, 0x10F, 0x110, 0x131, 0x132, ARTIST, 0x13C, COPYRIGHT);

  private static final int LONG = 4;

  private final ByteOrder order;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ExifWriter(boolean bigEndian) {
    this.order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /// Artist and Copyright; empty when neither is there.
  static Optional<Part> copyright(TiffTags image) {
    List<TiffTags.Entry> entries = chosen(image, Set.of(ARTIST, COPYRIGHT));
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new ExifWriter(image.bigEndian()).block(entries, List.of()));
  }

  /// Of a TIFF file: what isn't about its own structure.
  static Optional<Part> about(TiffTags image) {
    List<TiffTags.Entry> entries = chosen(image, ABOUT_THE_PICTURE);
    List<Linked> linked = new ArrayList<>();
    for (int tag : new int[] {PHOTO, GPS}) {
      image
          .entry(tag)
          .flatMap(entry -> image.at(entry.values().u32(0)))
          .ifPresent(tags -> linked.add(new Linked(tag, complete(tags.entries()))));
    }
    return entries.isEmpty() && linked.isEmpty()
        ? Optional.empty()
        : Optional.of(new ExifWriter(image.bigEndian()).block(entries, linked));
  }

  private record Linked(int tag, List<TiffTags.Entry> entries) {}

  private static List<TiffTags.Entry> chosen(TiffTags tags, Set<Integer> wanted) {
    return complete(tags.entries()).stream().filter(entry -> wanted.contains(entry.tag())).toList();
  }

  private static List<TiffTags.Entry> complete(List<TiffTags.Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.size() > 0 && entry.values().size() == entry.count() * entry.size())
        .toList();
  }

  private Part block(List<TiffTags.Entry> entries, List<Linked> linked) {
    boolean big = order == ByteOrder.BIG_ENDIAN;
    out.writeBytes(big ? new byte[] {'M', 'M', 0, 42} : new byte[] {'I', 'I', 42, 0});
    out.writeBytes(ints(8));
    // The linked directories lie behind the first one, whose length is known.
    List<TiffTags.Entry> all = new ArrayList<>(entries);
    int place = 8 + length(entries) + 12 * linked.size();
    for (Linked one : linked) {
      all.add(new TiffTags.Entry(one.tag, LONG, 1, Part.of(ints(place))));
      place += length(one.entries);
    }
    directory(all);
    linked.forEach(one -> directory(one.entries));
    return Part.of(out.toByteArray());
  }

  private static int length(List<TiffTags.Entry> entries) {
    int length = 6 + 12 * entries.size();
    for (TiffTags.Entry entry : entries) {
      int values = (int) entry.values().size();
      length += values > 4 ? values + (values & 1) : 0;
    }
    return length;
  }

  private void directory(List<TiffTags.Entry> entries) {
    int behind = out.size() + 6 + 12 * entries.size();
    ByteBuffer head = ByteBuffer.allocate(6 + 12 * entries.size()).order(order);
    var values = new ByteArrayOutputStream();
    head.putShort((short) entries.size());
    for (TiffTags.Entry entry :
        entries.stream().sorted(Comparator.comparingInt(TiffTags.Entry::tag)).toList()) {
      byte[] value = entry.values().copy();
      head.putShort((short) entry.tag()).putShort((short) entry.type()).putInt((int) entry.count());
      if (value.length <= 4) {
        head.put(value).put(new byte[4 - value.length]);
      } else {
        head.putInt(behind + values.size());
        values.writeBytes(value);
        values.writeBytes(new byte[value.length & 1]);
      }
    }
    out.writeBytes(head.array());
    out.writeBytes(values.toByteArray());
  }

  private byte[] ints(int value) {
    return ByteBuffer.allocate(4).order(order).putInt(value).array();
  }
}
