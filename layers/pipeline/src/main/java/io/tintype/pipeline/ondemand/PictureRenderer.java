package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Accepted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes one picture of one source.
final class PictureRenderer {

  private final ImageEngine engine;
  private final Limits limits;
  private final Planner planner;
  private final Negotiation negotiation;

  PictureRenderer(ImageEngine engine, Limits limits, Negotiation negotiation) {
    this.engine = engine;
    this.limits = limits;
    this.planner = new Planner(engine.capabilities(), limits);
    this.negotiation = negotiation;
  }

  /// What is to be made.
  ///
  /// @param accepted what the viewer takes, where the format may follow it
  /// @param operands gets the pictures that the recipe names, by sizes of what they are drawn over
  record Order(
      Recipe recipe,
      Optional<Accepted> accepted,
      Function<Map<String, Size>, Map<String, Source>> operands) {}

  SourceInfo inspect(Source source) {
    return engine.inspect(source, limits);
  }

  /// @throws TintypeException whatever is in the way of it
  Rendition render(Source source, Order order, Stages stages) {
    SourceInfo info = inspect(source);
    try (OpenImage image = stages.time("decode", () -> engine.open(source, info))) {
      Findings findings = measured(image, order.recipe().needs(), stages);
      Plan plan = plan(order, info, findings);
      Map<String, Source> operands = order.operands().apply(grounds(plan));
      Outcome outcome =
          stages.time("render", () -> image.render(List.of(plan), operands).getFirst());
      return switch (outcome) {
        case Outcome.Rendered(Rendition rendition) -> rendition;
        case Outcome.Failed(TintypeException failure) -> throw failure;
      };
    }
  }

  private static Map<String, Size> grounds(Plan plan) {
    Map<String, Size> grounds = new LinkedHashMap<>();
    Size size = plan.scaled();
    for (Edit edit : plan.edits()) {
      Size before = size;
      edit.operand().ifPresent(reference -> grounds.putIfAbsent(reference, before));
      size = edit.after(before);
    }
    return grounds;
  }

  private static Findings measured(OpenImage image, Needs needs, Stages stages) {
    return needs.none() ? Findings.NONE : stages.time("measure", () -> image.measure(needs));
  }

  private Plan plan(Order order, SourceInfo info, Findings findings) {
    Recipe recipe = order.recipe();
    if (order.accepted().isEmpty() || recipe.output().format().isPresent()) {
      return planner.plan(recipe, info, findings);
    }
    List<Format> candidates = negotiation.candidates(order.accepted().get(), info);
    for (Format format : candidates.subList(0, candidates.size() - 1)) {
      Plan plan = plan(recipe, format, info, findings);
      if (Negotiation.bears(format, plan.result())) {
        return plan;
      }
    }
    return plan(recipe, candidates.getLast(), info, findings);
  }

  private Plan plan(Recipe recipe, Format format, SourceInfo info, Findings findings) {
    return planner.plan(recipe.withOutput(recipe.output().withFormat(format)), info, findings);
  }
}
