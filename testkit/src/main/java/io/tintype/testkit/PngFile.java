package io.tintype.testkit;

import io.tintype.imaging.Size;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    var deflater = new Deflater();
    deflater.setInput(profile);
    deflater.finish();
    byte[] buffer = new byte[profile.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return with(png, "iCCP", new Bytes().text("profile\0").u8(0).raw(buffer, 0, length).done());
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
