package io.tintype.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Builds EXIF blocks, directory by directory. Values of more than four bytes lie behind their
/// directory.
final class ExifBlock {

  static final int ASCII = 2;
  static final int SHORT = 3;
  static final int LONG = 4;
  static final int RATIONAL = 5;
  static final int UNDEFINED = 7;
  static final int SIGNED_RATIONAL = 10;

  private final ByteOrder order;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Entry(int tag, int type, int count, byte[] value) {}

  private List<Entry> entries = new ArrayList<>();

  ExifBlock(ByteOrder order) {
    this.order = order;
    out.writeBytes(order == ByteOrder.BIG_ENDIAN ? bytes("MM\0*") : bytes("II*\0"));
    out.writeBytes(ints(8));
  }

  ExifBlock ascii(int tag, String text) {
    byte[] value = bytes(text + "\0");
    return entry(tag, ASCII, value.length, value);
  }

  ExifBlock undefined(int tag, int... values) {
    byte[] value = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      value[i] = (byte) values[i];
    }
    return entry(tag, UNDEFINED, value.length, value);
  }

  ExifBlock shorts(int tag, int... values) {
    ByteBuffer value = ByteBuffer.allocate(2 * values.length).order(order);
    for (int one : values) {
      value.putShort((short) one);
    }
    return entry(tag, SHORT, values.length, value.array());
  }

  ExifBlock longs(int tag, int... values) {
    return entry(tag, LONG, values.length, ints(values));
  }

  /// Numerators and denominators in turn.
  ExifBlock rationals(int tag, int... values) {
    return entry(tag, RATIONAL, values.length / 2, ints(values));
  }

  ExifBlock signedRationals(int tag, int... values) {
    return entry(tag, SIGNED_RATIONAL, values.length / 2, ints(values));
  }

  ExifBlock entry(int tag, int type, int count, byte[] value) {
    entries.add(new Entry(tag, type, count, value));
    return this;
  }

  /// Ends the directory.
  ///
  /// @param next place of the next one in the chain, 0 for none
  ExifBlock end(int next) {
    int behind = out.size() + 2 + 12 * entries.size() + 4;
    var values = new ByteArrayOutputStream();
    ByteBuffer directory = ByteBuffer.allocate(2 + 12 * entries.size() + 4).order(order);
    directory.putShort((short) entries.size());
    for (Entry entry : entries) {
      directory.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
      if (entry.value.length <= 4) {
        directory.put(entry.value).put(new byte[4 - entry.value.length]);
      } else {
        directory.putInt(behind + values.size());
        values.writeBytes(entry.value);
      }
    }
    directory.putInt(next);
    out.writeBytes(directory.array());
    out.writeBytes(values.toByteArray());
    entries = new ArrayList<>();
    return this;
  }

  /// One byte that means nothing.
  ExifBlock pad() {
    out.write(0);
    return this;
  }

  /// Where the next directory begins.
  int place() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }

  private byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
