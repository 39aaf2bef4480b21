package io.tintype.imaging.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Some bytes of a file, big-endian unless said otherwise. What lies outside of them reads as 0.
final class Part {

  private final ByteBuffer buffer;

  private Part(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  static Part of(ByteBuffer bytes) {
    return new Part(bytes.slice());
  }

  static Part of(byte[] bytes) {
    return new Part(ByteBuffer.wrap(bytes));
  }

  Part order(ByteOrder order) {
    return new Part(buffer.duplicate().order(order));
  }

  /// A read-only view of all bytes.
  ByteBuffer bytes() {
    return buffer.duplicate().asReadOnlyBuffer();
  }

  byte[] copy() {
    byte[] copy = new byte[buffer.limit()];
    buffer.get(0, copy);
    return copy;
  }

  long size() {
    return buffer.limit();
  }

  boolean has(long at, long length) {
    return at >= 0 && length >= 0 && at <= size() && length <= size() - at;
  }

  /// As many of those bytes as there are, in the same order.
  Part part(long at, long length) {
    long from = Math.clamp(at, 0, size());
    long rest = Math.clamp(length, 0, size() - from);
    return new Part(buffer.slice((int) from, (int) rest).order(buffer.order()));
  }

  Part from(long at) {
    return part(at, size());
  }

  int u8(long at) {
    return has(at, 1) ? buffer.get((int) at) & 0xFF : 0;
  }

  int u16(long at) {
    return has(at, 2) ? buffer.getShort((int) at) & 0xFFFF : 0;
  }

  long u32(long at) {
    return s32(at) & 0xFFFF_FFFFL;
  }

  int s32(long at) {
    return has(at, 4) ? buffer.getInt((int) at) : 0;
  }

  long u64(long at) {
    return has(at, 8) ? buffer.getLong((int) at) : 0;
  }

  boolean starts(String text) {
    return text(0, text.length()).equals(text);
  }

  /// Up to so many characters, one per byte.
  String text(long at, long length) {
    return new String(part(at, length).copy(), StandardCharsets.ISO_8859_1);
  }
}
