package io.tintype.imaging.header;

import static io.tintype.imaging.header.HeadersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetailsTest {

  @Test
  void widensAGifToItsFirstFrameAsBrowsersDo() {
    byte[] gif = Samples.gifStart(0, 10).add(Samples.gifFrame(30, 20, false)).u8(0x3B).done();

    assertThat(HeadersTest.read(gif).stored()).isEqualTo(new Size(30, 20));
  }

  @Test
  void knowsThatAGifMayBeTransparent() {
    byte[] marked = Samples.gifStart(30, 20).add(Samples.gifFrame(30, 20, true)).done();
    byte[] uncovered = Samples.gifStart(30, 20).add(Samples.gifFrame(29, 20, false)).done();
    byte[] opaque = Samples.gifStart(30, 20).add(Samples.gifFrame(30, 20, false)).done();

    assertThat(HeadersTest.read(marked).alpha()).isTrue();
    assertThat(HeadersTest.read(uncovered).alpha()).isTrue();
    assertThat(HeadersTest.read(opaque).alpha()).isFalse();
    assertThat(HeadersTest.read(opaque).animated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "2, false", "3, false", "4, true", "6, true"})
  void knowsWhichPngColourTypesHaveAlpha(int colourType, boolean alpha) {
    Bin png = Samples.pngStart(30, 20, colourType).chunk("IDAT", new Bin());

    assertThat(HeadersTest.read(png.chunk("IEND", new Bin()).done()).alpha()).isEqualTo(alpha);
  }

  @Test
  void knowsThatAPngMayHaveAlphaInAChunk() {
    Bin png = Samples.pngStart(30, 20, 3).chunk("PLTE", new Bin().zeros(3));
    png.chunk("tRNS", new Bin().u8(0)).chunk("IDAT", new Bin()).chunk("IEND", new Bin());

    assertThat(HeadersTest.read(png.done()).alpha()).isTrue();
  }

  @Test
  void refusesPngOfApplesOwnKind() {
    Bin png = Bin.of("\u0089PNG\r\n\u001A\n").chunk("CgBI", new Bin().zeros(4)).zeros(40);

    assertRefused(png.done(), Reason.UNSUPPORTED, "PNG is of Apple's own kind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1"})
  void knowsTheAlphaPictureOfHeif(String kind) {
    assertThat(HeadersTest.read(Samples.heif("heic", kind, new Bin())).alpha()).isTrue();
    assertThat(HeadersTest.read(Samples.heif("heic", "urn:other", new Bin())).alpha()).isFalse();
  }

  @Test
  void takesTheCleanApertureOfHeifForItsSize() {
    Bin aperture = new Bin().box("clap", new Bin().be32(28, 1, 36, 2, 0, 1, 0, 1));
    byte[] file = Samples.heif("heic", "", aperture.zeros(0));

    assertThat(HeadersTest.read(file).stored()).isEqualTo(new Size(28, 18));
  }

  @Test
  void readsBitmapsFromTopToBottomAndThoseOfOs2() {
    byte[] os2 = Bin.of("BM").le32(26 + 1840, 0, 26, 12).le16(30, 20, 1, 24).zeros(1840).done();

    assertThat(HeadersTest.read(Samples.bmp(30, -20)).stored()).isEqualTo(new Size(30, 20));
    assertThat(HeadersTest.read(os2).stored()).isEqualTo(new Size(30, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1", "P2", "P3", "P4", "P5", "P6"})
  void readsEveryKindOfPnm(String kind) {
    String highest = kind.equals("P1") || kind.equals("P4") ? "" : "255\n";
    byte[] file = Bin.of(kind + "\n#by hand\n30 20\n" + highest).text("0 ".repeat(1_800)).done();

    assertThat(HeadersTest.read(file).stored()).isEqualTo(new Size(30, 20));
  }

  @ParameterizedTest
  @CsvSource({"2, 24", "2, 32", "2, 16", "3, 8", "10, 24", "11, 8"})
  void readsTheKindsOfTga(int type, int depth) {
    assertThat(HeadersTest.read(Samples.tga(type, 30, 20, depth)).stored())
        .isEqualTo(new Size(30, 20));
  }

  @Test
  void takesTgaThatDoesNotFitTogetherForNoImage() {
    byte[] tga = Samples.tga(2, 30, 20, 24);

    for (byte[] file :
        new byte[][] {
          Arrays.copyOf(tga, tga.length - 1),
          Samples.tga(1, 30, 20, 8),
          Samples.tga(3, 30, 20, 24),
          Samples.tga(4, 30, 20, 24),
          Samples.tga(2, 30, 20, 23),
          Samples.tga(2, 0, 20, 24)
        }) {
      assertRefused(file, Reason.UNSUPPORTED, "not an image");
    }
  }

  @Test
  void readsTgaWithAMeaninglessColourMapWhereAFooterProvesIt() {
    byte[] body = Samples.tga(2, 30, 20, 24);
    body[7] = 24;
    byte[] proved = new Bin().bytes(body).zeros(8).text("TRUEVISION-XFILE.\0").done();

    assertRefused(body, Reason.UNSUPPORTED, "not an image");
    assertThat(HeadersTest.read(proved).stored()).isEqualTo(new Size(30, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<svg width='30' height='20'/>|30|20",
        "<svg width='1in' height='72pt'/>|96|96",
        "<svg width='25.4mm' height='2.54cm'/>|96|96",
        "<svg viewBox='0 0 30 20'/>|30|20",
        "<svg viewBox='0,0,30,20' width='60'/>|60|40",
        "<svg viewBox='-5 -5 30 20' height='60' width='100%'/>|90|60",
        "<svg width='100%' height='100%'/>|300|150",
        "<svg/>|300|150",
        "<svg width='0.2' height='&big;'/>|1|150",
        "<svg width='-3' height='1e2'/>|300|100",
        "<s:svg xmlns:s='http://www.w3.org/2000/svg' s:width='9' width = \"30\" height='20'>|30|20"
      })
  void readsTheSizeOfSvg(String svg, int width, int height) {
    byte[] file = Bin.of("\u00EF\u00BB\u00BF<?xml version='1.0'?>\n<!-- <svg> -->\n" + svg).done();

    assertThat(HeadersTest.read(file).stored()).isEqualTo(new Size(width, height));
  }

  @Test
  void expandsNoEntitiesOfSvg() {
    byte[] file =
        Bin.of("<!DOCTYPE svg [<!ENTITY a '10'><!ENTITY b \"&a;&a;\">]>\n<svg width='&b;'/>")
            .done();

    assertThat(HeadersTest.read(file).stored()).isEqualTo(new Size(300, 150));
  }
}
