package io.tintype.imaging.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Builds files byte by byte; `be` and `le` name the byte order.
final class Bin {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Bin of(String latin1) {
    return new Bin().text(latin1);
  }

  Bin text(String latin1) {
    return bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  Bin bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bin add(Bin other) {
    return bytes(other.done());
  }

  Bin u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bin be16(int... values) {
    for (int value : values) {
      u8(value >> 8, value);
    }
    return this;
  }

  Bin le16(int... values) {
    for (int value : values) {
      u8(value, value >> 8);
    }
    return this;
  }

  Bin le24(int value) {
    return u8(value, value >> 8, value >> 16);
  }

  Bin be32(long... values) {
    for (long value : values) {
      be16((int) (value >> 16), (int) value);
    }
    return this;
  }

  Bin le32(long... values) {
    for (long value : values) {
      le16((int) value, (int) (value >> 16));
    }
    return this;
  }

  Bin le64(long value) {
    return le32(value, value >>> 32);
  }

  /// 16 bits in either order.
  Bin u16(boolean big, int value) {
    return big ? be16(value) : le16(value);
  }

  Bin u32(boolean big, long value) {
    return big ? be32(value) : le32(value);
  }

  Bin zeros(int count) {
    return bytes(new byte[count]);
  }

  /// A PNG chunk.
  Bin chunk(String type, Bin content) {
    byte[] checked = Bin.of(type).add(content).done();
    CRC32 crc = new CRC32();
    crc.update(checked);
    return be32(content.size()).bytes(checked).be32(crc.getValue());
  }

  /// A RIFF chunk.
  Bin riff(String type, Bin content) {
    return text(type).le32(content.size()).add(content).zeros(content.size() & 1);
  }

  /// An ISO base media box.
  Bin box(String type, Bin content) {
    return be32(content.size() + 8L).text(type).add(content);
  }

  /// A JPEG segment.
  Bin segment(int marker, Bin content) {
    return u8(0xFF, marker).be16(content.size() + 2).add(content);
  }

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }
}
