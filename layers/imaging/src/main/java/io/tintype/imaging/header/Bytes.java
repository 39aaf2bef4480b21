package io.tintype.imaging.header;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of a file or of a part of it, in one byte order. Places are 64-bit and checked at
/// every read: one outside of the bytes is a CORRUPT error, never another exception.
final class Bytes {

  private final ByteBuffer buffer;
  private final String name;

  private Bytes(ByteBuffer buffer, String name) {
    this.buffer = buffer;
    this.name = name;
  }

  /// All bytes of a buffer, big-endian.
  static Bytes of(ByteBuffer buffer) {
    return new Bytes(buffer.slice(), "File");
  }

  /// The same bytes with the name that messages begin with, in the same order.
  Bytes named(String other) {
    return new Bytes(buffer, other);
  }

  Bytes order(ByteOrder order) {
    return new Bytes(buffer.duplicate().order(order), name);
  }

  /// A part as bytes of their own, in the same order.
  Bytes slice(long at, long length) {
    require(at, length);
    return new Bytes(buffer.slice((int) at, (int) length).order(buffer.order()), name);
  }

  long size() {
    return buffer.limit();
  }

  /// Whether `length` bytes from there on exist.
  boolean has(long at, long length) {
    return at >= 0 && length >= 0 && length <= size() && at <= size() - length;
  }

  int u8(long at) {
    require(at, 1);
    return buffer.get((int) at) & 0xFF;
  }

  int u16(long at) {
    require(at, 2);
    return buffer.getShort((int) at) & 0xFFFF;
  }

  /// Three bytes, little-endian as only WebP has them.
  int u24(long at) {
    require(at, 3);
    return u8(at) | u8(at + 1) << 8 | u8(at + 2) << 16;
  }

  long u32(long at) {
    return s32(at) & 0xFFFF_FFFFL;
  }

  int s32(long at) {
    require(at, 4);
    return buffer.getInt((int) at);
  }

  /// Eight bytes; what does not fit 63 bits is the largest long, which no file reaches.
  long u64(long at) {
    require(at, 8);
    long value = buffer.getLong((int) at);
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /// Whether these characters are there; false where the bytes end before.
  boolean ascii(long at, String text) {
    if (!has(at, text.length())) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (u8(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Up to `length` characters, one per byte.
  String text(long at, int length) {
    int size = (int) Math.min(length, Math.max(0, size() - at));
    StringBuilder text = new StringBuilder(size);
    for (int i = 0; i < size; i++) {
      text.append((char) u8(at + i));
    }
    return text.toString();
  }

  /// To throw: the bytes are damaged.
  TintypeException corrupt(String what) {
    return new TintypeException(Reason.CORRUPT, name + " " + what);
  }

  /// To throw: sound, as far as we looked, but not a kind that any engine reads.
  TintypeException unsupported(String what) {
    return new TintypeException(Reason.UNSUPPORTED, name + " " + what);
  }

  private void require(long at, long length) {
    if (!has(at, length)) {
      throw corrupt("header ends after " + size() + " bytes");
    }
  }
}
