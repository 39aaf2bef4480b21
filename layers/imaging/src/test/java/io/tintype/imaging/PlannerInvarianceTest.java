package io.tintype.imaging;

import static io.tintype.imaging.RandomRounds.everyPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes of any plan's edits, and what makes no difference to any plan.
class PlannerInvarianceTest {

  @ParameterizedTest
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
              && !round.automatic()) {
            Size padded = added == 0 ? plan.scaled() : plan.edits().getFirst().after(plan.scaled());
            assertThat(padded).isEqualTo(round.box());
          } else if (round.recipe().sizing().fit() != Fit.CONTAIN) {
            assertThat(added).isZero();
          }
        });
  }

  @ParameterizedTest
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
  void adaptiveGivesTheSameForABoxAndForTheBoxTurned(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          Sizing sizing = round.recipe().sizing();
          Size region = round.region().size();
          boolean byRegion =
              sizing.width() instanceof Length.Fraction
                  || sizing.height() instanceof Length.Fraction;
          if (round.automatic()
              || byRegion
              || !sizing.adaptive()
              || region.width() == region.height()) {
            return;
          }
          Size box = round.box();
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
}
