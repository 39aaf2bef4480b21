package io.tintype.imaging.header;

import static io.tintype.imaging.header.HeadersTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Orientation;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {

  @Test
  void isNotFooledByTheFrameOfAThumbnailInsideOfExif() {
    byte[] thumbnail = Samples.jpeg(3, 2, new Bin());

    SourceInfo info =
        HeadersTest.read(Samples.jpeg(30, 20, Samples.exif(false, 8).bytes(thumbnail)));

    assertThat(info.stored()).isEqualTo(new Size(30, 20));
    assertThat(info.orientation()).isEqualTo(Orientation.LEFT_BOTTOM);
  }

  @Test
  void findsTheExifAmongSeveralSegmentsOfItsKind() {
    Bin xmp = Bin.of("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta tiff:Orientation='3'/>");
    byte[] file =
        new Bin()
            .u8(0xFF, 0xD8)
            .segment(0xE0, Bin.of("JFIF\0").zeros(9))
            .segment(0xE1, xmp)
            .segment(0xE1, Bin.of("Exif\0\0").add(Samples.exif(true, 6)))
            .segment(0xE1, Bin.of("Exif\0\0").add(Samples.exif(true, 3)))
            .segment(0xE2, Bin.of("MPF\0").zeros(20))
            .add(Samples.jpegEnd(0xC0, 30, 20))
            .bytes(Samples.jpeg(300, 200, new Bin()))
            .done();

    SourceInfo info = HeadersTest.read(file);

    assertThat(info.orientation()).isEqualTo(Orientation.RIGHT_TOP);
    assertThat(info.size()).isEqualTo(new Size(20, 30));
    assertThat(info.frames()).isEqualTo(1);
  }

  @Test
  void readsOnPastFillBytesAndStrayOnes() {
    byte[] file =
        new Bin()
            .u8(0xFF, 0xD8, 0xFF, 0xFF)
            .segment(0xFE, Bin.of("comment"))
            .u8(1, 2, 3, 0xFF, 0)
            .add(Samples.jpegEnd(0xC2, 30, 20))
            .done();

    assertThat(HeadersTest.read(file).stored()).isEqualTo(new Size(30, 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC9, 0xCA})
  void readsFramesThatSomeDecoderReads(int marker) {
    byte[] file = new Bin().u8(0xFF, 0xD8).add(Samples.jpegEnd(marker, 30, 20)).done();

    assertThat(HeadersTest.read(file).stored()).isEqualTo(new Size(30, 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF})
  void refusesFramesThatNoDecoderReads(int marker) {
    byte[] file = new Bin().u8(0xFF, 0xD8).add(Samples.jpegEnd(marker, 30, 20)).done();

    assertRefused(file, Reason.UNSUPPORTED, "(SOF" + (marker - 0xC0) + ")");
  }
}
