package io.tintype.testkit;

import io.tintype.imaging.Orientation;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;

/// A JPEG with metadata that says something: EXIF with an author, a camera, a place and a preview;
/// IPTC; XMP; a profile.
final class Described {

  /// What the preview in the EXIF block holds in place of a picture.
  static final String PREVIEW = "PREVIEW-OF-THE-WHOLE-PICTURE";

  private static final String XMP =
      """
      <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
       xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
       xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
       xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
       tiff:Orientation="6" photoshop:City="Springfield"
       xmpRights:WebStatement="https://example.org/rights">
       <dc:creator><rdf:Seq><rdf:li>A. Person</rdf:li></rdf:Seq></dc:creator>
       <dc:subject><rdf:Bag><rdf:li>Springfield</rdf:li></rdf:Bag></dc:subject>
       <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">all &amp; sundry</rdf:li></rdf:Alt>
       </dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
      """;

  private Described() {}

  static byte[] jpeg(Orientation orientation) {
    byte[] file = Fixtures.jpeg();
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    file = JpegFile.withXmp(JpegFile.withIcc(file, srgb), XMP);
    file = JpegFile.with(file, 0xED, iptc());
    byte[] exif = new Bytes().text("Exif\0\0").raw(exif(orientation)).done();
    return JpegFile.with(file, 0xE1, exif);
  }

  /// Big-endian: the first directory, the place and the preview's directory, then longer values.
  private static byte[] exif(Orientation orientation) {
    int first = 8;
    int place = first + 6 + 12 * 5;
    int preview = place + 6 + 12;
    int values = preview + 6 + 12 * 2;
    Bytes out = new Bytes().text("MM").big16(42).big32(first);
    out.big16(5);
    out.big16(0x10F).big16(2).big32(7).big32(values);
    out.big16(0x112).big16(3).big32(1).big16(orientation.exif()).big16(0);
    out.big16(0x13B).big16(2).big32(10).big32(values + 8);
    out.big16(0x8298).big16(2).big32(9).big32(values + 18);
    out.big16(0x8825).big16(4).big32(1).big32(place);
    out.big32(preview);
    out.big16(1).big16(2).big16(5).big32(3).big32(values + 28).big32(0);
    out.big16(2);
    out.big16(0x201).big16(4).big32(1).big32(values + 52);
    out.big16(0x202).big16(4).big32(1).big32(PREVIEW.length()).big32(0);
    out.text("Camera\0\0").text("A. Person\0").text("(c) them\0\0");
    out.big32(52).big32(1).big32(30).big32(1).big32(0).big32(1);
    return out.text(PREVIEW).done();
  }

  private static byte[] iptc() {
    byte[] sets =
        new Bytes()
            .u8(0x1C, 2, 80)
            .big16(9)
            .text("A. Person")
            .u8(0x1C, 2, 90)
            .big16(11)
            .text("Springfield")
            .u8(0x1C, 2, 116)
            .big16(8)
            .text("(c) them")
            .done();
    return new Bytes()
        .text("Photoshop 3.0\0")
        .text("8BIM")
        .big16(0x0404)
        .big16(0)
        .big32(sets.length)
        .raw(sets)
        .zeros(sets.length & 1)
        .done();
  }

  /// The picture of a JPEG or PNG as if its profile weren't there.
  static Picture withoutProfile(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int jpeg = text.indexOf("ICC_PROFILE\0");
    int png = text.indexOf("iCCP");
    Bytes out = new Bytes();
    if (jpeg >= 0) {
      int length = (file[jpeg - 2] & 0xFF) << 8 | (file[jpeg - 1] & 0xFF);
      out.raw(file, 0, jpeg - 4).raw(file, jpeg - 2 + length, file.length);
    } else {
      int length = (file[png - 2] & 0xFF) << 8 | (file[png - 1] & 0xFF);
      out.raw(file, 0, png - 4).raw(file, png + 8 + length, file.length);
    }
    return Picture.decode(out.done());
  }
}
