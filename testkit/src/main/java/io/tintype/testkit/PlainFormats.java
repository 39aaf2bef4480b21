package io.tintype.testkit;

import java.awt.image.BufferedImage;

/// Writes the formats that the JDK doesn't, in their plainest form: 8 bits, no compression.
final class PlainFormats {

  private static final int PCX_RUN_OF_ONE = 0xC1;
  private static final int FROM_THE_TOP = 0x20;
  private static final String TGA_FOOTER = "TRUEVISION-XFILE.\0";

  private PlainFormats() {}

  static byte[] pnm(BufferedImage image) {
    var file = new Bytes().text("P6\n" + image.getWidth() + " " + image.getHeight() + "\n255\n");
    eachPixel(image, rgb -> file.u8(rgb >> 16, rgb >> 8, rgb));
    return file.done();
  }

  static byte[] greyPnm(BufferedImage image) {
    var file = new Bytes().text("P5\n" + image.getWidth() + " " + image.getHeight() + "\n255\n");
    return file.raw(samples(image)).done();
  }

  static byte[] greyTga(BufferedImage image) {
    var file = new Bytes().u8(0, 0, 3).zeros(5).zeros(4);
    file.little16(image.getWidth()).little16(image.getHeight()).u8(8, FROM_THE_TOP);
    return file.raw(samples(image)).zeros(8).text(TGA_FOOTER).done();
  }

  static byte[] greyPsd(BufferedImage image) {
    int greyMode = 1;
    var file = new Bytes().text("8BPS").big16(1).zeros(6).big16(1);
    file.big32(image.getHeight()).big32(image.getWidth()).big16(8).big16(greyMode);
    return file.zeros(4).zeros(4).zeros(4).big16(0).raw(samples(image)).done();
  }

  /// Of a picture of one component, not changed by any idea of what grey means.
  private static byte[] samples(BufferedImage image) {
    return (byte[])
        image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), null);
  }

  /// Version 2, which is the one that can be recognised (by its footer).
  static byte[] tga(BufferedImage image) {
    var file = new Bytes().u8(0, 0, 2).zeros(5).zeros(4);
    file.little16(image.getWidth()).little16(image.getHeight()).u8(24, FROM_THE_TOP);
    eachPixel(image, rgb -> file.u8(rgb, rgb >> 8, rgb >> 16));
    return file.zeros(8).text(TGA_FOOTER).done();
  }

  static byte[] psd(BufferedImage image) {
    int rgbMode = 3;
    var file = new Bytes().text("8BPS").big16(1).zeros(6).big16(3);
    file.big32(image.getHeight()).big32(image.getWidth()).big16(8).big16(rgbMode);
    file.zeros(4).zeros(4).zeros(4).big16(0);
    for (int shift = 16; shift >= 0; shift -= 8) {
      int channel = shift;
      eachPixel(image, rgb -> file.u8(rgb >> channel));
    }
    return file.done();
  }

  static byte[] pcx(BufferedImage image) {
    int width = image.getWidth();
    int stride = width + (width & 1);
    var file = new Bytes().u8(10, 5, 1, 8).little16(0).little16(0);
    file.little16(width - 1).little16(image.getHeight() - 1).little16(72).little16(72);
    file.zeros(48).u8(0, 3).little16(stride).little16(1).zeros(58);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int shift = 16; shift >= 0; shift -= 8) {
        for (int x = 0; x < stride; x++) {
          file.u8(PCX_RUN_OF_ONE, image.getRGB(Math.min(x, width - 1), y) >> shift);
        }
      }
    }
    return file.done();
  }

  /// One icon of 128x128, as PNG.
  static byte[] icns(byte[] png) {
    var file = new Bytes().text("icns").big32(png.length + 16);
    return file.text("ic07").big32(png.length + 8).raw(png).done();
  }

  private static void eachPixel(BufferedImage image, java.util.function.IntConsumer consumer) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        consumer.accept(image.getRGB(x, y));
      }
    }
  }
}
