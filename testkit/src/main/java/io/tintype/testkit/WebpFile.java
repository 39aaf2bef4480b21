package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;

/// Writes WebP without loss (RFC 9649, section 3) for pictures whose components are 0 or 255, so
/// that every component is one bit of a code of two symbols. Still or animated.
final class WebpFile {

  private static final int PROFILE = 0x20;
  private static final int ALPHA = 0x10;
  private static final int ANIMATION = 0x02;

  private WebpFile() {}

  static byte[] still(BufferedImage image) {
    return riff(chunk("VP8L", vp8l(image)));
  }

  /// With the metadata that a camera or an editor would leave behind.
  static byte[] still(BufferedImage image, byte[] icc, byte[] exif, byte[] xmp) {
    int present = PROFILE | 0x08 | 0x04;
    return riff(
        new Bytes()
            .raw(header(image, present))
            .raw(chunk("ICCP", icc))
            .raw(chunk("VP8L", vp8l(image)))
            .raw(chunk("EXIF", exif))
            .raw(chunk("XMP ", xmp))
            .done());
  }

  /// One colour all over, of any components, with a profile; with alpha where the colour has it.
  static byte[] plain(Size size, Color color, byte[] icc) {
    int alpha = color.alpha() < 255 ? ALPHA : 0;
    return riff(
        new Bytes()
            .raw(header(size, PROFILE | alpha))
            .raw(chunk("ICCP", icc))
            .raw(chunk("VP8L", vp8l(size, color)))
            .done());
  }

  /// As [#plain], twice as an animation.
  static byte[] plainTwice(Size size, Color color, byte[] icc) {
    var body = new Bytes().raw(header(size, PROFILE | ANIMATION | ALPHA)).raw(chunk("ICCP", icc));
    body.raw(chunk("ANIM", new Bytes().zeros(6).done()));
    for (int i = 0; i < 2; i++) {
      var content = new Bytes().zeros(6).little24(size.width() - 1).little24(size.height() - 1);
      content.little24(100).u8(2).raw(chunk("VP8L", vp8l(size, color)));
      body.raw(chunk("ANMF", content.done()));
    }
    return riff(body.done());
  }

  /// A part of the canvas, at even places, that is drawn over the frame before.
  record Patch(int left, int top, BufferedImage image) {}

  static byte[] animated(int loops, int delayMillis, Patch... patches) {
    var body = new Bytes().raw(header(patches[0].image, ANIMATION | ALPHA));
    body.raw(chunk("ANIM", new Bytes().zeros(4).little16(loops).done()));
    for (Patch patch : patches) {
      BufferedImage image = patch.image;
      var content = new Bytes().little24(patch.left / 2).little24(patch.top / 2);
      content.little24(image.getWidth() - 1).little24(image.getHeight() - 1);
      content.little24(delayMillis).u8(0).raw(chunk("VP8L", vp8l(image)));
      body.raw(chunk("ANMF", content.done()));
    }
    return riff(body.done());
  }

  private static byte[] header(BufferedImage image, int flags) {
    int alpha = image.getColorModel().hasAlpha() ? ALPHA : 0;
    return header(new Size(image.getWidth(), image.getHeight()), flags | alpha);
  }

  private static byte[] header(Size size, int flags) {
    var content = new Bytes().u8(flags).zeros(3);
    content.little24(size.width() - 1).little24(size.height() - 1);
    return chunk("VP8X", content.done());
  }

  private static byte[] riff(byte[] chunks) {
    return new Bytes().text("RIFF").little32(chunks.length + 4).text("WEBP").raw(chunks).done();
  }

  private static byte[] chunk(String name, byte[] content) {
    var chunk = new Bytes().text(name).little32(content.length).raw(content);
    return chunk.zeros(content.length & 1).done();
  }

  /// Codes of one symbol, so that a pixel takes no bit.
  private static byte[] vp8l(Size size, Color color) {
    BitsFromTheLowest bits = start(size, color.alpha() < 255);
    for (int component : new int[] {color.green(), color.red(), color.blue(), color.alpha()}) {
      bits.put(0b101, 3); // a simple code of one symbol, written with 8 bits
      bits.put(component, 8);
    }
    bits.put(0b001, 3);
    bits.put(0, 1);
    for (int i = 0; i < 8; i++) {
      bits.put(0, 8); // readers look ahead
    }
    return bits.done();
  }

  private static BitsFromTheLowest start(Size size, boolean alpha) {
    var bits = new BitsFromTheLowest();
    bits.put(0x2F, 8);
    bits.put(size.width() - 1, 14);
    bits.put(size.height() - 1, 14);
    bits.put(alpha ? 1 : 0, 1);
    bits.put(0, 3);
    bits.put(0, 1); // no transform
    bits.put(0, 1); // no colour cache
    bits.put(0, 1); // one group of codes
    return bits;
  }

  private static byte[] vp8l(BufferedImage image) {
    var size = new Size(image.getWidth(), image.getHeight());
    BitsFromTheLowest bits = start(size, image.getColorModel().hasAlpha());
    for (int component = 0; component < 4; component++) {
      bits.put(0b111, 3); // a simple code of two symbols, the first written with 8 bits
      bits.put(0, 8);
      bits.put(255, 8);
    }
    bits.put(0b001, 3); // distances: a simple code of one symbol of one bit
    bits.put(0, 1);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        for (int shift : new int[] {8, 16, 0, 24}) {
          bits.put((argb >> shift) & 1, 1);
        }
      }
    }
    return bits.done();
  }

  private static final class BitsFromTheLowest {
    private final Bytes bytes = new Bytes();
    private int pending;
    private int count;

    void put(int value, int bits) {
      for (int i = 0; i < bits; i++) {
        pending |= ((value >> i) & 1) << count++;
        if (count == 8) {
          bytes.u8(pending);
          pending = 0;
          count = 0;
        }
      }
    }

    byte[] done() {
      return count == 0 ? bytes.done() : bytes.u8(pending).done();
    }
  }
}
