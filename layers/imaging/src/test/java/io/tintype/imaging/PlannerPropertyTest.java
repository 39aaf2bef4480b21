package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every recipe and every source. A failure names its seed; put it into `seeds` to
/// see it again.
class PlannerPropertyTest {

  private static final Limits WIDE =
      new Limits(1, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 20);

  private static final long FRESH = System.nanoTime();

  @BeforeAll
  static void printSeeds() {
    System.out.println("PlannerPropertyTest: seeds 1, 2 and " + FRESH);
  }

  static LongStream seeds() {
    return LongStream.of(1, 2, FRESH);
  }

  /// One round: a recipe, a source, findings, and their plan without limits.
  private record Round(Recipe recipe, SourceInfo source, Findings findings, Planner planner) {

    Plan plan() {
      return planner.plan(recipe, source, findings);
    }

    Plan planWith(Sizing sizing) {
      return planner.plan(with(sizing), source, findings);
    }

    private Recipe with(Sizing sizing) {
      return new Recipe(
          recipe.input(),
          recipe.trim(),
          recipe.crop(),
          sizing,
          recipe.flips(),
          List.of(),
          recipe.output());
    }

    /// The source after turns, trim and crop.
    Box region() {
      return planWith(Sizing.NONE).crop();
    }
  }

  private interface Check {
    void on(Round round);
  }

  private static void everyRound(long seed, Limits limits, Capabilities capabilities, Check check) {
    var recipes = new RandomRecipes(new Random(seed));
    for (int i = 0; i < 2_000; i++) {
      SourceInfo source = recipes.source();
      var round =
          new Round(
              recipes.recipe(source.size()),
              source,
              recipes.findings(source.size()),
              new Planner(capabilities, limits));
      try {
        check.on(round);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed + ", round " + i + ": " + round, failure);
      }
    }
  }

  private static void everyPlan(long seed, BiConsumer<Round, Plan> check) {
    Capabilities all =
        new Capabilities(
            EnumSet.allOf(Format.class),
            EnumSet.allOf(Format.class),
            EnumSet.allOf(Format.class),
            Set.of());
    everyRound(
        seed,
        WIDE,
        all,
        round -> {
          Plan plan;
          try {
            plan = round.plan();
          } catch (TintypeException tooLarge) {
            return;
          }
          check.accept(round, plan);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesAPlanWithinTheLimitsOrARefusalWithAReason(long seed) {
    int[] planned = new int[2];
    everyRound(
        seed,
        Limits.DEFAULT,
        Sample.ALL,
        round -> {
          try {
            Plan plan = round.plan();
            planned[0]++;
            assertThat(Math.max(plan.result().width(), plan.result().height()))
                .isLessThanOrEqualTo(8192);
            assertThat(plan.frames()).isBetween(1, round.source().frames());
            assertThat(plan.format()).isIn(Sample.ALL.writes());
          } catch (TintypeException refusal) {
            planned[1]++;
            assertThat(refusal.reason()).isIn(Reason.BAD_REQUEST, Reason.UNSUPPORTED);
            assertThat(refusal.getMessage()).startsWith("Expected ");
          }
        });
    assertThat(planned[0]).isGreaterThan(200);
    assertThat(planned[1]).isGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsAPartOfTheSourceThatIsNotEmpty(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          Size turned =
              QuarterTurns.turn(round.source().size(), round.recipe().input().quarterTurns());
          assertInside(plan.crop(), Box.of(turned));
          assertInside(plan.crop(), round.region());
          if (round.recipe().sizing().fit() != Fit.COVER) {
            assertThat(plan.crop()).isEqualTo(round.region());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheWholeWidthOrTheWholeHeightOfTheRegion(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          Box region = round.region();
          if (!round.recipe().sizing().reduce() && plan.scaled().equals(plan.crop().size())) {
            return; // cut out as it is
          }
          assertThat(
                  plan.crop().width() == region.width() || plan.crop().height() == region.height())
              .isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsTheShapeWithinRounding(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          if (round.recipe().sizing().fit() == Fit.FILL && !automatic(round)) {
            return;
          }
          Box crop = plan.crop();
          Size scaled = plan.scaled();
          if (round.recipe().sizing().fit() == Fit.COVER && !automatic(round)) {
            double width = (double) crop.height() * scaled.width() / scaled.height();
            double height = (double) crop.width() * scaled.height() / scaled.width();
            boolean byWidth = crop.width() >= width && crop.width() < width + 1;
            boolean byHeight = Math.abs(Math.max(1, height) - crop.height()) <= 0.5;
            double ratio = (double) crop.width() / crop.height();
            double wanted = (double) scaled.width() / scaled.height();
            boolean sameAtTwoDecimals = Math.abs(ratio - wanted) <= 0.01;
            assertThat(byWidth || byHeight || sameAtTwoDecimals)
                .as("%s for %s", crop, scaled)
                .isTrue();
          } else {
            double height = (double) crop.height() * scaled.width() / crop.width();
            double width = (double) crop.width() * scaled.height() / crop.height();
            boolean byWidth = Math.abs(Math.max(1, height) - scaled.height()) <= 0.5;
            boolean byHeight = Math.abs(Math.max(1, width) - scaled.width()) <= 0.5;
            assertThat(byWidth || byHeight).as("%s for %s", crop, scaled).isTrue();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void staysInsideOrOutsideOfTheBox(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          if (automatic(round)) {
            return;
          }
          Size box = box(round);
          Size region = round.region().size();
          switch (round.recipe().sizing().fit()) {
            case INSIDE, CONTAIN -> {
              if (!round.recipe().sizing().reduce()) {
                assertThat(plan.scaled().width()).isGreaterThanOrEqualTo(region.width());
                return;
              }
              assertThat(plan.scaled().width()).isLessThanOrEqualTo(box.width());
              assertThat(plan.scaled().height()).isLessThanOrEqualTo(box.height());
            }
            case OUTSIDE -> {
              if (!plan.scaled().equals(region)) {
                assertThat(plan.scaled().width()).isGreaterThanOrEqualTo(box.width());
                assertThat(plan.scaled().height()).isGreaterThanOrEqualTo(box.height());
              }
            }
            case COVER -> {
              if (round.recipe().sizing().enlarge()) {
                assertThat(plan.scaled()).isEqualTo(box);
              }
            }
            case FILL -> {
              if (round.recipe().sizing().enlarge() && round.recipe().sizing().reduce()) {
                assertThat(plan.scaled()).isEqualTo(box);
              }
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotEnlargeWhereItMayNot(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          if (!round.recipe().sizing().enlarge()) {
            assertThat(plan.scaleX()).isLessThanOrEqualTo(1);
            assertThat(plan.scaleY()).isLessThanOrEqualTo(1);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doesNotReduceWhereItMayNot(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          int shorter = Math.min(plan.crop().width(), plan.crop().height());
          if (!round.recipe().sizing().reduce() && shorter > 100) { // roundings are below 1 %
            assertThat(plan.scaleX()).isGreaterThan(0.99);
            assertThat(plan.scaleY()).isGreaterThan(0.99);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void resultIsTheScaledSizeThroughAllEdits(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          Size size = plan.scaled();
          for (Edit edit : plan.edits()) {
            size = edit.after(size);
          }
          assertThat(plan.result()).isEqualTo(size);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void containPadsToExactlyTheBox(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          List<Edit> own = round.recipe().edits();
          int added = plan.edits().size() - own.size();
          assertThat(plan.edits().subList(added, plan.edits().size()).stream().map(Edit::getClass))
              .isEqualTo(own.stream().map(Edit::getClass).toList());
          if (round.recipe().sizing().fit() == Fit.CONTAIN
              && round.recipe().sizing().reduce()
              && !automatic(round)) {
            Size padded = added == 0 ? plan.scaled() : plan.edits().getFirst().after(plan.scaled());
            assertThat(padded).isEqualTo(box(round));
          } else if (round.recipe().sizing().fit() != Fit.CONTAIN) {
            assertThat(added).isZero();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void flipsChangeNoSize(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          Recipe recipe = round.recipe();
          if (recipe.edits().stream().anyMatch(Geometry.Cut.class::isInstance)) {
            return; // what is cut out may depend on where faces have come to lie
          }
          Recipe straight =
              new Recipe(
                  recipe.input(),
                  recipe.trim(),
                  recipe.crop(),
                  recipe.sizing(),
                  Flips.NONE,
                  recipe.edits(),
                  recipe.output());
          Plan other = round.planner().plan(straight, round.source(), round.findings());
          assertThat(other.crop()).isEqualTo(plan.crop());
          assertThat(other.scaled()).isEqualTo(plan.scaled());
          assertThat(other.result()).isEqualTo(plan.result());
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void adaptiveGivesTheSameForABoxAndForTheBoxTurned(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          Sizing sizing = round.recipe().sizing();
          Size region = round.region().size();
          boolean byRegion =
              sizing.width() instanceof Length.Fraction
                  || sizing.height() instanceof Length.Fraction;
          if (automatic(round)
              || byRegion
              || !sizing.adaptive()
              || region.width() == region.height()) {
            return;
          }
          Size box = box(round);
          for (Size wanted : List.of(box, box.turned())) {
            Sizing again =
                new Sizing(
                    new Length.Pixels(wanted.width()),
                    new Length.Pixels(wanted.height()),
                    sizing.fit(),
                    sizing.anchor(),
                    true,
                    sizing.enlarge(),
                    sizing.reduce());
            assertThat(round.planWith(again).scaled()).isEqualTo(plan.scaled());
            assertThat(round.planWith(again).crop()).isEqualTo(plan.crop());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameForAPictureHoweverItIsStored(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          SourceInfo source = round.source();
          SourceInfo upright =
              new SourceInfo(
                  source.format(),
                  source.size(),
                  Orientation.TOP_LEFT,
                  source.frames(),
                  source.alpha(),
                  source.animated(),
                  source.bytes());
          Plan other = round.planner().plan(round.recipe(), upright, round.findings());
          assertThat(other.crop()).isEqualTo(plan.crop());
          assertThat(other.result()).isEqualTo(plan.result());
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void turnsBoxesAndPointsAsItTurnsThePicture(long seed) {
    var recipes = new RandomRecipes(new Random(seed));
    for (int i = 0; i < 2_000; i++) {
      Size size = recipes.source().size();
      Box box = recipes.box(size);
      Box turned = box;
      Size current = size;
      var middle =
          new Findings.Point(box.left() + box.width() / 2.0, box.top() + box.height() / 2.0);
      for (int turns = 1; turns <= 4; turns++) {
        turned = QuarterTurns.turn(turned, current, 1);
        current = current.turned();
        Box atOnce = QuarterTurns.turn(box, size, turns % 4);
        assertThat(turned).isEqualTo(atOnce);
        Findings.Point point = QuarterTurns.turn(middle, size, turns % 4);
        assertThat(point.x()).isCloseTo(turned.left() + turned.width() / 2.0, within(1e-9));
        assertThat(point.y()).isCloseTo(turned.top() + turned.height() / 2.0, within(1e-9));
      }
      assertThat(turned).isEqualTo(box);
    }
  }

  private static boolean automatic(Round round) {
    Sizing sizing = round.recipe().sizing();
    return sizing.width() instanceof Length.Auto || sizing.height() instanceof Length.Auto;
  }

  /// The wanted box, for sizings without an automatic side.
  private static Size box(Round round) {
    Sizing sizing = round.recipe().sizing();
    Size region = round.region().size();
    Size box =
        new Size(pixels(sizing.width(), region.width()), pixels(sizing.height(), region.height()));
    boolean turned =
        (box.width() < box.height() && region.width() > region.height())
            || (box.width() > box.height() && region.width() < region.height());
    return sizing.adaptive() && turned ? box.turned() : box;
  }

  private static int pixels(Length length, int original) {
    return switch (length) {
      case Length.Pixels(int value) -> value;
      case Length.Fraction(double factor) -> (int) Math.max(1, Math.round(factor * original));
      case Length.Original(), Length.Auto() -> original;
    };
  }

  private static void assertInside(Box inner, Box outer) {
    assertThat(inner.left()).isBetween(outer.left(), outer.right() - 1);
    assertThat(inner.top()).isBetween(outer.top(), outer.bottom() - 1);
    assertThat(inner.right()).isLessThanOrEqualTo(outer.right());
    assertThat(inner.bottom()).isLessThanOrEqualTo(outer.bottom());
  }
}
