package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Kernel;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// The right pixels, at exactly the planned size.
interface GeometryContract extends EngineUnderTest {

  @Test
  default void writesExactlyThePlannedSizes() {
    byte[] file = Fixtures.orientedJpeg(Orientation.LEFT_BOTTOM);
    List<Plan> plans = randomPlans(file, 100, 20_251L);
    List<Outcome> outcomes = outcomes(file, plans, Map.of());
    assertThat(outcomes).hasSameSizeAs(plans);
    for (int i = 0; i < plans.size(); i++) {
      Rendition rendition = EngineUnderTest.rendition(outcomes.get(i));
      assertThat(rendition.size()).as("plan %s", plans.get(i)).isEqualTo(plans.get(i).result());
      assertThatPicture(see(rendition)).hasSize(plans.get(i).result());
    }
  }

  @Test
  default void rendersManyPlansTheSameAsOneByOne() {
    byte[] file = Fixtures.gradientPng(new Size(640, 480));
    List<Plan> plans = randomPlans(file, 20, 7L);
    List<Outcome> together = outcomes(file, plans, Map.of());
    for (int i = 0; i < plans.size(); i++) {
      Outcome alone = outcomes(file, List.of(plans.get(i)), Map.of()).getFirst();
      Picture expected = see(EngineUnderTest.rendition(alone));
      assertThatPicture(see(EngineUnderTest.rendition(together.get(i))))
          .as("plan %s", plans.get(i))
          .within(2)
          .looksLike(expected);
    }
  }

  private List<Plan> randomPlans(byte[] file, int count, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      PlanDraft draft = draft(file).turned(random.nextInt(4));
      Size size = draft.scaled();
      int left = random.nextInt(size.width());
      int top = random.nextInt(size.height());
      int width = 1 + random.nextInt(size.width() - left);
      int height = 1 + random.nextInt(size.height() - top);
      plans.add(
          draft
              .crop(new Box(left, top, width, height))
              .scaled(1 + random.nextInt(90), 1 + random.nextInt(90))
              .flipped(random.nextBoolean(), random.nextBoolean())
              .as(random.nextBoolean() ? Format.PNG : Format.JPEG)
              .plan());
    }
    return plans;
  }

  @Test
  default void keepsEveryPixelOfAnUnscaledPicture() {
    byte[] file = Fixtures.gradientPng(new Size(101, 67));
    assertThatPicture(see(file, draft(file))).looksLike(Picture.decode(file));
  }

  @Test
  default void cutsOutWhatThePlanKeeps() {
    for (Orientation orientation : Orientation.values()) {
      byte[] file = Fixtures.orientedJpeg(orientation);
      PlanDraft draft = draft(file);
      assertThatPicture(see(file, draft.crop(new Box(0, 0, 30, 22))))
          .as("orientation %s", orientation)
          .hasSize(30, 22)
          .within(40)
          .shows(Quadrants.RED, 0, 0)
          .shows(Quadrants.RED, 25, 18);
      assertThatPicture(see(file, draft.crop(new Box(36, 28, 28, 20)).scaled(7, 5)))
          .within(40)
          .shows(Quadrants.YELLOW, 0, 0)
          .shows(Quadrants.YELLOW, 6, 4);
    }
  }

  @Test
  default void mapsPlacesOfTheSourceToPlacesOfTheResult() {
    Size size = new Size(511, 383);
    byte[] file = Fixtures.gradientPng(size);
    for (int[] scaled : new int[][] {{100, 75}, {171, 130}, {300, 200}, {511, 64}, {37, 383}}) {
      Picture picture = see(file, draft(file).scaled(scaled[0], scaled[1]));
      for (int x = 0; x < scaled[0]; x += 7) {
        double middle = (x + 0.5) * size.width() / scaled[0] - 0.5;
        assertThat(picture.at(x, scaled[1] / 2).red())
            .as("column %d of %d", x, scaled[0])
            .isCloseTo((int) (middle * 255 / 510), org.assertj.core.data.Offset.offset(3));
      }
    }
  }

  @Test
  default void enlarges() {
    byte[] file = Fixtures.png();
    assertThatPicture(see(file, draft(file).scaled(640, 480)))
        .within(1)
        .showsQuarters(Quadrants.UPRIGHT)
        .shows(Quadrants.RED, 0, 0)
        .shows(Quadrants.YELLOW, 639, 479);
  }

  @Test
  default void enlargesAboutTheMiddlesOfPixels() {
    byte[] file = Fixtures.png(new Size(8, 8));
    Picture wide = see(file, draft(file).scaled(40, 8));
    for (int x = 0; x < 40; x++) {
      // from red to green
      assertThat(wide.at(x, 3).red() + wide.at(39 - x, 3).red()).isBetween(253, 257);
      // a side that stays as it is stays as sharp as it is
      assertThat(wide.at(x, 3)).isEqualTo(wide.at(x, 0));
      assertThat(wide.at(x, 4)).isEqualTo(wide.at(x, 7));
    }
    Picture large = see(file, draft(file).scaled(40, 24));
    for (int y = 0; y < 24; y++) {
      // from red to blue
      assertThat(large.at(3, y).red() + large.at(3, 23 - y).red()).isBetween(253, 257);
    }
  }

  @Test
  default void flips() {
    byte[] file = Fixtures.png();
    assertThatPicture(see(file, draft(file).flipped(true, false)))
        .showsQuarters(Quadrants.UPRIGHT.mirrored());
    assertThatPicture(see(file, draft(file).flipped(false, true)))
        .showsQuarters(Quadrants.UPRIGHT.upsideDown());
  }

  @Test
  default void flipsAndResizesWhatEditsHaveLeft() {
    byte[] file = Fixtures.png();
    var mirrored = new Geometry.Flip(new Flips(/* horizontal= */ true, /* vertical= */ false));
    var both = new Geometry.Flip(new Flips(/* horizontal= */ true, /* vertical= */ true));
    assertThatPicture(see(file, draft(file).edits(mirrored)))
        .hasSize(Fixtures.SIZE)
        .showsQuarters(Quadrants.UPRIGHT.mirrored());
    assertThatPicture(see(file, draft(file).edits(both)))
        .showsQuarters(Quadrants.UPRIGHT.mirrored().upsideDown());
    assertThatPicture(see(file, draft(file).edits(mirrored, resize(30, 20, Sizing.Fit.FILL, 0.5))))
        .hasSize(30, 20)
        .within(1)
        .showsQuarters(Quadrants.UPRIGHT.mirrored());
    // the right of the picture, larger than it is
    assertThatPicture(see(file, draft(file).edits(resize(40, 120, Sizing.Fit.COVER, 1))))
        .hasSize(40, 120)
        .within(1)
        .shows(Quadrants.GREEN, 20, 30)
        .shows(Quadrants.YELLOW, 20, 90);
    assertThatPicture(see(file, draft(file).edits(resize(30, 30, Sizing.Fit.INSIDE, 0.5))))
        .hasSize(30, 23);
  }

  @Test
  default void resamplesByAKernel() {
    if (engine().capabilities().lacks().contains(Geometry.Resample.class)) {
      return;
    }
    byte[] file = Fixtures.noisyPng(new Size(12, 9), /* alpha= */ false);
    Picture before = Picture.decode(file);
    Picture tripled = see(file, draft(file).edits(resample(36, 27, Kernel.NEAREST)));
    for (int y = 0; y < 27; y++) {
      for (int x = 0; x < 36; x++) {
        assertThat(tripled.at(x, y)).isEqualTo(before.at(x / 3, y / 3));
      }
    }
    Picture third = see(file, draft(file).edits(resample(4, 3, Kernel.NEAREST)));
    for (int i = 0; i < 12; i++) {
      assertThat(before.argb()).contains(third.argb()[i]);
    }
    // a black column among white ones: how much of it is left of three is the kernel's
    byte[] line = Fixtures.plainPng(new Size(30, 8), Color.WHITE);
    Set<Integer> levels = new HashSet<>();
    for (Kernel kernel : Kernel.values()) {
      Geometry.Pad black = new Geometry.Pad(31, 0, 0, 0, Color.BLACK);
      Picture seen = see(line, draft(line).edits(black, resample(23, 8, kernel)));
      levels.add(seen.at(11, 4).red() << 8 | seen.at(12, 4).red());
    }
    assertThat(levels).hasSizeGreaterThanOrEqualTo(6);
  }

  private static Geometry resample(int width, int height, Kernel kernel) {
    return new Geometry.Resample(
        (Geometry.Resize) resize(width, height, Sizing.Fit.FILL, 0.5), kernel);
  }

  private static Geometry resize(int width, int height, Sizing.Fit fit, double x) {
    return new Geometry.Resize(
        new Sizing(
            new Sizing.Length.Pixels(width),
            new Sizing.Length.Pixels(height),
            fit,
            new Anchor.Aligned(x, 0.5),
            /* adaptive= */ false,
            /* enlarge= */ true));
  }

  @Test
  default void mapsByAMatrix() {
    byte[] file = Fixtures.png();
    Color white = Color.WHITE;
    assertThatPicture(see(file, draft(file).edits(new Geometry.Affine(1, 0, 0, 1, white))))
        .looksLike(Picture.decode(file));
    // x becomes y, and y goes to the left
    assertThatPicture(see(file, draft(file).edits(new Geometry.Affine(0, -1, 1, 0, white))))
        .hasSize(Fixtures.SIZE.turned())
        .looksLike(see(file, draft(file).edits(new Geometry.QuarterTurn(1))));
    // every row lies half a pixel further right than the one above it
    assertThatPicture(see(file, draft(file).edits(new Geometry.Affine(1, 0.5, 0, 1, white))))
        .hasSize(64 + 24, 48)
        .within(1)
        .shows(Quadrants.RED, 3, 2)
        .shows(white, 3, 10)
        .shows(Quadrants.GREEN, 60, 10)
        .shows(white, 72, 10)
        .shows(Quadrants.YELLOW, 72, 40);
    byte[] clear = Fixtures.transparentPng();
    assertThatPicture(
            see(clear, draft(clear).edits(new Geometry.Affine(2, 0, 0, 2, Color.TRANSPARENT))))
        .hasSize(128, 96)
        .showsQuarters(Quadrants.WITH_HOLE);
  }

  @Test
  default void turnsTheSourceAndTheResult() {
    byte[] file = Fixtures.orientedJpeg(Orientation.RIGHT_BOTTOM);
    for (int turns = 1; turns <= 3; turns++) {
      assertThatPicture(see(file, draft(file).turned(turns)))
          .within(4)
          .showsQuarters(Quadrants.UPRIGHT.turned(turns));
      assertThatPicture(see(file, draft(file).edits(new Geometry.QuarterTurn(turns))))
          .within(4)
          .showsQuarters(Quadrants.UPRIGHT.turned(turns));
    }
  }

  @Test
  default void turnsOddSizesWithoutBlur() {
    byte[] file = Fixtures.gradientPng(new Size(31, 20));
    Picture picture = see(file, draft(file).edits(new Geometry.QuarterTurn(1)));
    Picture source = Picture.decode(file);
    for (int x = 0; x < 31; x++) {
      assertThat(picture.at(19, x)).isEqualTo(source.at(x, 0));
      assertThat(picture.at(0, x)).isEqualTo(source.at(x, 19));
    }
  }

  @Test
  default void pads() {
    byte[] file = Fixtures.png();
    Color border = Color.opaque(10, 20, 30);
    assertThatPicture(see(file, draft(file).edits(new Geometry.Pad(1, 2, 3, 4, border))))
        .hasSize(68, 54)
        .shows(border, 0, 10)
        .shows(border, 10, 1)
        .shows(border, 65, 10)
        .shows(border, 10, 50)
        .shows(Quadrants.RED, 1, 2)
        .shows(Quadrants.YELLOW, 64, 49);
    assertThatPicture(see(file, draft(file).edits(new Geometry.PadTo(new Size(71, 40), border))))
        .hasSize(71, 48)
        .shows(border, 2, 0)
        .shows(Quadrants.RED, 3, 0)
        .shows(Quadrants.YELLOW, 66, 47)
        .shows(border, 67, 47);
  }

  @Test
  default void scalesTheResultInProportion() {
    byte[] file = Fixtures.png();
    assertThatPicture(see(file, draft(file).edits(new Geometry.Proportion(0.25))))
        .hasSize(16, 12)
        .within(1)
        .showsQuarters(Quadrants.UPRIGHT);
  }
}
