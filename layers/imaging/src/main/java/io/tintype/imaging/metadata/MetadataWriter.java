package io.tintype.imaging.metadata;

import io.tintype.imaging.Format;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Puts metadata into finished files that have none: JPEG, PNG and WebP. What a format has no place
/// for is left out: IPTC in PNG and WebP, and in JPEG what doesn't fit a segment.
public final class MetadataWriter {

  private static final int MOST_SEGMENT = 65_533;
  private static final int MOST_PROFILE_PART = 65_519;
  private static final int AFTER_PNG_HEADER = 33;

  private MetadataWriter() {}

  /// Whether files of that format can be given metadata here.
  public static boolean writes(Format format) {
    return format == Format.JPEG || format == Format.PNG || format == Format.WEBP;
  }

  public static byte[] embed(byte[] file, Format format, MetadataBlocks blocks) {
    if (blocks.equals(MetadataBlocks.NONE)) {
      return file;
    }
    return switch (format) {
      case JPEG -> jpeg(file, blocks);
      case PNG -> png(file, blocks);
      case WEBP -> WebpRewriter.with(file, blocks);
      case GIF, TIFF, AVIF, HEIF, SVG, BMP, PSD, TGA, PNM, ICNS, PCX ->
          throw new IllegalArgumentException("Expected JPEG, PNG or WebP but received " + format);
    };
  }

  /// Behind the JFIF segment, which wants to be first.
  private static byte[] jpeg(byte[] file, MetadataBlocks blocks) {
    var out = new ByteArrayOutputStream(file.length + 1024);
    boolean jfif = file.length > 5 && (file[2] & 0xFF) == 0xFF && (file[3] & 0xFF) == 0xE0;
    int start = jfif ? 4 + ((file[4] & 0xFF) << 8 | (file[5] & 0xFF)) : 2;
    out.write(file, 0, start);
    blocks.exif().ifPresent(exif -> segment(0xE1, join("Exif\0\0", exif), out));
    blocks.xmp().ifPresent(xmp -> segment(0xE1, join("http://ns.adobe.com/xap/1.0/\0", xmp), out));
    blocks.iptc().ifPresent(iptc -> segment(0xED, photoshop(iptc), out));
    blocks.icc().ifPresent(icc -> profile(icc, out));
    out.write(file, start, file.length - start);
    return out.toByteArray();
  }

  private static void segment(int marker, byte[] content, ByteArrayOutputStream out) {
    if (content.length <= MOST_SEGMENT) {
      int length = content.length + 2;
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
      out.writeBytes(content);
    }
  }

  private static byte[] photoshop(ByteBuffer iptc) {
    int length = iptc.remaining();
    var out = new ByteArrayOutputStream();
    out.writeBytes("Photoshop 3.0\0008BIM\4\4\0\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    out.writeBytes(join("", iptc));
    out.writeBytes(new byte[length & 1]);
    return out.toByteArray();
  }

  private static void profile(ByteBuffer icc, ByteArrayOutputStream out) {
    int parts = (icc.remaining() + MOST_PROFILE_PART - 1) / MOST_PROFILE_PART;
    for (int i = 0; i < parts && parts < 256; i++) {
      int from = icc.position() + i * MOST_PROFILE_PART;
      int length = Math.min(MOST_PROFILE_PART, icc.limit() - from);
      String head = "ICC_PROFILE\0" + (char) (i + 1) + (char) parts;
      segment(0xE2, join(head, icc.slice(from, length)), out);
    }
  }

  private static byte[] png(byte[] file, MetadataBlocks blocks) {
    var out = new ByteArrayOutputStream(file.length + 1024);
    out.write(file, 0, AFTER_PNG_HEADER);
    blocks.icc().ifPresent(icc -> chunk("iCCP", join("icc\0\0", deflated(icc)), out));
    blocks.exif().ifPresent(exif -> chunk("eXIf", join("", exif), out));
    blocks.xmp().ifPresent(xmp -> chunk("iTXt", join("XML:com.adobe.xmp\0\0\0\0\0", xmp), out));
    out.write(file, AFTER_PNG_HEADER, file.length - AFTER_PNG_HEADER);
    return out.toByteArray();
  }

  private static void chunk(String name, byte[] content, ByteArrayOutputStream out) {
    byte[] type = name.getBytes(StandardCharsets.ISO_8859_1);
    var sum = new CRC32();
    sum.update(type);
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(type);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static ByteBuffer deflated(ByteBuffer content) {
    var deflater = new Deflater();
    try {
      deflater.setInput(content.duplicate());
      deflater.finish();
      byte[] buffer = new byte[content.remaining() + 1024];
      int length = deflater.deflate(buffer);
      return ByteBuffer.wrap(buffer, 0, length);
    } finally {
      deflater.end();
    }
  }

  /// A copy of a block behind some Latin-1 text.
  public static byte[] join(String head, ByteBuffer content) {
    byte[] text = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[text.length + content.remaining()];
    System.arraycopy(text, 0, all, 0, text.length);
    content.get(content.position(), all, text.length, content.remaining());
    return all;
  }

  static Optional<byte[]> copy(Optional<ByteBuffer> block) {
    return block.map(buffer -> join("", buffer));
  }
}
