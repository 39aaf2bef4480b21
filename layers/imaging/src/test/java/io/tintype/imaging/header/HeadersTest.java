package io.tintype.imaging.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tintype.imaging.Channels;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

  static SourceInfo read(byte[] file) {
    return Headers.read(Source.of(file), Limits.DEFAULT);
  }

  static void assertRefused(byte[] file, Reason reason, String message) {
    assertThatExceptionOfType(TintypeException.class)
        .isThrownBy(() -> read(file))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal).hasMessageContaining(message);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "JPEG, JPEG, 6, 1, false, false, true",
    "PNG, PNG, 6, 1, false, false, false",
    "APNG, PNG, 1, 3, false, true, false",
    "GIF, GIF, 1, 3, false, true, false",
    "WebP lossy, WEBP, 1, 1, false, false, false",
    "WebP lossless, WEBP, 1, 1, true, false, false",
    "WebP extended, WEBP, 6, 1, false, false, false",
    "WebP animated, WEBP, 1, 3, false, true, false",
    "TIFF, TIFF, 6, 2, false, false, false",
    "BigTIFF, TIFF, 1, 1, false, false, false",
    "AVIF, AVIF, 8, 1, false, false, false",
    "HEIF, HEIF, 1, 1, false, false, false",
    "AVIF sequence, AVIF, 1, 5, false, true, false",
    "BMP, BMP, 1, 1, false, false, false",
    "PSD, PSD, 1, 1, false, false, false",
    "TGA, TGA, 1, 1, false, false, false",
    "PNM, PNM, 1, 1, false, false, false",
    "PAM, PNM, 1, 1, true, false, false",
    "ICNS, ICNS, 1, 1, true, false, false",
    "PCX, PCX, 1, 1, false, false, false",
    "SVG, SVG, 1, 1, true, false, false"
  })
  void readsEveryFormat(
      String sample,
      Format format,
      int exif,
      int frames,
      boolean alpha,
      boolean animated,
      boolean grey) {
    byte[] file = Objects.requireNonNull(Samples.all().get(sample));

    assertThat(read(file))
        .isEqualTo(
            new SourceInfo(
                format,
                new Size(30, 20),
                Orientation.ofExif(exif),
                frames,
                alpha,
                animated,
                file.length,
                grey));
  }

  @Test
  void tellsGreyFromColours() {
    assertThat(read(pngOfType(0)).channels()).isEqualTo(new Channels(true, false));
    assertThat(read(pngOfType(4)).channels()).isEqualTo(new Channels(true, true));
    assertThat(read(pngOfType(2)).channels()).isEqualTo(new Channels(false, false));
    assertThat(read(pngOfType(3)).channels()).isEqualTo(new Channels(false, false));
    assertThat(read(Samples.pam("GRAYSCALE_ALPHA", 2)).channels())
        .isEqualTo(new Channels(true, true));
    assertThat(read(Samples.pam("RGB", 3)).channels()).isEqualTo(new Channels(false, false));
  }

  private static byte[] pngOfType(int colourType) {
    return Samples.pngStart(30, 20, colourType)
        .chunk("IDAT", new Bin().zeros(10))
        .chunk("IEND", new Bin())
        .done();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "\u00FF",
        "\u0089PNG",
        "GIF88a",
        "RIFF\4\0\0\0WAVE",
        "I am a text file that is named photo.jpg, and long enough to hold any header at all.\n",
        "BM is how this text begins, as bitmaps do",
        "P3 is how this text begins",
        "\n\nTwo empty lines first",
        "<html><svg width='1' height='1'/></html>",
        "<?xml version='1.0'?><!-- <svg/> --><feed/>",
        "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom",
        "%PDF-1.7"
      })
  void refusesWhatIsNoImage(String content) {
    assertRefused(
        Bin.of(content).done(), Reason.UNSUPPORTED, "The file is not an image that Tintype knows");
  }

  @Test
  void refusesZerosOfAnyLength() {
    for (int length = 0; length < 300; length++) {
      assertRefused(new byte[length], Reason.UNSUPPORTED, "not an image");
    }
  }

  @Test
  void readsFromBuffersOffTheHeapAndLeavesTheirPositionAlone() {
    byte[] file = Samples.gif(30, 20, 1);
    ByteBuffer direct = ByteBuffer.allocateDirect(file.length + 7).position(7);
    direct.put(file).position(7);
    Source source = Source.of(direct);

    assertThat(Headers.read(source, Limits.DEFAULT)).isEqualTo(read(file));
    assertThat(direct.position()).isEqualTo(7);
    assertThat(source.buffer().position()).isZero();
  }
}
