package io.tintype.testkit;

import io.tintype.imaging.Size;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Puts chunks into PNGs and changes their header, check sums included.
final class PngFile {

  private static final int HEADER = 8;
  private static final int AFTER_HEADER = 33;

  private PngFile() {}

  static byte[] with(byte[] png, String name, byte[] content) {
    return new Bytes()
        .raw(png, 0, AFTER_HEADER)
        .raw(chunk(name, content))
        .raw(png, AFTER_HEADER, png.length)
        .done();
  }

  static byte[] withIcc(byte[] png, byte[] profile) {
    return with(png, "iCCP", new Bytes().text("profile\0").u8(0).raw(deflated(profile)).done());
  }

  /// Grey: above that level, which is transparent, and white below.
  ///
  /// @param depth 1, 2, 4 or 8
  static byte[] greyWithHole(Size size, int depth, int level) {
    int pattern = 0;
    for (int at = 0; at < 8; at += depth) {
      pattern |= level << at;
    }
    var rows = new Bytes();
    for (int y = 0; y < size.height(); y++) {
      rows.u8(0);
      for (int x = 0; x < size.width() * depth / 8; x++) {
        rows.u8(y < size.height() / 2 ? pattern : 255);
      }
    }
    var header = new Bytes().big32(size.width()).big32(size.height()).u8(depth, 0, 0, 0, 0);
    return new Bytes()
        .u8(0x89)
        .text("PNG\r\n")
        .u8(0x1A, '\n')
        .raw(chunk("IHDR", header.done()))
        .raw(chunk("tRNS", new Bytes().big16(level).done()))
        .raw(chunk("IDAT", deflated(rows.done())))
        .raw(chunk("IEND", new byte[0]))
        .done();
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[content.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  /// The same pixels under a header that says otherwise.
  static byte[] claiming(byte[] png, Size size) {
    byte[] content = new byte[13];
    System.arraycopy(png, HEADER + 8, content, 0, 13);
    ByteBuffer.wrap(content).putInt(size.width()).putInt(size.height());
    return new Bytes()
        .raw(png, 0, HEADER)
        .raw(chunk("IHDR", content))
        .raw(png, AFTER_HEADER, png.length)
        .done();
  }

  private static byte[] chunk(String name, byte[] content) {
    var crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.ISO_8859_1));
    crc.update(content);
    return new Bytes()
        .big32(content.length)
        .text(name)
        .raw(content)
        .big32((int) crc.getValue())
        .done();
  }
}
