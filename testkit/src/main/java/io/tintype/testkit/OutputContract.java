package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is written: the right format, transparency where there can be some, no metadata, and no
/// more bytes than allowed.
interface OutputContract extends EngineUnderTest {

  @TestFactory
  default Stream<DynamicTest> writesEveryFormatThatItClaims() {
    byte[] file = Fixtures.png();
    return engine().capabilities().writes().stream()
        .sorted()
        .map(
            format ->
                dynamicTest(
                    format.id(),
                    () -> {
                      byte[] bytes = render(file, draft(file).as(format)).bytes();
                      assertThat(inspect(bytes).format()).isEqualTo(format);
                      assertThat(inspect(bytes).size()).isEqualTo(Fixtures.SIZE);
                      assertThatPicture(see(bytes, draft(bytes)))
                          .within(6)
                          .showsQuarters(Quadrants.UPRIGHT);
                    }));
  }

  @Test
  default void keepsTransparencyInPng() {
    for (byte[] file : List.of(Fixtures.transparentPng(), Fixtures.transparentWebp())) {
      assertThatPicture(see(file, draft(file).as(Format.PNG)))
          .within(1)
          .showsQuarters(Quadrants.WITH_HOLE);
    }
  }

  @Test
  default void keepsTransparencyInGif() {
    byte[] file = Fixtures.transparentPng();
    assertThatPicture(see(file, draft(file).as(Format.GIF)))
        .within(8)
        .showsQuarters(Quadrants.WITH_HOLE);
  }

  @Test
  default void keepsTransparencyInWebp() {
    assumeWrites(Format.WEBP);
    byte[] file = Fixtures.transparentPng();
    assertThatPicture(see(file, draft(file).as(Format.WEBP)))
        .within(8)
        .showsQuarters(Quadrants.WITH_HOLE);
    byte[] half = Fixtures.plainPng(new Size(40, 40), new Color(200, 100, 50, 128));
    assertThatPicture(see(half, draft(half).as(Format.WEBP)))
        .within(6)
        .shows(new Color(200, 100, 50, 128), 20, 20);
  }

  @Test
  default void flattensTransparencyOnTheBackgroundInJpeg() {
    byte[] file = Fixtures.transparentPng();
    Color background = Color.opaque(0, 200, 200);
    Output output =
        new Output(Optional.of(Format.JPEG), Optional.empty(), Optional.empty(), background);
    assertThatPicture(see(file, draft(file).output(output, Format.JPEG)))
        .within(4)
        .showsQuarters(new Quadrants(Quadrants.RED, Quadrants.GREEN, Quadrants.BLUE, background));
    byte[] half = Fixtures.plainPng(new Size(16, 16), new Color(255, 0, 0, 128));
    assertThatPicture(see(half, draft(half).output(output, Format.JPEG)))
        .within(4)
        .shows(Color.opaque(128, 100, 100), 8, 8);
  }

  @Test
  default void doesNotMixInvisibleColoursIntoVisibleOnes() {
    Color red = Quadrants.RED;
    Color invisibleGreen = new Color(0, 255, 0, 0);
    var image =
        new Quadrants(red, invisibleGreen, red, invisibleGreen)
            .draw(202, 101, BufferedImage.TYPE_INT_ARGB);
    byte[] file = Fixtures.png(image);
    for (int[] size : new int[][] {{67, 33}, {9, 5}, {150, 75}, {333, 151}}) {
      Picture picture = see(file, draft(file).scaled(size[0], size[1]));
      for (int value : picture.argb()) {
        if (value >>> 24 > 8) {
          assertThat(value & 0xFF00).as("green of %08x", value).isLessThan(0x1000);
        }
      }
    }
  }

  @TestFactory
  default Stream<DynamicTest> leavesMetadataOut() {
    List<byte[]> files =
        List.of(
            Fixtures.jpegFullOfMetadata(),
            Fixtures.pngFullOfMetadata(),
            Fixtures.webpFullOfMetadata());
    return engine().capabilities().writes().stream()
        .sorted()
        .map(
            format ->
                dynamicTest(
                    format.id(),
                    () -> {
                      for (byte[] file : files) {
                        assertThat(Metadata.in(file)).contains(Metadata.EXIF, Metadata.ICC);
                        byte[] bytes = render(file, draft(file).as(format)).bytes();
                        if (List.of(Format.JPEG, Format.PNG, Format.WEBP, Format.GIF)
                            .contains(format)) {
                          assertThat(Metadata.in(bytes)).isEmpty();
                        }
                      }
                    }));
  }

  @Test
  default void writesFewerBytesAtLowerQuality() {
    byte[] file = noise(new Size(200, 150));
    for (Format format : List.of(Format.JPEG, Format.WEBP)) {
      if (engine().capabilities().writes().contains(format)) {
        assertThat(bytesAt(file, format, 30)).isLessThan(bytesAt(file, format, 90));
      }
    }
  }

  private int bytesAt(byte[] file, Format format, int quality) {
    Output output = Output.AS_SOURCE.withFormat(format).withQuality(quality);
    return render(file, draft(file).output(output, format)).bytes().length;
  }

  @Test
  default void obeysMaxBytes() {
    byte[] file = noise(new Size(200, 150));
    for (Format format : List.of(Format.JPEG, Format.WEBP)) {
      if (engine().capabilities().writes().contains(format)) {
        int usual = bytesAt(file, format, 90);
        long allowed = usual / 2;
        Output output =
            new Output(Optional.of(format), Optional.of(90), Optional.of(allowed), Color.WHITE);
        assertThat(render(file, draft(file).output(output, format)).bytes().length)
            .isLessThanOrEqualTo((int) allowed);
      }
    }
  }

  @Test
  default void givesTheSmallestItCanWhenMaxBytesIsOutOfReach() {
    byte[] file = noise(new Size(64, 64));
    Output output =
        new Output(Optional.of(Format.JPEG), Optional.empty(), Optional.of(10L), Color.WHITE);
    assertThat(render(file, draft(file).output(output, Format.JPEG)).bytes().length)
        .isLessThan(bytesAt(file, Format.JPEG, 80));
  }

  private static byte[] noise(Size size) {
    var random = new Random(1);
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        image.setRGB(x, y, random.nextInt() & 0xFFFFFF);
      }
    }
    return Fixtures.png(image);
  }
}
