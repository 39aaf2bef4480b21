package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every kind of file comes out as the picture that people see.
interface DecodingContract extends EngineUnderTest {

  Color GREY = Color.opaque(128, 128, 128);

  @Test
  default void readsTheFormatsOfTheWeb() {
    assertThat(engine().capabilities().reads())
        .contains(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP);
  }

  @TestFactory
  default Stream<DynamicTest> decodesEveryFormatThatItReads() {
    return engine().capabilities().reads().stream()
        .filter(format -> Fixtures.in(format).isPresent())
        .sorted()
        .map(format -> dynamicTest(format.id(), () -> decodes(format)));
  }

  private void decodes(Format format) {
    byte[] file = Fixtures.in(format).orElseThrow();
    assertThat(inspect(file).format()).isEqualTo(format);
    Size size = format == Format.ICNS ? new Size(128, 128) : Fixtures.SIZE;
    assertThatPicture(see(file, draft(file)))
        .hasSize(size)
        .isOpaque()
        .within(4)
        .showsQuarters(Quadrants.UPRIGHT);
  }

  @TestFactory
  default Stream<DynamicTest> turnsAllEightOrientationsUpright() {
    return Arrays.stream(Orientation.values())
        .map(
            orientation ->
                dynamicTest(
                    orientation.name(),
                    () -> {
                      byte[] file = Fixtures.orientedJpeg(orientation);
                      assertThatPicture(see(file, draft(file)))
                          .hasSize(Fixtures.SIZE)
                          .within(4)
                          .showsQuarters(Quadrants.UPRIGHT);
                    }));
  }

  @Test
  default void readsProgressiveJpeg() {
    byte[] file = Fixtures.progressiveJpeg();
    assertThatPicture(see(file, draft(file))).within(30).showsQuarters(Quadrants.UPRIGHT);
  }

  @Test
  default void readsCmykJpegInItsColours() {
    byte[] file = Fixtures.cmykJpeg();
    assertThatPicture(see(file, draft(file)))
        .hasSize(Fixtures.SIZE)
        // inks are darker than lights: the blue of a press is about 30,36,123
        .within(140)
        .showsQuarters(Quadrants.UPRIGHT);
  }

  @Test
  default void readsPalettes() {
    byte[] file = Fixtures.palettePng();
    assertThatPicture(see(file, draft(file))).within(1).showsQuarters(Quadrants.UPRIGHT);
  }

  @Test
  default void readsSixteenBitsWithAlpha() {
    byte[] file = Fixtures.sixteenBitPng();
    assertThatPicture(see(file, draft(file))).within(1).showsQuarters(Quadrants.WITH_HOLE);
  }

  @Test
  default void seesThroughTheTransparentLevelOfGreyPngs() {
    var expected = new Quadrants(Color.TRANSPARENT, Color.TRANSPARENT, Color.WHITE, Color.WHITE);
    for (int depth : new int[] {1, 2, 4, 8}) {
      for (int level : new int[] {0, depth == 1 ? 0 : 1}) {
        byte[] file = Fixtures.greyPngWithHole(depth, level);
        assertThatPicture(see(file, draft(file))).within(1).showsQuarters(expected);
      }
    }
  }

  @Test
  default void takesFloatingPointForLinearLight() {
    for (Color color : new Color[] {Color.opaque(180, 60, 20), new Color(180, 60, 20, 100)}) {
      byte[] file = Fixtures.floatTiff(color);
      assertThatPicture(see(file, draft(file))).within(1).showsOnly(color);
      assertThatPicture(see(file, draft(file).scaled(20, 15))).within(2).showsOnly(color);
    }
  }

  @TestFactory
  default Stream<DynamicTest> leavesGreyAsBrightAsItIs() {
    return engine().capabilities().reads().stream()
        .filter(format -> Fixtures.greyIn(format).isPresent())
        .sorted()
        .map(
            format ->
                dynamicTest(
                    format.id(),
                    () -> {
                      byte[] file = Fixtures.greyIn(format).orElseThrow();
                      assertThatPicture(see(file, draft(file))).within(1).showsOnly(GREY);
                    }));
  }

  @Test
  default void convertsEmbeddedProfilesToSrgb() {
    for (byte[] file :
        new byte[][] {Fixtures.iccJpeg(), Fixtures.iccPng(), Fixtures.iccWebp(255)}) {
      assertThatPicture(see(file, draft(file))).within(3).showsOnly(Fixtures.ICC_GREY);
    }
    var translucent = new Color(128, 128, 128, 200);
    for (byte[] file : new byte[][] {Fixtures.iccWebp(200), Fixtures.iccAnimatedWebp()}) {
      assertThatPicture(see(file, draft(file))).within(3).showsOnly(translucent);
    }
  }

  @Test
  default void leavesOutProfilesThatAreDamaged() {
    byte[] file = Fixtures.jpegWithDamagedProfile();
    assertThatPicture(see(file, draft(file))).within(1).showsOnly(Color.opaque(55, 55, 55));
  }

  @Test
  default void previewsUprightInRightColoursAndFitted() {
    byte[] file = Fixtures.orientedJpeg(Orientation.RIGHT_TOP);
    try (OpenImage image = engine().open(Source.of(file), inspect(file))) {
      assertThatPicture(Picture.of(image.preview(32)))
          .hasSize(32, 24)
          .within(4)
          .showsQuarters(Quadrants.UPRIGHT);
      assertThatPicture(Picture.of(image.preview(1000))).hasSize(Fixtures.SIZE);
    }
    byte[] grey = Fixtures.iccJpeg();
    try (OpenImage image = engine().open(Source.of(grey), inspect(grey))) {
      assertThatPicture(Picture.of(image.preview(16))).within(3).showsOnly(Fixtures.ICC_GREY);
    }
  }

  @Test
  default void previewsKeepTransparency() {
    byte[] file = Fixtures.transparentPng();
    try (OpenImage image = engine().open(Source.of(file), inspect(file))) {
      assertThatPicture(Picture.of(image.preview(32))).showsQuarters(Quadrants.WITH_HOLE);
    }
  }
}
