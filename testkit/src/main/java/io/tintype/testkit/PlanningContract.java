package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Crop;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.Input;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.Trim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// The four steps together: inspect, measure, plan, render.
interface PlanningContract extends EngineUnderTest {

  @Test
  default void rendersWhatThePlannerPlansForRandomRecipes() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2_026);
    Orientation[] orientations = Orientation.values();
    for (int i = 0; i < 8; i++) {
      byte[] file = Fixtures.orientedJpeg(orientations[i]);
      List<Recipe> recipes = new ArrayList<>();
      for (int j = 0; j < 15; j++) {
        recipes.add(recipe(random));
      }
      assertRendered(file, recipes);
    }
  }

  private void assertRendered(byte[] file, List<Recipe> recipes) {
    SourceInfo info = inspect(file);
    var planner = new Planner(engine().capabilities(), Limits.DEFAULT);
    try (OpenImage image = engine().open(Source.of(file), info)) {
      List<Plan> plans = new ArrayList<>();
      for (Recipe recipe : recipes) {
        Findings findings = image.measure(recipe.needs());
        plans.add(planner.plan(recipe, info, findings));
      }
      List<Outcome> outcomes = image.render(plans, Map.of());
      for (int i = 0; i < plans.size(); i++) {
        Rendition rendition = EngineUnderTest.rendition(outcomes.get(i));
        assertThat(rendition.size()).as("%s", recipes.get(i)).isEqualTo(plans.get(i).result());
        assertThatPicture(see(rendition)).hasSize(plans.get(i).result());
      }
    }
  }

  private static Recipe recipe(RandomGenerator random) {
    Sizing.Fit[] fits = Sizing.Fit.values();
    List<Anchor> anchors = List.of(Anchor.CENTER, new Anchor.Smart(), new Anchor.Aligned(0, 1));
    Sizing sizing =
        new Sizing(
            length(random),
            length(random),
            fits[random.nextInt(fits.length)],
            anchors.get(random.nextInt(anchors.size())),
            random.nextBoolean(),
            random.nextBoolean());
    Optional<Crop> crop =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Crop.Pixels(random.nextInt(30), random.nextInt(20), 60, 44));
    Optional<Trim> trim =
        random.nextInt(4) == 0 ? Optional.of(new Trim(Trim.Corner.TOP_LEFT, 30)) : Optional.empty();
    return new Recipe(
        new Input(1, random.nextInt(4)),
        trim,
        crop,
        sizing,
        new Flips(random.nextBoolean(), random.nextBoolean()),
        List.of(),
        Output.AS_SOURCE.withFormat(random.nextBoolean() ? Format.PNG : Format.JPEG));
  }

  private static Sizing.Length length(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Sizing.Length.Auto();
      case 1 -> new Sizing.Length.Original();
      default -> new Sizing.Length.Pixels(1 + random.nextInt(150));
    };
  }

  @Test
  default void coversABoxWithTheMiddleOfAPicture() {
    byte[] file = Fixtures.png(new Size(400, 100));
    Sizing square =
        new Sizing(
            new Sizing.Length.Pixels(50),
            new Sizing.Length.Pixels(50),
            Sizing.Fit.COVER,
            Anchor.CENTER,
            /* adaptive= */ false,
            /* enlarge= */ false);
    assertThatPicture(byRecipe(file, square)).hasSize(50, 50).showsQuarters(Quadrants.UPRIGHT);
  }

  @Test
  default void keepsTheFocalPartOfAPicture() {
    byte[] file = Fixtures.png(new Size(400, 100));
    Sizing right =
        new Sizing(
            new Sizing.Length.Pixels(50),
            new Sizing.Length.Pixels(50),
            Sizing.Fit.COVER,
            new Anchor.Focal(new Box(350, 0, 40, 100)),
            /* adaptive= */ false,
            /* enlarge= */ false);
    assertThatPicture(byRecipe(file, right))
        .hasSize(50, 50)
        .within(1)
        .shows(Quadrants.GREEN, 0.1, 0.2)
        .shows(Quadrants.YELLOW, 0.1, 0.8);
  }

  private Picture byRecipe(byte[] file, Sizing sizing) {
    Recipe recipe =
        new Recipe(
            Input.ALL_FRAMES,
            Optional.empty(),
            Optional.empty(),
            sizing,
            Flips.NONE,
            List.of(),
            Output.AS_SOURCE);
    SourceInfo info = inspect(file);
    Plan plan =
        new Planner(engine().capabilities(), Limits.DEFAULT).plan(recipe, info, Findings.NONE);
    return see(EngineUnderTest.rendition(outcomes(file, List.of(plan), Map.of()).getFirst()));
  }
}
