package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Makes a picture of one colour: a PNG with a palette of one entry and one bit a pixel, see
/// section 11 of the PNG specification.
final class Canvas {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final byte INDEXED = 3;

  private Canvas() {}

  static Source of(Color color, Size size) {
    var file = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(file)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(size));
      chunk(
          out, "PLTE", new byte[] {(byte) color.red(), (byte) color.green(), (byte) color.blue()});
      chunk(out, "tRNS", new byte[] {(byte) color.alpha()});
      chunk(out, "IDAT", pixels(size));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Source.of(file.toByteArray());
  }

  private static byte[] header(Size size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(size.width());
    out.writeInt(size.height());
    // One bit a pixel, indexed; the only compression, filtering and no interlacing.
    out.write(new byte[] {1, INDEXED, 0, 0, 0});
    return bytes.toByteArray();
  }

  /// Rows of zeros: the filter's number, then the index 0 for every pixel.
  private static byte[] pixels(Size size) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      var row = new byte[1 + (size.width() + 7) / 8];
      for (int y = 0; y < size.height(); y++) {
        out.write(row);
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
