package io.tintype.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.Trim;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is found in the pixels, in places of the upright picture.
interface MeasuringContract extends EngineUnderTest {

  Trim FROM_TOP_LEFT = new Trim(Trim.Corner.TOP_LEFT, 0);

  @Test
  default void findsNothingWhenNothingIsAsked() {
    assertThat(measure(Fixtures.png(), Needs.NOTHING)).isEqualTo(Findings.NONE);
  }

  @Test
  default void trimsBordersOfOneColour() {
    byte[] file = framed();
    assertThat(trimmed(file, FROM_TOP_LEFT)).contains(new Box(7, 3, 20, 10));
    assertThat(trimmed(file, new Trim(Trim.Corner.BOTTOM_RIGHT, 0)))
        .contains(new Box(7, 3, 20, 10));
  }

  @Test
  default void trimsBordersOfAColourThatIsNamed() {
    byte[] file = framed();
    assertThat(trimmed(file, new Trim(new Trim.Given(Color.WHITE), 0)))
        .contains(new Box(7, 3, 20, 10));
    Box all = trimmed(file, new Trim(new Trim.Given(Color.BLACK), 0)).orElseThrow();
    assertThat(all.width()).isGreaterThan(20);
    assertThat(all.height()).isGreaterThan(10);
  }

  @Test
  default void trimsUpToTheTolerance() {
    // Red to green is a distance of 361, red to yellow and to blue of 255 and 361.
    assertThat(trimmed(Fixtures.png(), new Trim(Trim.Corner.TOP_LEFT, 300)))
        .contains(new Box(0, 0, 64, 48));
    assertThat(trimmed(Fixtures.png(), new Trim(Trim.Corner.TOP_LEFT, 361))).isEmpty();
  }

  @Test
  default void trimsNothingWhereNothingWouldBeLeft() {
    byte[] file = Fixtures.plainPng(new Size(9, 9), Color.WHITE);
    assertThat(trimmed(file, FROM_TOP_LEFT)).isEmpty();
  }

  @Test
  default void trimsTheUprightPicture() {
    byte[] file = Fixtures.orientedJpeg(Orientation.RIGHT_TOP);
    Box box = trimmed(file, new Trim(Trim.Corner.TOP_LEFT, 200)).orElseThrow();
    assertThat(box).isEqualTo(new Box(0, 0, 64, 48));
  }

  @Test
  default void findsWhereTheDetailIs() {
    Needs needs = new Needs(Optional.empty(), true);
    Findings.Point point = measure(busyCorner(), needs).attention().orElseThrow();
    assertThat(point.x()).isBetween(200.0, 300.0);
    assertThat(point.y()).isBetween(130.0, 200.0);
  }

  private Optional<Box> trimmed(byte[] file, Trim trim) {
    return measure(file, new Needs(Optional.of(trim), false)).trimmed();
  }

  private Findings measure(byte[] file, Needs needs) {
    try (OpenImage image = engine().open(Source.of(file), inspect(file))) {
      return image.measure(needs);
    }
  }

  /// Quadrants of 20x10 at 7,3 on white.
  private static byte[] framed() {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }
    var inner = Quadrants.UPRIGHT.draw(20, 10, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().drawImage(inner, 7, 3, null);
    return Fixtures.png(image);
  }

  /// Grey, with a colourful pattern around 250,165 of 300x200.
  private static byte[] busyCorner() {
    var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 300; x++) {
        boolean busy = x >= 230 && x < 270 && y >= 145 && y < 185;
        image.setRGB(x, y, busy ? ((x / 4 + y / 4) % 2 == 0 ? 0xE0A080 : 0x302010) : 0x808080);
      }
    }
    return Fixtures.png(image);
  }
}
