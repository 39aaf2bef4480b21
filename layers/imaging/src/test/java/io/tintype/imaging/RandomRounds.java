package io.tintype.imaging;

import io.tintype.imaging.Sizing.Length;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/// Recipes and sources for tests of what holds for all of them. A failure names its seed; put it
/// into `seeds` to see it again.
final class RandomRounds {

  private static final Limits WIDE =
      new Limits(1, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 20);

  private static final long FRESH = System.nanoTime();

  private RandomRounds() {}

  static LongStream seeds() {
    System.out.println("Seeds 1, 2 and " + FRESH);
    return LongStream.of(1, 2, FRESH);
  }

  /// One round: a recipe, a source, findings, and their plan without limits.
  record Round(Recipe recipe, SourceInfo source, Findings findings, Planner planner) {

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

    boolean automatic() {
      Sizing sizing = recipe.sizing();
      return sizing.width() instanceof Length.Auto || sizing.height() instanceof Length.Auto;
    }

    /// The wanted box, for sizings without an automatic side.
    Size box() {
      Sizing sizing = recipe.sizing();
      Size region = region().size();
      Size box =
          new Size(
              pixels(sizing.width(), region.width()), pixels(sizing.height(), region.height()));
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
  }

  interface Check {
    void on(Round round);
  }

  static void everyRound(long seed, Limits limits, Capabilities capabilities, Check check) {
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

  static void everyPlan(long seed, BiConsumer<Round, Plan> check) {
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
}
