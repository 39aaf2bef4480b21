package io.tintype.imaging.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Source;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class MetadataBlocksTest {

  private static final byte[] EXIF =
      new ExifBlock(ByteOrder.LITTLE_ENDIAN).ascii(0x13B, "A. Person").end(0).done();
  private static final byte[] XMP = latin("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");
  private static final byte[] IPTC = join(latin("\u001c\u0002t\0\u0003"), latin("(c)"));
  private static final byte[] ICC = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  @Test
  void findsEverythingInJpegs() {
    byte[] half = new byte[ICC.length / 2];
    System.arraycopy(ICC, 0, half, 0, half.length);
    byte[] rest = new byte[ICC.length - half.length];
    System.arraycopy(ICC, half.length, rest, 0, rest.length);
    byte[] resource = join(latin("8BIM\u0004\u0004\0\0"), big32(IPTC.length), IPTC);
    byte[] file =
        join(
            bytes(0xFF, 0xD8),
            segment(0xE1, join(latin("Exif\0\0"), EXIF)),
            segment(0xE1, join(latin("http://ns.adobe.com/xap/1.0/\0"), XMP)),
            segment(0xE2, join(latin("ICC_PROFILE\0\u0002\u0002"), rest)),
            segment(0xE2, join(latin("ICC_PROFILE\0\u0001\u0002"), half)),
            segment(
                0xED,
                join(
                    latin("Photoshop 3.0\08BIM\u0003\u00ED\u0001a"),
                    big32(3),
                    new byte[4],
                    resource)),
            bytes(0xFF, 0xDA, 0, 2, 0xFF, 0xE1));
    assertEverything(MetadataBlocks.of(Source.of(file)));
    assertSane(file);
  }

  @Test
  void findsExifXmpAndProfileInPngs() {
    byte[] text = join(latin("XML:com.adobe.xmp\0\0\0en\0\0"), XMP);
    byte[] file =
        join(
            latin("\u0089PNG\r\n\u001a\n"),
            chunk("iCCP", join(latin("sRGB\0\0"), deflated(ICC))),
            chunk("iTXt", text),
            chunk("eXIf", EXIF),
            chunk("IEND", new byte[0]));
    MetadataBlocks found = MetadataBlocks.of(Source.of(file));
    assertThat(content(found.exif())).isEqualTo(EXIF);
    assertThat(content(found.xmp())).isEqualTo(XMP);
    assertThat(content(found.icc())).isEqualTo(ICC);
    assertSane(file);
  }

  @Test
  void doesNotInflateBombs() {
    byte[] bomb = deflated(new byte[50 << 20]);
    byte[] file =
        join(
            latin("\u0089PNG\r\n\u001a\n"),
            chunk("iCCP", join(latin("p\0\0"), bomb)),
            chunk("iTXt", join(latin("XML:com.adobe.xmp\0\u0001\0\0\0"), bomb)));
    assertThat(MetadataBlocks.of(Source.of(file))).isEqualTo(MetadataBlocks.NONE);
  }

  @Test
  void findsExifXmpAndProfileInWebps() {
    byte[] file =
        join(latin("RIFF\0\0\0\0WEBP"), riff("ICCP", ICC), riff("EXIF", EXIF), riff("XMP ", XMP));
    MetadataBlocks found = MetadataBlocks.of(Source.of(file));
    assertThat(content(found.exif())).isEqualTo(EXIF);
    assertThat(content(found.xmp())).isEqualTo(XMP);
    assertThat(content(found.icc())).isEqualTo(ICC);
    assertSane(file);
  }

  @Test
  void takesTheTagsOfTiffs() {
    byte[] file =
        new ExifBlock(ByteOrder.BIG_ENDIAN)
            .entry(700, 1, XMP.length, XMP)
            .entry(33723, 7, IPTC.length, IPTC)
            .entry(34675, 7, ICC.length, ICC)
            .end(0)
            .done();
    MetadataBlocks found = MetadataBlocks.of(Source.of(file));
    assertThat(content(found.exif())).isEqualTo(file);
    assertThat(content(found.xmp())).isEqualTo(XMP);
    assertThat(content(found.iptc())).isEqualTo(IPTC);
    assertThat(content(found.icc())).isEqualTo(ICC);
    assertSane(file);
  }

  @Test
  void findsTheItemsOfHeif() {
    byte[] exifItem = join(big32(6), latin("Exif\0\0"), EXIF);
    byte[] start = box("ftyp", latin("avif\0\0\0\0avif"));
    byte[] items = join(exifItem, XMP);
    int place = start.length + 8;
    byte[] meta =
        box(
            "meta",
            join(
                new byte[4],
                box(
                    "iinf",
                    join(
                        bytes(0, 0, 0, 0, 0, 2),
                        box("infe", join(bytes(2, 0, 0, 0, 0, 1, 0, 0), latin("Exif\0"))),
                        box(
                            "infe",
                            join(
                                bytes(2, 0, 0, 0, 0, 2, 0, 0),
                                latin("mime\0application/rdf+xml\0"))))),
                box(
                    "iloc",
                    join(
                        bytes(1, 0, 0, 0, 0x44, 0, 0, 2),
                        bytes(0, 1, 0, 0, 0, 0, 0, 1),
                        big32(place),
                        big32(exifItem.length),
                        bytes(0, 2, 0, 0, 0, 0, 0, 1),
                        big32(place + exifItem.length),
                        big32(XMP.length))),
                box("iprp", box("ipco", box("colr", join(latin("prof"), ICC))))));
    byte[] file = join(start, box("mdat", items), meta);
    MetadataBlocks found = MetadataBlocks.of(Source.of(file));
    assertThat(content(found.exif())).isEqualTo(EXIF);
    assertThat(content(found.xmp())).isEqualTo(XMP);
    assertThat(content(found.icc())).isEqualTo(ICC);
    assertSane(file);
  }

  @Test
  void readsIptcAndFactsOfProfiles() {
    byte[] sets = join(IPTC, latin("\u001c\u0002P\0\u0002"), bytes(0xC3, 0xA9));
    Iptc iptc = Iptc.of(ByteBuffer.wrap(sets));
    assertThat(iptc.texts(2, 116)).containsExactly("(c)");
    assertThat(iptc.texts(2, 80)).containsExactly("é");
    assertThat(IccFacts.of(ByteBuffer.wrap(ICC)))
        .hasValueSatisfying(
            facts -> {
              assertThat(facts.colorSpace()).isEqualTo("RGB");
              assertThat(facts.description().orElseThrow()).contains("sRGB");
            });
    assertThat(IccFacts.of(ByteBuffer.wrap(IPTC))).isEmpty();
  }

  private static void assertEverything(MetadataBlocks found) {
    assertThat(content(found.exif())).isEqualTo(EXIF);
    assertThat(content(found.xmp())).isEqualTo(XMP);
    assertThat(content(found.iptc())).isEqualTo(IPTC);
    assertThat(content(found.icc())).isEqualTo(ICC);
  }

  /// Whatever is damaged, there is an answer.
  private static void assertSane(byte[] file) {
    var random = new Random(8);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = file.clone();
      for (int flips = 0; flips < 4; flips++) {
        damaged[random.nextInt(Math.min(400, damaged.length))] = (byte) random.nextInt();
      }
      int length = i % 2 == 0 ? damaged.length : random.nextInt(damaged.length);
      MetadataBlocks found = MetadataBlocks.of(Source.of(ByteBuffer.wrap(damaged, 0, length)));
      found.exif().ifPresent(Exif::of);
      found.iptc().ifPresent(Iptc::of);
      found.icc().ifPresent(IccFacts::of);
    }
  }

  private static byte[] content(Optional<ByteBuffer> block) {
    ByteBuffer buffer = block.orElseThrow();
    byte[] content = new byte[buffer.remaining()];
    buffer.get(content);
    return content;
  }

  private static byte[] segment(int marker, byte[] content) {
    int length = content.length + 2;
    return join(bytes(0xFF, marker, length >> 8, length), content);
  }

  private static byte[] chunk(String name, byte[] content) {
    return join(big32(content.length), latin(name), content, new byte[4]);
  }

  private static byte[] riff(String name, byte[] content) {
    int length = content.length;
    byte[] head = join(latin(name), bytes(length, length >> 8, length >> 16, length >> 24));
    return join(head, content, new byte[length & 1]);
  }

  private static byte[] box(String type, byte[] content) {
    return join(big32(content.length + 8), latin(type), content);
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] big32(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
