package io.tintype.imaging;

import static io.tintype.imaging.RandomRounds.everyPlan;
import static io.tintype.imaging.RandomRounds.everyRound;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Sizing.Fit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for how any recipe sizes any source.
class PlannerPropertyTest {

  @ParameterizedTest
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
  void keepsTheShapeWithinRounding(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          if (round.recipe().sizing().fit() == Fit.FILL && !round.automatic()) {
            return;
          }
          Box crop = plan.crop();
          Size scaled = plan.scaled();
          if (round.recipe().sizing().fit() == Fit.COVER && !round.automatic()) {
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
  void staysInsideOrOutsideOfTheBox(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          if (round.automatic()) {
            return;
          }
          Size box = round.box();
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
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
  @MethodSource("io.tintype.imaging.RandomRounds#seeds")
  void doesNotReduceWhereItMayNot(long seed) {
    everyPlan(
        seed,
        (round, plan) -> {
          int shorter = Math.min(plan.crop().width(), plan.crop().height());
          // shapes that are the same at two decimals are stretched, roundings are below 1 %
          double tall = (double) plan.crop().height() / plan.crop().width();
          double least = 1 - 0.01 * Math.max(1, tall);
          if (!round.recipe().sizing().reduce() && shorter > 100) {
            assertThat(plan.scaleX()).isGreaterThan(least);
            assertThat(plan.scaleY()).isGreaterThan(least);
          }
        });
  }

  private static void assertInside(Box inner, Box outer) {
    assertThat(inner.left()).isBetween(outer.left(), outer.right() - 1);
    assertThat(inner.top()).isBetween(outer.top(), outer.bottom() - 1);
    assertThat(inner.right()).isLessThanOrEqualTo(outer.right());
    assertThat(inner.bottom()).isLessThanOrEqualTo(outer.bottom());
  }
}
