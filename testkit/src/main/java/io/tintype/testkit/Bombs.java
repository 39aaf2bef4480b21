package io.tintype.testkit;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small files that would take far more memory or time than they are worth.
///
/// @param reasons why they are refused where their format is read at all
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Bombs(String name, byte[] file, List<Reason> reasons) {

  /// Those that the issue of every image service has met.
  public static List<Bombs> all() {
    return List.of(
        tooLarge("PNG of 5 KB that claims 30000x30000 pixels", png()),
        tooLarge("GIF of 10,000 frames", gif(10_000)),
        tooLarge("GIF of two million empty frames", gif(2_000_000)),
        new Bombs("SVG that nests entities", svgEntities(), List.of(Reason.UNSUPPORTED)),
        tooLarge("SVG that nests use", svgUses()),
        new Bombs("SVG with a huge filter", svgFilter(), List.of(Reason.UNSUPPORTED)),
        new Bombs("TIFF of four billion strips", tiff(0xFFFF_FFFF), List.of(Reason.CORRUPT)),
        new Bombs("TIFF whose one strip holds everything", tiff(1), List.of(Reason.CORRUPT)));
  }

  private static Bombs tooLarge(String name, byte[] file) {
    return new Bombs(name, file, List.of(Reason.TOO_LARGE));
  }

  @Override
  public String toString() {
    return name;
  }

  private static byte[] png() {
    byte[] padded = PngFile.with(Fixtures.png(), "tEXt", new byte[4_500]);
    return PngFile.claiming(padded, new Size(30_000, 30_000));
  }

  /// Each frame of one pixel, with a graphic control or, where there are millions, without one.
  private static byte[] gif(int frames) {
    var file = new Bytes().text("GIF89a").little16(16).little16(16).u8(0x80, 0, 0).zeros(6);
    var frame = new Bytes().u8(0x21, 0xF9, 4, 0).little16(1).u8(0, 0);
    frame.u8(0x2C).zeros(4).little16(1).little16(1).u8(0).u8(2, 2, 0x44, 1, 0);
    byte[] one = frame.done();
    for (int i = 0; i < frames; i++) {
      file.raw(one);
    }
    return file.u8(0x3B).done();
  }

  private static byte[] svgEntities() {
    var text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 20; i++) {
      String before = "&a" + (i - 1) + ";";
      text.append("<!ENTITY a").append(i).append(" \"").append(before.repeat(10)).append("\">");
    }
    text.append("]>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"48\">");
    text.append("<text>&a19;</text></svg>");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] svgUses() {
    var text = new StringBuilder("<rect id=\"a0\" width=\"64\" height=\"48\"/>");
    for (int i = 1; i < 20; i++) {
      text.append("<g id=\"a").append(i).append("\">");
      text.append(("<use xlink:href=\"#a" + (i - 1) + "\"/>").repeat(10)).append("</g>");
    }
    return SvgFile.of(Fixtures.SIZE, "<defs>" + text + "</defs><use href=\"#a19\"/>");
  }

  private static byte[] svgFilter() {
    return SvgFile.of(
        Fixtures.SIZE,
        "<filter id=\"f\" x=\"-5000%\" y=\"-5000%\" width=\"10000%\" height=\"10000%\">"
            + "<feMorphology operator=\"dilate\" radius=\"9999\"/></filter>"
            + "<rect width=\"64\" height=\"48\" filter=\"url(#f)\"/>");
  }

  /// 9000x9000 pixels of 8 bits without compression, in 134 bytes.
  private static byte[] tiff(int strips) {
    var file = new Bytes().text("II*\0").little32(8).little16(9);
    long[][] entries = {
      {256, 9_000}, {257, 9_000}, {258, 8}, {259, 1}, {262, 1}, {277, 1}, {278, 1},
    };
    for (long[] entry : entries) {
      file.little16((int) entry[0]).little16(4).little32(1).little32((int) entry[1]);
    }
    file.little16(273).little16(4).little32(strips).little32(8);
    file.little16(279).little16(4).little32(strips).little32(strips == 1 ? 81_000_000 : 8);
    return file.little32(0).zeros(8).done();
  }
}
