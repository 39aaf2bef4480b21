package io.tintype.imaging.header;

import java.util.LinkedHashMap;
import java.util.Map;

/// The smallest files that have every part of a header, one builder for each format.
final class Samples {

  private Samples() {}

  /// One file of each kind, by a name for messages. Still ones are 30x20 pixels.
  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("JPEG", jpeg(30, 20, exif(true, 6)));
    all.put("PNG", png(30, 20, exif(false, 6), 0));
    all.put("APNG", png(30, 20, new Bin(), 3));
    all.put("GIF", gif(30, 20, 3));
    all.put("WebP lossy", webp(new Bin().riff("VP8 ", vp8(30, 20))));
    all.put("WebP lossless", webp(new Bin().riff("VP8L", vp8l(30, 20))));
    all.put(
        "WebP extended",
        webp(vp8x(0x08, 30, 20).riff("VP8 ", vp8(30, 20)).riff("EXIF", exif(true, 6))));
    all.put("WebP animated", webpAnimation(30, 20, 3));
    all.put("TIFF", tiff(true, 6, 2));
    all.put("BigTIFF", bigTiff());
    all.put("AVIF", heif("avif", "", new Bin().box("irot", new Bin().u8(1))));
    all.put("HEIF", heif("heic", "", new Bin()));
    all.put("AVIF sequence", heif("avis", "", new Bin(), 5));
    all.put("BMP", bmp(30, 20));
    all.put("PSD", psd(30, 20));
    all.put("TGA", tga(2, 30, 20, 24));
    all.put("PNM", Bin.of("P6 # with a comment\n30 20\n255\n").zeros(30 * 20 * 3).done());
    all.put("PAM", pam("RGB_ALPHA", 4));
    all.put("ICNS", icns());
    all.put("PCX", pcx(30, 20));
    all.put("SVG", Bin.of("<?xml version='1.0'?><svg width='30' height=\"20px\"/>").done());
    return all;
  }

  /// An EXIF block without prefix, whose first directory holds the orientation after another tag.
  static Bin exif(boolean big, int orientation) {
    return new Bin()
        .text(big ? "MM\0*" : "II*\0")
        .u32(big, 8)
        .u16(big, 2)
        .add(entry(big, 0x010F, 2, 1, 'T'))
        .add(entry(big, 0x0112, 3, 1, orientation))
        .u32(big, 0);
  }

  private static Bin entry(boolean big, int tag, int type, int count, int value) {
    Bin entry = new Bin().u16(big, tag).u16(big, type).u32(big, count);
    return type == 3 ? entry.u16(big, value).zeros(2) : entry.u32(big, value);
  }

  static byte[] jpeg(int width, int height, Bin exif) {
    Bin jpeg = new Bin().u8(0xFF, 0xD8);
    if (exif.size() > 0) {
      jpeg.segment(0xE1, Bin.of("Exif\0\0").add(exif));
    }
    return jpeg.add(jpegEnd(0xC0, width, height)).done();
  }

  /// Frame header, scan and end.
  static Bin jpegEnd(int frame, int width, int height) {
    return new Bin()
        .segment(frame, new Bin().u8(8).be16(height, width).u8(1, 1, 0x11, 0))
        .segment(0xDA, new Bin().u8(1, 1, 0, 0, 63, 0))
        .u8(0x12, 0x34, 0xFF, 0xD9);
  }

  static byte[] png(long width, long height, Bin exif, int frames) {
    Bin png = pngStart(width, height, 2);
    if (frames > 0) {
      png.chunk("acTL", new Bin().be32(frames, 0));
    }
    png.chunk("IDAT", new Bin().zeros(10));
    if (exif.size() > 0) {
      png.chunk("eXIf", exif);
    }
    return png.chunk("IEND", new Bin()).done();
  }

  static Bin pngStart(long width, long height, int colourType) {
    return Bin.of("\u0089PNG\r\n\u001A\n")
        .chunk("IHDR", new Bin().be32(width, height).u8(8, colourType, 0, 0, 0));
  }

  static byte[] gif(int width, int height, int frames) {
    Bin gif = gifStart(width, height);
    for (int i = 0; i < frames; i++) {
      gif.add(gifFrame(width, height, false));
    }
    return gif.u8(0x3B).done();
  }

  static Bin gifStart(int width, int height) {
    return Bin.of("GIF89a").le16(width, height).u8(0x80, 0, 0).zeros(6);
  }

  static Bin gifFrame(int width, int height, boolean transparent) {
    return new Bin()
        .u8(0x21, 0xF9, 4, transparent ? 1 : 0, 5, 0, 0, 0)
        .u8(0x2C)
        .le16(0, 0, width, height)
        .u8(0, 2, 2, 0x4C, 0x01, 0);
  }

  static byte[] webp(Bin chunks) {
    return Bin.of("RIFF").le32(chunks.size() + 4L).text("WEBP").add(chunks).done();
  }

  static Bin vp8(int width, int height) {
    return new Bin().u8(0x10, 0, 0, 0x9D, 0x01, 0x2A).le16(width, height).zeros(4);
  }

  static Bin vp8l(int width, int height) {
    return new Bin().u8(0x2F).le32((width - 1L) | ((height - 1L) << 14) | (1L << 28)).zeros(3);
  }

  static Bin vp8x(int flags, int width, int height) {
    return new Bin().riff("VP8X", new Bin().le32(flags).le24(width - 1).le24(height - 1));
  }

  static byte[] webpAnimation(int width, int height, int frames) {
    Bin chunks = vp8x(0x02, width, height).riff("ANIM", new Bin().zeros(6));
    for (int i = 0; i < frames; i++) {
      chunks.riff("ANMF", anmf(0, width, height));
    }
    return webp(chunks);
  }

  static Bin anmf(int x, int width, int height) {
    return new Bin()
        .le24(x)
        .le24(0)
        .le24(width - 1)
        .le24(height - 1)
        .zeros(4)
        .riff("VP8 ", vp8(width, height));
  }

  /// Pages of 30x20 in one chain.
  static byte[] tiff(boolean big, int orientation, int pages) {
    Bin tiff = new Bin().text(big ? "MM\0*" : "II*\0").u32(big, 8);
    for (int page = 1; page <= pages; page++) {
      tiff.u16(big, 3)
          .add(entry(big, 256, 3, 1, 30))
          .add(entry(big, 257, 4, 1, 20))
          .add(entry(big, 274, 3, 1, orientation))
          .u32(big, page == pages ? 0 : tiff.size() + 4L);
    }
    return tiff.done();
  }

  static byte[] bigTiff() {
    return Bin.of("II+\0")
        .le16(8, 0)
        .le64(16)
        .le64(2)
        .le16(256, 4)
        .le64(1)
        .le64(30)
        .le16(257, 16)
        .le64(1)
        .le64(20)
        .le64(0)
        .done();
  }

  static byte[] heif(String brand, String auxiliary, Bin transforms) {
    return heif(brand, auxiliary, transforms, 0);
  }

  /// Item 1 of 30x20 with one-byte transforms (each a box of its own); more properties belong to
  /// item 2.
  static byte[] heif(String brand, String auxiliary, Bin transforms, int samples) {
    int count = transforms.size() / 9;
    Bin properties =
        new Bin()
            .box("ispe", new Bin().be32(0, 10, 10))
            .box("ispe", new Bin().be32(0, 30, 20))
            .add(transforms)
            .box("auxC", new Bin().be32(0).text(auxiliary).u8(0));
    Bin associations = new Bin().be32(0, 2).be16(2).u8(1, 0x81).be16(1).u8(1 + count, 0x82);
    for (int i = 0; i < count; i++) {
      associations.u8(0x83 + i);
    }
    Bin meta =
        new Bin()
            .be32(0)
            .box("pitm", new Bin().be32(0).be16(1))
            .box("iprp", new Bin().box("ipco", properties).box("ipma", associations));
    Bin file = new Bin().box("ftyp", Bin.of(brand).be32(0).text("mif1")).box("meta", meta);
    if (samples > 0) {
      Bin sizes = new Bin().box("stsz", new Bin().be32(0, 0, samples));
      Bin media = new Bin().box("minf", new Bin().box("stbl", sizes));
      file.box("moov", new Bin().box("trak", new Bin().box("mdia", media)));
    }
    return file.box("mdat", new Bin().zeros(4)).done();
  }

  static byte[] bmp(int width, int height) {
    int row = (Math.abs(width) * 24 + 31) / 32 * 4;
    return Bin.of("BM")
        .le32(54L + (long) row * Math.abs(height), 0, 54)
        .le32(40, width, height)
        .le16(1, 24)
        .le32(0, 0, 0, 0, 0, 0)
        .zeros(row * Math.abs(height))
        .done();
  }

  static byte[] psd(int width, int height) {
    return Bin.of("8BPS")
        .be16(1)
        .zeros(6)
        .be16(3)
        .be32(height, width)
        .be16(8, 3)
        .be32(0, 0, 0)
        .be16(0)
        .zeros(width * height * 3)
        .done();
  }

  static Bin tgaStart(int type, int width, int height, int depth) {
    return new Bin().u8(0, 0, type).zeros(5).le16(0, 0, width, height).u8(depth, 0);
  }

  static byte[] tga(int type, int width, int height, int depth) {
    return tgaStart(type, width, height, depth).zeros(width * height * depth / 8).done();
  }

  static byte[] pam(String kind, int depth) {
    return Bin.of("P7\nWIDTH 30\nHEIGHT 20\nDEPTH " + depth + "\nMAXVAL 255\n")
        .text("TUPLTYPE " + kind + "\nENDHDR\n")
        .zeros(30 * 20 * depth)
        .done();
  }

  /// An icon of 16x16 in Apple's own coding and a PNG that is 30x20.
  static byte[] icns() {
    byte[] png = png(30, 20, new Bin(), 0);
    return Bin.of("icns")
        .be32(8 + 12 + 8 + png.length)
        .text("is32")
        .be32(12, 0)
        .text("ic07")
        .be32(8 + png.length)
        .bytes(png)
        .done();
  }

  static byte[] pcx(int width, int height) {
    return new Bin()
        .u8(10, 5, 1, 8)
        .le16(0, 0, width - 1, height - 1, 72, 72)
        .zeros(48)
        .u8(0, 3)
        .le16(width + (width & 1))
        .zeros(60)
        .done();
  }
}
