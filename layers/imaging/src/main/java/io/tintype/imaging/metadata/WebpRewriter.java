package io.tintype.imaging.metadata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Puts metadata into a WebP; a file in one of the simple forms becomes one in the extended form
/// (RFC 9649 section 2.7).
final class WebpRewriter {

  private static final int ICC = 0x20;
  private static final int ALPHA = 0x10;
  private static final int EXIF = 0x08;
  private static final int XMP = 0x04;

  private final Part file;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private WebpRewriter(byte[] bytes) {
    file = Part.of(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] with(byte[] file, MetadataBlocks blocks) {
    return new WebpRewriter(file).rewritten(blocks);
  }

  private byte[] rewritten(MetadataBlocks blocks) {
    boolean extended = file.text(12, 4).equals("VP8X");
    int added =
        (blocks.icc().isPresent() ? ICC : 0)
            | (blocks.exif().isPresent() ? EXIF : 0)
            | (blocks.xmp().isPresent() ? XMP : 0);
    byte[] header = extended ? file.part(20, 10).copy() : header();
    header[0] |= (byte) added;
    chunk("VP8X", header);
    MetadataWriter.copy(blocks.icc()).ifPresent(icc -> chunk("ICCP", icc));
    out.writeBytes(file.from(extended ? 30 : 12).copy());
    MetadataWriter.copy(blocks.exif()).ifPresent(exif -> chunk("EXIF", exif));
    MetadataWriter.copy(blocks.xmp()).ifPresent(xmp -> chunk("XMP ", xmp));
    byte[] chunks = out.toByteArray();
    return ByteBuffer.allocate(12 + chunks.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(latin("RIFF"))
        .putInt(4 + chunks.length)
        .put(latin("WEBP"))
        .put(chunks)
        .array();
  }

  /// Of a picture in a simple form: whether it has alpha, and its sides, each less one.
  private byte[] header() {
    boolean lossless = file.text(12, 4).equals("VP8L");
    long bits = file.u32(21);
    long width = lossless ? bits & 0x3FFF : (file.u16(26) & 0x3FFF) - 1L;
    long height = lossless ? bits >> 14 & 0x3FFF : (file.u16(28) & 0x3FFF) - 1L;
    boolean alpha = lossless && (bits >> 28 & 1) != 0;
    return new byte[] {
      (byte) (alpha ? ALPHA : 0),
      0,
      0,
      0,
      (byte) width,
      (byte) (width >> 8),
      (byte) (width >> 16),
      (byte) height,
      (byte) (height >> 8),
      (byte) (height >> 16)
    };
  }

  private void chunk(String name, byte[] content) {
    out.writeBytes(latin(name));
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array());
    out.writeBytes(content);
    out.writeBytes(new byte[content.length & 1]);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
