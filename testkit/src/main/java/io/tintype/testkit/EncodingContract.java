package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Encoding;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files are written as the encoding asks.
interface EncodingContract extends EngineUnderTest {

  @Test
  default void writesJpegsAsAsked() {
    byte[] plain = written(Fixtures.gradientPng(new Size(300, 200)), Format.JPEG, Encoding.USUAL);
    byte[] progressive =
        written(Fixtures.gradientPng(new Size(300, 200)), Format.JPEG, Encodings.PROGRESSIVE);
    byte[] smallest =
        written(Fixtures.gradientPng(new Size(300, 200)), Format.JPEG, Encodings.SMALLEST);
    assertThat(frameHeader(plain)[0]).isEqualTo(0xC0);
    assertThat(frameHeader(progressive)[0]).isEqualTo(0xC2);
    assertThat(smallest.length).isLessThanOrEqualTo(Math.min(plain.length, progressive.length));
    assertThatPicture(smallest).within(40).looksLike(Picture.decode(plain));
  }

  @Test
  default void keepsColoursOfJpegsAtFullResolutionWhereAsked() {
    byte[] file = Fixtures.gradientPng(new Size(64, 48));
    assertThat(frameHeader(written(file, Format.JPEG, Encoding.USUAL))[1]).isEqualTo(0x22);
    assertThat(frameHeader(written(file, Format.JPEG, Encodings.FULL_COLOR))[1]).isEqualTo(0x11);
  }

  @Test
  default void writesInterlacedPngsWhereAsked() {
    byte[] file = Fixtures.gradientPng(new Size(64, 48));
    int interlace = 28;
    assertThat(written(file, Format.PNG, Encoding.USUAL)[interlace]).isZero();
    byte[] progressive = written(file, Format.PNG, Encodings.PROGRESSIVE);
    assertThat(progressive[interlace]).isEqualTo((byte) 1);
    assertThatPicture(progressive).looksLike(Picture.decode(file));
  }

  @Test
  default void writesLosslessly() {
    for (Format format : List.of(Format.WEBP, Format.AVIF)) {
      if (engine().capabilities().writes().contains(format)) {
        byte[] file = Fixtures.noisyPng(new Size(40, 30), /* alpha= */ false);
        byte[] lossless = written(file, format, Encodings.LOSSLESS);
        assertThatPicture(see(lossless, draft(lossless)))
            .as("%s", format)
            .looksLike(Picture.decode(file));
      }
    }
  }

  @Test
  default void writesPalettes() {
    byte[] file = Fixtures.gradientPng(new Size(80, 60));
    for (Format format : List.of(Format.PNG, Format.GIF)) {
      for (int most : new int[] {2, 4, 16, 256}) {
        byte[] written = written(file, format, palette(most));
        assertThat(colors(written)).as("%s of %d", format, most).isBetween(2L, (long) most);
      }
    }
    int colorType = 25;
    assertThat(written(file, Format.PNG, palette(16))[colorType]).isEqualTo((byte) 3);
  }

  @Test
  default void setsLoopsAndDelaysOfAnimations() {
    if (!engine().capabilities().animates().contains(Format.GIF)) {
      return;
    }
    byte[] gif = Fixtures.animatedGif();
    int frames = inspect(gif).frames();
    for (int loops : new int[] {0, 1, 5}) {
      Encoding encoding = timed(loops, 120);
      byte[] written =
          render(gif, draft(gif).frames(frames).output(output(Format.GIF, encoding), Format.GIF))
              .bytes();
      Animation animation = Animation.read(written);
      assertThat(animation.delaysCentis()).hasSize(frames).containsOnly(12);
      assertThat(animation.loops())
          .isEqualTo(
              switch (loops) {
                case 0 -> OptionalInt.of(0);
                case 1 -> OptionalInt.empty();
                default -> OptionalInt.of(loops - 1);
              });
    }
  }

  private byte[] written(byte[] file, Format format, Encoding encoding) {
    Rendition rendition = render(file, draft(file).output(output(format, encoding), format));
    return rendition.bytes();
  }

  private static Output output(Format format, Encoding encoding) {
    return Output.AS_SOURCE.withFormat(format).withEncoding(encoding);
  }

  private static Encoding palette(int colors) {
    return new Encoding(
        false,
        false,
        false,
        false,
        Optional.of(3),
        Optional.of(colors),
        Optional.of(0.5),
        Optional.of(9),
        Optional.empty(),
        Optional.empty());
  }

  private static Encoding timed(int loops, int delayMillis) {
    return new Encoding(
        false,
        false,
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(loops),
        Optional.of(delayMillis));
  }

  /// The marker of the frame header and the sampling factors of its first component.
  private static int[] frameHeader(byte[] jpeg) {
    for (int at = 2; at + 11 < jpeg.length; ) {
      int marker = jpeg[at + 1] & 0xFF;
      if (marker >= 0xC0 && marker <= 0xC2) {
        return new int[] {marker, jpeg[at + 11] & 0xFF};
      }
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
    }
    throw new AssertionError("no frame header in " + jpeg.length + " bytes");
  }

  private static long colors(byte[] file) {
    return IntStream.of(Picture.decode(file).argb()).distinct().count();
  }
}
