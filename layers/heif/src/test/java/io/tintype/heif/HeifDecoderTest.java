package io.tintype.heif;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Damaged;
import io.tintype.testkit.Picture;
import io.tintype.testkit.PictureAssert;
import io.tintype.testkit.Quadrants;
import io.tintype.testkit.Shared;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Libheif.class)
class HeifDecoderTest {

  private final HeifDecoder decoder = Libheif.decoder();

  @ParameterizedTest
  @ValueSource(strings = {"quadrants.heic", "turned.heic"})
  void decodesUpright(String name) throws IOException {
    assertThatTiff(Samples.file(name))
        .hasSize(64, 48)
        .isOpaque()
        .within(12)
        .showsQuarters(Quadrants.UPRIGHT);
  }

  @Test
  void keepsTransparency() throws IOException {
    assertThatTiff(Samples.file("with-hole.heic")).within(12).showsQuarters(Quadrants.WITH_HOLE);
  }

  @Test
  void keepsTheProfile() {
    byte[] tiff = tiff(Samples.file("display-p3.heic"));
    String text = new String(tiff, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).contains("acsp");
  }

  @Test
  void writesATiffOfStripsThatOurHeaderReaderAccepts() {
    byte[] tiff = tiff(Samples.file("quadrants.heic"));
    SourceInfo info = Samples.info(tiff);
    assertThat(info.format()).isEqualTo(Format.TIFF);
    assertThat(info.stored()).isEqualTo(new Size(64, 48));
    assertThat(info.alpha()).isFalse();
    assertThat(Samples.info(tiff(Samples.file("with-hole.heic"))).alpha()).isTrue();
  }

  @Test
  void decodesAPictureOfSomebodyElse() throws IOException {
    byte[] file = Files.readAllBytes(Shared.path("images/image.heic"));
    assertThat(Samples.info(tiff(file)).size()).isEqualTo(Samples.info(file).size());
  }

  @Test
  void refusesWhatEndsTooEarly() {
    byte[] file = Samples.file("quadrants.heic");
    SourceInfo info = Samples.info(file);
    byte[] cut = Arrays.copyOf(file, file.length - 60);
    assertThat(refusal(cut, info)).isEqualTo(Reason.CORRUPT);
  }

  @Test
  void survivesSeededDamage() {
    for (String name : new String[] {"quadrants.heic", "with-hole.heic", "turned.heic"}) {
      for (Damaged damaged : Damaged.seeded(name, Samples.file(name), 100, 4711)) {
        try {
          SourceInfo info = Samples.info(damaged.file());
          if (info.format() == Format.HEIF) {
            assertThat(Samples.info(tiff(damaged.file())).size()).isEqualTo(info.size());
          }
        } catch (TintypeException e) {
          assertThat(e.reason())
              .as(damaged.defect())
              .isIn(Reason.CORRUPT, Reason.UNSUPPORTED, Reason.TOO_LARGE);
        }
      }
    }
  }

  private Reason refusal(byte[] file, SourceInfo info) {
    try {
      decoder.tiff(Source.of(file), info);
    } catch (TintypeException e) {
      return e.reason();
    }
    throw new AssertionError("nothing was refused");
  }

  private byte[] tiff(byte[] file) {
    ByteBuffer buffer = decoder.tiff(Source.of(file), Samples.info(file));
    byte[] copy = new byte[buffer.remaining()];
    buffer.get(copy);
    return copy;
  }

  private PictureAssert assertThatTiff(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(tiff(file)));
    return PictureAssert.assertThatPicture(Picture.of(image));
  }
}
