package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/// Turning by any angle, cutting, and borders.
interface PlacingContract extends EngineUnderTest {

  Color BORDER = Color.opaque(10, 200, 90);

  @Test
  default void cutsAPartOut() {
    byte[] file = Fixtures.gradientPng(new Size(97, 61));
    Picture source = Picture.decode(file);
    Geometry.Cut cut = new Geometry.Cut(new Crop.Pixels(13, 7, 60, 61));
    Picture part = see(file, draft(file).edits(cut));
    assertThatPicture(part).hasSize(47, 54);
    for (int y = 0; y < 54; y++) {
      for (int x = 0; x < 47; x++) {
        assertThat(part.at(x, y)).isEqualTo(source.at(x + 13, y + 7));
      }
    }
    byte[] hole = Fixtures.transparentPng();
    assertThatPicture(
            see(hole, draft(hole).edits(new Geometry.Cut(new Crop.Fractions(0.5, 0, 1, 1)))))
        .hasSize(32, 48)
        .shows(Quadrants.GREEN, 0, 0)
        .shows(Color.TRANSPARENT, 31, 47);
  }

  @Test
  default void turnsByAnyAngleAboutTheMiddle() {
    for (Size size : new Size[] {new Size(120, 80), new Size(121, 80), new Size(75, 99)}) {
      byte[] file = Fixtures.gradientPng(size);
      for (double degrees : new double[] {3, 33.3, -45, 71, 120, 200, -315.5}) {
        var turn = new Geometry.Rotate(degrees, BORDER);
        Picture turned = see(file, draft(file).edits(turn));
        assertThat(turned.size()).isEqualTo(turn.after(size));
        assertTurned(turned, size, degrees);
      }
    }
  }

  /// Red and green of the gradient say where each pixel comes from.
  private static void assertTurned(Picture turned, Size size, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    for (int y = 0; y < turned.size().height(); y += 3) {
      for (int x = 0; x < turned.size().width(); x += 3) {
        double fromMiddleX = x + 0.5 - turned.size().width() / 2.0;
        double fromMiddleY = y + 0.5 - turned.size().height() / 2.0;
        double sourceX = cos * fromMiddleX + sin * fromMiddleY + size.width() / 2.0;
        double sourceY = -sin * fromMiddleX + cos * fromMiddleY + size.height() / 2.0;
        double inside =
            Math.min(
                Math.min(sourceX, size.width() - sourceX),
                Math.min(sourceY, size.height() - sourceY));
        Color color = turned.at(x, y);
        String where = "%s by %s at %d,%d: %s".formatted(size, degrees, x, y, color);
        if (inside < -2) {
          assertThat(color).as(where).isEqualTo(BORDER);
        } else if (inside > 2) {
          // Half a pixel off at most; the gradient is rounded down, and the result rounded
          double levels = 255.0 / (size.width() - 1);
          assertThat(Math.abs(color.red() - (sourceX - 0.5) * levels))
              .as(where)
              .isLessThan(0.5 * levels + 1.5);
          levels = 255.0 / (size.height() - 1);
          assertThat(Math.abs(color.green() - (sourceY - 0.5) * levels))
              .as(where)
              .isLessThan(0.5 * levels + 1.5);
        }
      }
    }
  }

  @Test
  default void turnsWholeQuartersPixelByPixel() {
    byte[] file = Fixtures.gradientPng(new Size(31, 20));
    for (int quarters = 1; quarters <= 3; quarters++) {
      Picture exact = see(file, draft(file).edits(new Geometry.QuarterTurn(quarters)));
      for (double degrees : new double[] {90 * quarters, 90 * quarters - 360}) {
        assertThatPicture(see(file, draft(file).edits(new Geometry.Rotate(degrees, BORDER))))
            .looksLike(exact);
      }
    }
    assertThatPicture(see(file, draft(file).edits(new Geometry.Rotate(0, BORDER))))
        .looksLike(Picture.decode(file));
  }

  @Test
  default void fillsWhatLiesBesideATurnedPictureOnly() {
    byte[] file = Fixtures.plainPng(new Size(60, 60), new Color(200, 100, 50, 128));
    for (Color ground : new Color[] {BORDER, Color.TRANSPARENT, new Color(0, 0, 200, 100)}) {
      assertThatPicture(see(file, draft(file).edits(new Geometry.Rotate(45, ground))))
          .within(2)
          .shows(ground, 2, 2)
          .shows(new Color(200, 100, 50, 128), 42, 42);
    }
    byte[] opaque = Fixtures.plainPng(new Size(60, 60), BORDER);
    Picture same = see(opaque, draft(opaque).edits(new Geometry.Rotate(45, BORDER)));
    assertThatPicture(same).within(1).showsOnly(BORDER);
    assertThatPicture(same).isOpaque();
  }

  @Test
  default void extendsByThePictureItself() {
    Size size = new Size(13, 9);
    byte[] file = Fixtures.gradientPng(size);
    Picture source = Picture.decode(file);
    for (Geometry.Extend.With with : Geometry.Extend.With.values()) {
      var extend = new Geometry.Extend(30, 4, 3, 20, with);
      Picture extended = see(file, draft(file).edits(extend));
      assertThatPicture(extended).hasSize(46, 33);
      for (int y = 0; y < 33; y++) {
        for (int x = 0; x < 46; x++) {
          assertThat(extended.at(x, y))
              .as("%s at %d,%d", with, x, y)
              .isEqualTo(source.at(place(x - 30, 13, with), place(y - 4, 9, with)));
        }
      }
    }
  }

  /// Walks to the place step by step.
  private static int place(int wanted, int length, Geometry.Extend.With with) {
    int at = 0;
    int step = 1;
    for (int i = 0; i < Math.abs(wanted); i++) {
      int direction = wanted < 0 ? -1 : 1;
      int next = at + step * direction;
      boolean inside = next >= 0 && next < length;
      switch (with) {
        case COPY -> at = inside ? next : at;
        case REPEAT -> at = Math.floorMod(next, length);
        case MIRROR -> {
          if (inside) {
            at = next;
          } else {
            step = -step;
          }
        }
      }
    }
    return at;
  }

  @Test
  default void padsToABoxAtAPlace() {
    byte[] file = Fixtures.png();
    var left = new Geometry.PadTo(new Size(100, 60), new Anchor.Aligned(0, 1), plain());
    assertThatPicture(see(file, draft(file).edits(left)))
        .hasSize(100, 60)
        .shows(Quadrants.RED, 0, 12)
        .shows(Quadrants.YELLOW, 63, 59)
        .shows(BORDER, 0, 11)
        .shows(BORDER, 64, 59);
  }

  private static Fill plain() {
    return new Fill.Plain(BORDER);
  }

  @Test
  default void padsWithWhatThePictureIsLike() {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
    int[] reds = new int[40 * 30];
    double sum = 0;
    for (int i = 0; i < reds.length; i++) {
      reds[i] = (i * 7919) % 200 < 90 ? 20 : (i * 31) % 256;
      sum += reds[i];
      image.setRGB(i % 40, i / 40, 0xFF000000 | (reds[i] << 16) | (77 << 8));
    }
    byte[] file = Fixtures.png(image);
    Size box = new Size(44, 30);
    var average = new Geometry.PadTo(box, Anchor.CENTER, new Fill.Average());
    assertThatPicture(see(file, draft(file).edits(average)))
        .within(1)
        .shows(Color.opaque((int) Math.round(sum / reds.length), 77, 0), 0, 0);
  }

  @Test
  default void leavesWhatCanNotBeSeenOutOfTheFill() {
    byte[] file = Fixtures.transparentPng();
    var average = new Geometry.PadTo(new Size(70, 48), Anchor.CENTER, new Fill.Average());
    Picture padded = see(file, draft(file).edits(average));
    assertThatPicture(padded)
        .within(1)
        .shows(Color.opaque(85, 85, 85), 0, 0)
        .shows(Quadrants.RED, 3, 0);
    assertThat(padded.at(66, 47).alpha()).isZero();
  }

  @Test
  default void padsWithThePictureBlurred() {
    byte[] file = Fixtures.png(new Size(60, 60));
    var wide = new Geometry.PadTo(new Size(240, 60), Anchor.CENTER, new Fill.Blurred());
    assertThatPicture(see(file, draft(file).edits(wide)))
        .hasSize(240, 60)
        .within(12)
        .shows(Quadrants.RED, 0, 0)
        .shows(Quadrants.GREEN, 239, 0)
        .shows(Quadrants.BLUE, 0, 59)
        .within(0)
        .shows(Quadrants.RED, 90, 0)
        .shows(Quadrants.YELLOW, 149, 59);
  }
}
