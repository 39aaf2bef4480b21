package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderLimitsTest {

  private static final long WHOLE = 10_000_000;
  private static final String NONE = "no format";
  private static final Limits SMALL = new Limits(1_000_000, 1_000, 3, 100, 1);

  @Test
  void refusesFilesOfTooManyBytesBeforeLookingInside() {
    assertTooLarge(
        new byte[1_000_001], SMALL, "Expected at most 1000000 bytes but received 1000001");
  }

  @Test
  void countsThePixelsOfAPicture() {
    byte[] fits = Samples.png(40, 25, new Bin(), 0);
    byte[] exceeds = Samples.png(77, 13, new Bin(), 0);

    assertThatCode(() -> Headers.read(Source.of(fits), SMALL)).doesNotThrowAnyException();
    assertTooLarge(exceeds, SMALL, "Expected at most 1000 pixels but received 1001 (77x13)");
  }

  @Test
  void countsThePixelsOfAllFramesOfAnAnimation() {
    String message = "Expected at most 1000 pixels but received 1200 (30x20, 2 frames)";

    assertTooLarge(Samples.gif(30, 20, 2), SMALL, message);
    assertTooLarge(Samples.webpAnimation(30, 20, 2), SMALL, message);
    assertTooLarge(Samples.png(30, 20, new Bin(), 2), SMALL, message);
    assertTooLarge(Samples.heif("avis", "", new Bin(), 2), SMALL, message);
  }

  @Test
  void countsOnlyTheLargestPageOfADocument() {
    assertThat(Headers.read(Source.of(Samples.tiff(true, 1, 3)), SMALL).frames()).isEqualTo(3);
  }

  @Test
  void countsTheFrameOfAGifThatIsLargerThanItsScreen() {
    byte[] bomb =
        Samples.gifStart(1, 1)
            .add(Samples.gifFrame(1, 1, false))
            .add(Samples.gifFrame(65535, 65535, false))
            .u8(0x3B)
            .done();

    assertTooLarge(bomb, Limits.DEFAULT, "pixels but received 8589672450 (1x1, 2 frames)");
  }

  @Test
  void countsThePictureInsideOfAnIcon() {
    byte[] png = Samples.png(30_000, 30_000, new Bin(), 0);
    byte[] icon =
        Bin.of("icns").be32(16 + png.length).text("ic04").be32(8 + png.length).bytes(png).done();

    assertTooLarge(icon, Limits.DEFAULT, "received 900000000 (30000x30000)");
  }

  @Test
  void refusesTooManyFrames() {
    String message = "Expected at most 3 frames but received 4 or more";

    assertTooLarge(Samples.gif(1, 1, 9), SMALL, message);
    assertTooLarge(Samples.webpAnimation(1, 1, 9), SMALL, message);
    assertTooLarge(Samples.tiff(false, 1, 9), SMALL, message);
    assertTooLarge(Samples.png(1, 1, new Bin(), 9), SMALL, "at most 3 frames but received 9");
    assertTooLarge(Samples.heif("avis", "", new Bin(), 9), SMALL, "frames but received 9");
  }

  static Stream<Arguments> bombs() {
    long most = 0xFFFF_FFFFL;
    Bin plain = Samples.pngStart(1, 1, 2).chunk("acTL", new Bin().be32(most, 0));
    return Stream.of(
        bomb("PNG", Samples.png(30_000, 30_000, new Bin().zeros(5_000), 0)),
        bomb("PNG of all ones", Samples.png(most, most, new Bin(), 0)),
        bomb("PNG of many frames", plain.chunk("IDAT", new Bin()).chunk("IEND", new Bin()).done()),
        bomb("JPEG", Samples.jpeg(65535, 65535, new Bin())),
        bomb("GIF", Samples.gif(65535, 65535, 1)),
        bomb("WebP", Samples.webpAnimation(16_383, 16_383, 1)),
        bomb("PSD", psd(most)),
        bomb("PNM", Bin.of("P6 99999999999999999999 99999999999 255 ").done()),
        bomb("BMP", bmp()),
        bomb("HEIF", heif(most)),
        bomb("SVG", Bin.of("<svg width='1e300' height='1e300'/>").done()),
        bomb("GIF of empty frames", filled(Samples.gifStart(1, 1), Samples.gifFrame(0, 0, false))));
  }

  private static Arguments bomb(String name, byte[] file) {
    return Arguments.of(name, file);
  }

  private static byte[] psd(long side) {
    return Bin.of("8BPS").be16(1).zeros(6).be16(3).be32(side, side).be16(8, 3).zeros(14).done();
  }

  private static byte[] bmp() {
    return Bin.of("BM").le32(0, 0, 54, 40, 0x7FFF_FFFF, 0x8000_0000L).le16(1, 32).zeros(24).done();
  }

  private static byte[] heif(long side) {
    return Samples.heif("heic", "", new Bin().box("ispe", new Bin().be32(0, side, side)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void refusesBombsFromTheHeader(String name, byte[] bomb) {
    Cost cost = Cost.of(() -> assertRefused(bomb, Reason.TOO_LARGE));

    assertThat(cost.processor()).as(name).isLessThan(Duration.ofSeconds(1));
    assertThat(cost.allocatedBytes()).as(name).isLessThan(2_000_000);
  }

  static Stream<Arguments> chains() {
    return Stream.of(
        bomb("PNG", filled(Samples.pngStart(1, 1, 2), new Bin().be32(0).text("teXt").be32(0))),
        bomb("JPEG of segments", filled(new Bin().u8(0xFF, 0xD8), new Bin().u8(0xFF, 0xE0, 0, 2))),
        bomb("JPEG of fill bytes", filled(new Bin().u8(0xFF, 0xD8), new Bin().u8(0xFF))),
        bomb("JPEG of EXIF", filled(new Bin().u8(0xFF, 0xD8), exifWithoutOrientation())),
        bomb("GIF of extensions", filled(Samples.gifStart(1, 1), new Bin().u8(0x21, 1, 0))),
        bomb("GIF of one-byte blocks", filled(Samples.gifStart(1, 1).u8(0x21, 1), new Bin().u8(1))),
        bomb("WebP", webpOfEmptyChunks()),
        bomb("TIFF of lists of offsets", tiffOfOffsets()),
        bomb("ICNS", filled(Bin.of("icns").be32(WHOLE), Bin.of("TOC ").be32(8))),
        bomb(
            "HEIF", filled(Bin.of("\0\0\0\u0010ftypheic\0\0\0\0"), new Bin().be32(8).text("free"))),
        bomb("HEIF of properties", heifOfProperties()),
        bomb("PNM of comments", filled(Bin.of("P6 "), Bin.of("#\n"))),
        bomb(NONE, filled(new Bin(), Bin.of("<!---->"))),
        bomb(NONE, filled(new Bin(), Bin.of(" "))));
  }

  private static Bin exifWithoutOrientation() {
    Bin exif = Bin.of("Exif\0\0MM\0*").be32(8).be16(5_000).zeros(60_000);
    return new Bin().segment(0xE1, exif);
  }

  /// Every entry of the directory lists the whole file as offsets; there is no size.
  private static byte[] tiffOfOffsets() {
    Bin entry = new Bin().be16(273, 1).be32(WHOLE, 0);
    return filled(Bin.of("MM\0*").be32(8).be16(0xFFFF), entry);
  }

  private static byte[] webpOfEmptyChunks() {
    Bin start = Bin.of("RIFF").le32(WHOLE - 8).text("WEBP").add(Samples.vp8x(0, 1, 1));
    return filled(start, Bin.of("XXXX").le32(0));
  }

  private static byte[] heifOfProperties() {
    Bin start = Bin.of("\0\0\0\u0010ftypheic\0\0\0\0");
    start.be32(WHOLE - 16).text("meta").be32(0).box("pitm", new Bin().be32(0).be16(1));
    start.be32(WHOLE - 42).text("iprp").be32(WHOLE - 50).text("ipco");
    return filled(start, new Bin().be32(8).text("free"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void givesUpOnLongChainsInTheTimeOfReadingThem(String name, byte[] file) {
    Cost cost =
        Cost.of(() -> assertRefused(file, name.equals(NONE) ? Reason.UNSUPPORTED : Reason.CORRUPT));

    assertThat(cost.processor()).as(name).isLessThan(Duration.ofSeconds(3));
  }

  /// A file of one piece over and over, after a start.
  private static byte[] filled(Bin start, Bin piece) {
    byte[] file = Arrays.copyOf(start.done(), (int) WHOLE);
    byte[] repeated = piece.done();
    for (int at = start.size(); at + repeated.length <= WHOLE; at += repeated.length) {
      System.arraycopy(repeated, 0, file, at, repeated.length);
    }
    return file;
  }

  /// Without the assertion library, whose own cost would count.
  private static void assertRefused(byte[] file, Reason reason) {
    try {
      throw new AssertionError("accepted: " + Headers.read(Source.of(file), Limits.DEFAULT));
    } catch (TintypeException refusal) {
      if (refusal.reason() != reason) {
        throw new AssertionError("expected " + reason, refusal);
      }
    }
  }

  private static void assertTooLarge(byte[] file, Limits limits, String message) {
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(() -> Headers.read(Source.of(file), limits))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE))
        .withMessageContaining(message);
  }
}
