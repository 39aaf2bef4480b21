package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Format;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.Tone;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is drawn over, under and out of pictures.
interface DrawingContract extends EngineUnderTest {

  Color BLUE_GREY = Color.opaque(40, 80, 120);
  Size PLANE = new Size(100, 60);

  @Test
  default void placesMarksFromTheFarEdgeAndFromTheMiddle() {
    Picture far = marked(new Offset.Far(0), new Offset.Far(-3), Fixtures.png(new Size(20, 10)));
    assertThatPicture(far)
        .shows(Quadrants.RED, 80, 47)
        .shows(Quadrants.YELLOW, 99, 56)
        .shows(BLUE_GREY, 79, 47)
        .shows(BLUE_GREY, 90, 57);
    Picture moved =
        marked(
            new Offset.FromCenter(-40), new Offset.FromCenter(5), Fixtures.png(new Size(20, 10)));
    assertThatPicture(moved).shows(Quadrants.RED, 0, 30).shows(Quadrants.YELLOW, 19, 39);
  }

  @Test
  default void drawsMarksUprightAndInTheirColours() {
    Picture turned =
        marked(
            new Offset.Pixels(0),
            new Offset.Pixels(0),
            Fixtures.orientedJpeg(Orientation.RIGHT_TOP));
    assertThatPicture(turned).within(4).shows(Quadrants.RED, 16, 12).shows(Quadrants.BLUE, 16, 36);
    Picture cmyk = marked(new Offset.Pixels(0), new Offset.Pixels(0), Fixtures.cmykJpeg());
    assertThat(cmyk.at(16, 12).red()).isGreaterThan(cmyk.at(16, 12).blue() + 50);
    assertThat(cmyk.at(16, 36).blue()).isGreaterThan(cmyk.at(16, 36).red() + 50);
    Picture hole = marked(new Offset.Pixels(0), new Offset.Pixels(0), Fixtures.transparentPng());
    assertThatPicture(hole).within(1).shows(Quadrants.BLUE, 16, 36).shows(BLUE_GREY, 48, 36);
  }

  @Test
  default void stretchesAFrameBetweenItsCorners() {
    byte[] file = Fixtures.plainPng(PLANE, BLUE_GREY);
    Picture framed = see(render(file, draft(file).edits(new Drawing.Frame("f")), frame()));
    assertThatPicture(framed)
        .hasSize(PLANE)
        .shows(Quadrants.RED, 0, 0) // the corners keep their size of 3
        .shows(Quadrants.RED, 2, 2)
        .shows(Quadrants.RED, 97, 57)
        .shows(Quadrants.GREEN, 3, 0) // the edges are stretched
        .shows(Quadrants.GREEN, 96, 2)
        .shows(Quadrants.GREEN, 0, 30)
        .shows(Quadrants.GREEN, 99, 30)
        .shows(BLUE_GREY, 3, 3) // and the middle is transparent
        .shows(BLUE_GREY, 96, 56)
        .shows(BLUE_GREY, 50, 30)
        .isOpaque();
    byte[] tiny = Fixtures.plainPng(new Size(4, 2), BLUE_GREY);
    assertThatPicture(see(render(tiny, draft(tiny).edits(new Drawing.Frame("f")), frame())))
        .hasSize(4, 2)
        .shows(Quadrants.RED, 0, 0);
  }

  /// Red corners of 3x3, green edges and nothing in the middle, with marks around.
  private static Map<String, Source> frame() {
    var image = new BufferedImage(10, 9, BufferedImage.TYPE_INT_ARGB);
    for (int y = 1; y < 8; y++) {
      for (int x = 1; x < 9; x++) {
        boolean column = x < 4 || x > 5;
        boolean row = y < 4 || y > 4;
        image.setRGB(x, y, column && row ? 0xFFFF0000 : column || row ? 0xFF00FF00 : 0);
      }
    }
    image.setRGB(4, 0, 0xFF000000);
    image.setRGB(5, 0, 0xFF000000);
    image.setRGB(0, 4, 0xFF000000);
    return Map.of("f", Source.of(Fixtures.png(image)));
  }

  @Test
  default void combinesPicturesBitByBit() {
    byte[] one = Fixtures.gradientPng(new Size(64, 64));
    byte[] other = Fixtures.png(new Size(64, 64));
    Picture first = Picture.decode(one);
    Picture second = Picture.decode(other);
    for (Tone.Bitwise operator : Tone.Bitwise.values()) {
      int[] expected = new int[first.argb().length];
      for (int i = 0; i < expected.length; i++) {
        int a = first.argb()[i];
        int b = second.argb()[i];
        expected[i] =
            0xFF000000
                | switch (operator) {
                  case AND -> a & b;
                  case OR -> a | b;
                  case EOR -> a ^ b;
                };
      }
      Edit edit = new Drawing.Combine("other", operator);
      assertThatPicture(see(render(one, draft(one).edits(edit), Map.of("other", Source.of(other)))))
          .looksLike(new Picture(first.size(), expected));
    }
  }

  @Test
  default void refusesToCombinePicturesOfTwoSizes() {
    byte[] one = Fixtures.png();
    byte[] other = Fixtures.png(new Size(64, 49));
    Plan plan = draft(one).edits(new Drawing.Combine("other", Tone.Bitwise.AND)).plan();
    Outcome outcome = outcomes(one, List.of(plan), Map.of("other", Source.of(other))).getFirst();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.failure().reason()).isEqualTo(Reason.BAD_REQUEST);
              assertThat(failed.failure()).hasMessageContaining("64x49");
            });
  }

  @Test
  default void cutsCornersRound() {
    Color ground = new Color(200, 100, 50, 200);
    byte[] file = Fixtures.plainPng(PLANE, BLUE_GREY);
    Picture picture = see(file, draft(file).edits(new Drawing.RoundCorners(20, 10, ground)));
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 100; x++) {
        double dx = Math.max(0, Math.max(20 - x - 0.5, x + 0.5 - 80)) / 20;
        double dy = Math.max(0, Math.max(10 - y - 0.5, y + 0.5 - 50)) / 10;
        assertCovered(picture, x, y, Math.hypot(dx, dy), 10, BLUE_GREY, ground);
      }
    }
    assertThatPicture(see(file, draft(file).edits(new Drawing.RoundCorners(0, 0, ground))))
        .showsOnly(BLUE_GREY);
  }

  /// @param distance from the middle, 1 at the edge of the ellipse
  /// @param radius the smaller one, which says how thick the edge is
  private static void assertCovered(
      Picture picture, int x, int y, double distance, double radius, Color inside, Color outside) {
    if (Math.abs(distance - 1) > 1.2 / radius) {
      assertThatPicture(picture).within(1).shows(distance < 1 ? inside : outside, x, y);
    } else {
      int low = Math.min(inside.alpha(), outside.alpha());
      int high = Math.max(inside.alpha(), outside.alpha());
      assertThat(picture.at(x, y).alpha()).isBetween(low, high);
    }
  }

  @Test
  default void smoothsCornersByTheAreaThatIsLeft() {
    byte[] file = Fixtures.plainPng(new Size(200, 200), Color.BLACK);
    Picture picture =
        see(file, draft(file).edits(new Drawing.RoundCorners(100, 100, Color.TRANSPARENT)));
    double area = 0;
    for (int pixel : picture.argb()) {
      area += (pixel >>> 24) / 255.0;
    }
    assertThat(area).isCloseTo(Math.PI * 100 * 100, org.assertj.core.data.Offset.offset(8.0));
  }

  @Test
  default void keepsAnEllipseOfThePictureAndCutsItsBox() {
    byte[] file = Fixtures.plainPng(PLANE, BLUE_GREY);
    var middle =
        new Drawing.Ellipse(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    Picture circle = see(file, draft(file).edits(middle));
    assertThatPicture(circle).hasSize(60, 60);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 60; x++) {
        double distance = Math.hypot(x - 29.5, y - 29.5) / 30;
        assertCovered(circle, x, y, distance, 30, BLUE_GREY, Color.TRANSPARENT);
      }
    }
    var corner =
        new Drawing.Ellipse(Optional.of(0), Optional.of(10), Optional.of(40), Optional.of(20));
    Picture part = see(file, draft(file).edits(corner));
    assertThatPicture(part).hasSize(40, 30);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        double distance = Math.hypot((x + 0.5) / 40, (y + 0.5 - 10) / 20);
        assertCovered(part, x, y, distance, 20, BLUE_GREY, Color.TRANSPARENT);
      }
    }
    assertThatPicture(see(render(file, draft(file).edits(middle).as(Format.JPEG))))
        .within(3)
        .shows(Color.WHITE, 0, 0)
        .shows(BLUE_GREY, 30, 30);
  }

  @Test
  default void coversAreasAndNothingElse() {
    byte[] file = Fixtures.png(PLANE);
    Picture before = Picture.decode(file);
    List<Drawing.Redact.Cover> covers =
        List.of(
            new Drawing.Redact.Cover.Plain(Color.BLACK),
            new Drawing.Redact.Cover.Blurred(4),
            new Drawing.Redact.Cover.Pixelated(7));
    for (Drawing.Redact.Cover cover : covers) {
      for (boolean oval : new boolean[] {false, true}) {
        Picture after = see(file, draft(file).edits(redact(cover, oval)));
        for (int y = 0; y < 60; y++) {
          for (int x = 0; x < 100; x++) {
            boolean inBox = x >= 40 && x < 60 && y >= 20 && y < 50;
            double distance = Math.hypot((x + 0.5 - 50) / 10, (y + 0.5 - 35) / 15);
            if (!inBox || (oval && distance > 1.1)) {
              assertThat(after.at(x, y)).isEqualTo(before.at(x, y));
            }
          }
        }
        // Where four colours meet there is now a mixture, or the plain colour.
        assertThat(after.at(49, 29)).as("%s", cover).isNotEqualTo(before.at(49, 29));
      }
    }
    assertThatPicture(see(file, draft(file).edits(redact(covers.getFirst(), true))))
        .shows(Color.BLACK, 50, 35)
        .shows(Quadrants.RED, 40, 20);
  }

  private static Edit redact(Drawing.Redact.Cover cover, boolean oval) {
    List<Crop.Fractions> boxes =
        List.of(
            new Crop.Fractions(0.4, 1 / 3.0, 0.6, 5 / 6.0), new Crop.Fractions(0.5, 0.5, 0.5, 0.9));
    return new Drawing.Redact(new Drawing.Redact.Areas.Given(boxes), cover, oval);
  }

  @Test
  default void blursNothingFromAroundIntoACoveredArea() {
    byte[] file = Fixtures.png(PLANE);
    Edit edit =
        new Drawing.Redact(
            new Drawing.Redact.Areas.Given(List.of(new Crop.Fractions(0, 0, 0.5, 0.5))),
            new Drawing.Redact.Cover.Blurred(30),
            false);
    assertThatPicture(see(file, draft(file).edits(edit)))
        .within(1)
        .showsQuarters(Quadrants.UPRIGHT)
        .shows(Quadrants.RED, 49, 29);
  }

  @Test
  default void drawsOnEveryFrame() {
    if (!engine().capabilities().animates().contains(Format.GIF)) {
      return;
    }
    byte[] file = Fixtures.animatedGif();
    Edit edit =
        new Drawing.Redact(
            new Drawing.Redact.Areas.Given(List.of(new Crop.Fractions(0.25, 0.25, 0.75, 0.75))),
            new Drawing.Redact.Cover.Plain(BLUE_GREY),
            false);
    byte[] gif = render(file, draft(file).frames(4).as(Format.GIF).edits(edit)).bytes();
    for (Picture frame : Animation.read(gif).frames()) {
      assertThatPicture(frame).within(4).shows(BLUE_GREY, 20, 15);
    }
  }

  private Picture marked(Offset x, Offset y, byte[] mark) {
    byte[] file = Fixtures.plainPng(PLANE, BLUE_GREY);
    Edit edit =
        new Drawing.Watermark("mark", x, y, 0, Optional.empty(), Optional.empty(), Blend.OVER);
    return see(render(file, draft(file).edits(edit), Map.of("mark", Source.of(mark))));
  }
}
