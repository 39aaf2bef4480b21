package io.tintype.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Resolves recipes into plans: pure geometry, no pixels, no I/O. Total: every valid recipe has a
/// plan for every source, or a [TintypeException] that names the limit or the capability in the
/// way.
///
/// The order is: source upright, [Input#quarterTurns()], trim, crop, sizing, flips, edits. What
/// the caller gives in pixels or fractions of the source (crop, focal area) counts in the picture
/// after the quarter turns and before the trim; [Findings] count in the upright source before
/// them. Safe for use by several threads.
public final class Planner {

  private final Capabilities capabilities;
  private final Limits limits;

  public Planner(Capabilities capabilities, Limits limits) {
    this.capabilities = capabilities;
    this.limits = limits;
  }

  /// The plan of a recipe for one source.
  ///
  /// @throws TintypeException BAD_REQUEST when the result, or the picture between two edits, would
  ///     be too large, there are too many edits or one is not available; UNSUPPORTED when the
  ///     output format can't be written
  public Plan plan(Recipe recipe, SourceInfo source, Findings findings) {
    SourceInfo drawn = source.at(recipe.input().density());
    return planned(recipe, drawn, findings.scaled(source.size(), drawn.size()));
  }

  /// The plan as it would be if nothing was found in the pixels: as large as the real one, from a
  /// part that may lie elsewhere. Empty where there is none, for whatever reason.
  public Optional<Plan> beforehand(Recipe recipe, SourceInfo source) {
    try {
      return Optional.of(plan(recipe, source, Findings.NONE));
    } catch (TintypeException e) {
      return Optional.empty();
    }
  }

  private Plan planned(Recipe recipe, SourceInfo source, Findings findings) {
    Format format = OutputFormat.choose(recipe.output(), source, capabilities);
    int frames = frames(recipe.input(), source, format);
    var edits = new EditSteps(capabilities, limits, frames, source.channels());
    edits.requireCount(recipe.edits());

    int turns = recipe.input().quarterTurns();
    FaceAreas faces = FaceAreas.of(findings.faces(), source.size()).turned(turns);
    Region region = Region.of(recipe, source.size(), findings, faces);
    Size available = region.box().size();
    Keeping keeping = region.keeping(recipe.sizing().anchor(), findings, faces);
    Scaling scaling = Scaling.of(recipe.sizing(), available, keeping);
    Size scaled = edits.accept(scaling.width(), scaling.height(), "sizing");
    Box crop = region.box().within(scaling.cut());
    EditSteps.Followed steps =
        edits.follow(
            withPadding(recipe, scaling, scaled, format),
            available,
            faces.cut(crop).scaled(scaled).flipped(recipe.flips()));

    return new Plan(
        source,
        recipe.input().page(),
        frames,
        turns,
        crop,
        scaled,
        recipe.flips(),
        steps.edits(),
        recipe.output(),
        format,
        steps.result());
  }

  private int frames(Input input, SourceInfo source, Format format) {
    if (input.page() >= source.frames()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected a page of 0.." + (source.frames() - 1) + " but received " + input.page());
    }
    boolean animates = source.animated() && capabilities.animates().contains(format);
    return animates ? Math.min(input.maxFrames(), source.frames() - input.page()) : 1;
  }

  /// The padding of [Sizing.Fit#CONTAIN] comes before the recipe's own edits, because it belongs
  /// to the sized picture that they work on.
  private static List<Edit> withPadding(
      Recipe recipe, Scaling scaling, Size scaled, Format format) {
    List<Edit> steps = new ArrayList<>();
    scaling
        .box()
        .filter(box -> !box.equals(scaled))
        .ifPresent(
            box -> {
              Color color = format.alpha() ? Color.TRANSPARENT : recipe.output().background();
              Anchor.Aligned place =
                  recipe.sizing().anchor() instanceof Anchor.Aligned aligned
                      ? aligned
                      : Anchor.CENTER;
              steps.add(new Geometry.PadTo(box, place, new Fill.Plain(color)));
            });
    steps.addAll(recipe.edits());
    return steps;
  }
}
