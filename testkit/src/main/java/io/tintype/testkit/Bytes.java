package io.tintype.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Puts a binary file together, number by number.
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bytes big16(int value) {
    return u8(value >> 8, value);
  }

  Bytes big32(int value) {
    return big16(value >> 16).big16(value);
  }

  Bytes little16(int value) {
    return u8(value, value >> 8);
  }

  Bytes little24(int value) {
    return u8(value, value >> 8, value >> 16);
  }

  Bytes little32(int value) {
    return little16(value).little16(value >> 16);
  }

  Bytes text(String ascii) {
    return raw(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes raw(byte[] bytes, int from, int to) {
    out.write(bytes, from, to - from);
    return this;
  }

  Bytes zeros(int count) {
    out.writeBytes(new byte[count]);
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }
}
