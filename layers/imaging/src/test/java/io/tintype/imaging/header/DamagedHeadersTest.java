package io.tintype.imaging.header;

import static io.tintype.imaging.header.HeadersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedHeadersTest {

  static Stream<Arguments> damaged() {
    Bin none = new Bin();
    byte[] png = Samples.png(30, 20, none, 0);
    byte[] heif = Samples.heif("avif", "", none);
    return Stream.of(
        Arguments.of(cut(png, 12), "PNG header ends after 12 bytes"),
        Arguments.of(cut(png, png.length - 12), "PNG ends after 55 bytes without an end chunk"),
        Arguments.of(cut(png, 50), "PNG ends inside its chunk at byte 33"),
        Arguments.of(
            Samples.png(0, 20, none, 0), "PNG claims 0x20 pixels, expected sides of at least 1"),
        Arguments.of(
            Samples.pngStart(1, 1, 2).chunk("IEND", none).done(), "PNG has no picture data"),
        Arguments.of(Samples.pngStart(1, 1, 5).done(), "PNG has colour type 5 with 8 bits"),
        Arguments.of(cut(Samples.jpeg(30, 20, none), 8), "JPEG segment at byte 2 claims 11 bytes"),
        Arguments.of(cut(Samples.jpeg(30, 20, none), 15), "JPEG header ends after 15 bytes"),
        Arguments.of(Samples.jpeg(30, 0, none), "JPEG claims 30x0 pixels"),
        Arguments.of(new Bin().u8(0xFF, 0xD8, 0xFF, 0xD9).done(), "JPEG has no frame header"),
        Arguments.of(
            new Bin().u8(0xFF, 0xD8).add(frame()).add(frame()).done(),
            "JPEG has two frame headers"),
        Arguments.of(
            new Bin().u8(0xFF, 0xD8).add(frame()).u8(0xFF, 0xD9).done(),
            "JPEG has no picture data"),
        Arguments.of(Samples.gif(30, 20, 0), "GIF has no picture"),
        Arguments.of(
            Samples.gifStart(1, 1).u8(7).done(),
            "GIF has an unknown block at byte 19 and no picture"),
        Arguments.of(
            Samples.gifStart(0, 0).add(Samples.gifFrame(0, 0, false)).done(),
            "GIF claims 0x0 pixels"),
        Arguments.of(cut(Samples.gif(30, 20, 1), 41), "GIF ends after 41 bytes, inside picture 1"),
        Arguments.of(
            cut(Samples.webpAnimation(30, 20, 2), 60),
            "WebP ends after 60 bytes, its RIFF size announces"),
        Arguments.of(Samples.webp(Samples.vp8x(2, 30, 20)), "WebP has no picture data"),
        Arguments.of(
            Samples.webp(new Bin().riff("ABCD", none)), "WebP begins with none of the chunks"),
        Arguments.of(
            Samples.webp(Samples.vp8x(0, 30, 20).riff("VP8L", Samples.vp8l(9_000, 9_000))),
            "WebP holds a picture of 9000x9000 where it announces 30x20"),
        Arguments.of(
            Samples.webp(Samples.vp8x(2, 30, 20).riff("ANMF", Samples.anmf(1, 30, 20))),
            "WebP frame 1 lies outside of the canvas"),
        Arguments.of(Bin.of("II*\0").le32(99).done(), "TIFF directory lies at byte 99 of 8"),
        Arguments.of(
            Bin.of("MM\0*").be32(8).be16(9).done(), "TIFF ends inside the directory at byte 8"),
        Arguments.of(circle(), "TIFF directories run in a circle"),
        Arguments.of(Bin.of("MM\0*").be32(8).zeros(6).done(), "TIFF claims 0x0 pixels"),
        Arguments.of(strips(3, 4), "TIFF ends after 34 bytes, before some of its pixels"),
        Arguments.of(strips(4, 1), "TIFF ends after 34 bytes, before some of its pixels"),
        Arguments.of(overlapping(), "TIFF directories overlap"),
        Arguments.of(cut(heif, heif.length - 1), "AVIF ends inside its box mdat"),
        Arguments.of(
            new Bin().box("ftyp", Bin.of("heic").zeros(4)).done(), "HEIF has no primary picture"),
        Arguments.of(Samples.bmp(-30, 20), "BMP claims -30x20 pixels"),
        Arguments.of(cut(Samples.bmp(30, 20), 999), "BMP ends after 999 of at least 1892 bytes"),
        Arguments.of(cut(Samples.psd(30, 20), 999), "PSD ends after 999 of at least 1840 bytes"),
        Arguments.of(cut(Samples.psd(30, 20), 31), "PSD header ends after 31 bytes"),
        Arguments.of(Bin.of("P5 30 20 255 ").done(), "PNM ends after 13 of at least 613 bytes"),
        Arguments.of(Bin.of("P5 30 x").done(), "PNM has 'x' for its height, expected a number"),
        Arguments.of(Bin.of("P7\nWIDE 3\n").done(), "PNM header has an unknown line 'WIDE'"),
        Arguments.of(Bin.of("icns").be32(9).done(), "ICNS ends after 8 of 9 bytes"),
        Arguments.of(Bin.of("icns").be32(8).done(), "ICNS has no icon"),
        Arguments.of(cut(Samples.pcx(30, 20), 100), "PCX header ends after 100 bytes"),
        Arguments.of(Bin.of("<svg width='0' height='3'/>").done(), "SVG claims 0x3 pixels"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("damaged")
  void namesWhatIsWrong(byte[] file, String message) {
    assertRefused(file, Reason.CORRUPT, message);
  }

  @Test
  void acceptsWhatViewersAccept() {
    byte[] gif = Samples.gif(30, 20, 3);
    byte[] withoutTrailer = cut(gif, gif.length - 1);
    byte[] withJunk = new Bin().bytes(withoutTrailer).zeros(9).done();

    assertThat(HeadersTest.read(withoutTrailer).frames()).isEqualTo(3);
    assertThat(HeadersTest.read(withJunk).frames()).isEqualTo(3);
    for (byte[] file :
        new byte[][] {
          Samples.jpeg(30, 20, new Bin()),
          Samples.png(30, 20, new Bin(), 0),
          Samples.webpAnimation(30, 20, 3),
          Samples.heif("heic", "", new Bin())
        }) {
      byte[] longer = new Bin().bytes(file).text("Something a camera left behind").done();
      assertThat(HeadersTest.read(longer).size()).isEqualTo(HeadersTest.read(file).size());
    }
  }

  private static byte[] cut(byte[] file, int length) {
    return Arrays.copyOf(file, length);
  }

  private static Bin frame() {
    return new Bin().segment(0xC0, new Bin().u8(8).be16(20, 30).u8(1, 1, 0x11, 0));
  }

  /// The second page points back to the first.
  private static byte[] circle() {
    byte[] tiff = Samples.tiff(true, 1, 2);
    tiff[tiff.length - 1] = 8;
    return tiff;
  }

  /// Strips that begin at byte 0x0100 (type 3) or are listed where nothing is (type 4).
  private static byte[] strips(int type, int count) {
    Bin tiff = Bin.of("MM\0*").be32(8).be16(2, 256, 3).be32(1).be16(30, 0);
    return tiff.be16(273, type).be32(count).be16(0x0100, 0).done();
  }

  /// The second directory begins with the only entry of the first.
  private static byte[] overlapping() {
    return Bin.of("MM\0*").be32(8).be16(1, 1).zeros(10).be32(10).done();
  }
}
