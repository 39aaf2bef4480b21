package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Format;
import io.tintype.imaging.FramePadding;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.StepTimes;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Accepted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes one picture of one source.
final class PictureRenderer {

  private static final int SMALL_SIDE = 100;

  private final ImageEngine engine;
  private final Limits limits;
  private final Planner planner;
  private final Negotiation negotiation;
  private final FramePadding framePadding;

  PictureRenderer(ImageEngine engine, Limits limits, Negotiation negotiation) {
    this.engine = engine;
    this.limits = limits;
    this.planner = new Planner(engine.capabilities(), limits);
    this.negotiation = negotiation;
    this.framePadding = new FramePadding(engine, limits);
  }

  /// What is to be made.
  ///
  /// @param accepted what the viewer takes, where the format may follow it
  /// @param blur sigma of the blur that moderation wants, see [Plan#blurred]
  /// @param faces of the source, as far as they are known
  /// @param operands gets the pictures that the recipe names, by sizes of what they are drawn over
  record Order(
      Recipe recipe,
      Optional<Accepted> accepted,
      Optional<Double> blur,
      List<Face> faces,
      Function<Map<String, Size>, Map<String, Source>> operands) {

    Order withRecipe(Recipe other) {
      return new Order(other, accepted, blur, faces, operands);
    }
  }

  SourceInfo inspect(Source source) {
    return engine.inspect(source, limits);
  }

  /// What would be made.
  ///
  /// @param small the finished picture, fitted into a small square; if it was asked for
  record Described(Plan plan, Findings findings, Optional<Raster> small) {}

  private record Planned(Plan plan, Findings findings) {}

  /// @throws TintypeException whatever is in the way of it
  Rendition render(Source source, Order order, Stages stages) {
    long start = System.nanoTime();
    SourceInfo info = inspect(source);
    try (OpenImage image = engine.open(source, info)) {
      Duration opened = since(start);
      Plan plan = planned(image, info, order).plan();
      Duration planned = since(start);
      Map<String, Source> operands = order.operands().apply(grounds(plan));
      long fetched = System.nanoTime();
      Rendition rendition = rendered(image, plan, operands);
      StepTimes times = image.times();
      Duration decode = opened.plus(times.decoded());
      stages.add("decode", decode);
      stages.add("render", planned.plus(since(fetched)).minus(decode).minus(times.encoded()));
      stages.add("encode", times.encoded());
      return rendition;
    }
  }

  /// @param pixels whether the finished picture is looked at
  /// @throws TintypeException whatever is in the way of making it
  Described describe(Source source, Order order, boolean pixels) {
    SourceInfo info = inspect(source);
    try (OpenImage image = engine.open(source, info)) {
      Planned planned = planned(image, info, order);
      if (!pixels) {
        return new Described(planned.plan(), planned.findings(), Optional.empty());
      }
      Map<String, Source> operands = order.operands().apply(grounds(planned.plan()));
      Raster small = small(rendered(image, planned.plan(), operands));
      return new Described(planned.plan(), planned.findings(), Optional.of(small));
    }
  }

  private Raster small(Rendition finished) {
    Source source = Source.of(finished.bytes());
    try (OpenImage image = engine.open(source, inspect(source))) {
      return image.preview(SMALL_SIDE);
    }
  }

  private Planned planned(OpenImage image, SourceInfo info, Order order) {
    Needs needs = order.recipe().needs();
    Findings measured = needs.none() ? Findings.NONE : measured(image, info, order);
    Findings findings = measured.withFaces(order.faces());
    Plan plan = plan(framed(order, info, findings), info, findings);
    return new Planned(order.blur().map(plan::blurred).orElse(plan), findings);
  }

  private Order framed(Order order, SourceInfo info, Findings findings) {
    if (!FramePadding.matters(order.recipe())) {
      return order;
    }
    Map<String, Size> grounds = grounds(plan(order, info, findings));
    Map<String, Source> operands = order.operands().apply(grounds);
    return order.withRecipe(framePadding.around(order.recipe(), operands));
  }

  private Findings measured(OpenImage image, SourceInfo info, Order order) {
    image.expect(planner.beforehand(order.recipe(), info).stream().toList());
    return image.measure(order.recipe().needs());
  }

  private static Rendition rendered(OpenImage image, Plan plan, Map<String, Source> operands) {
    return switch (image.render(List.of(plan), operands).getFirst()) {
      case Outcome.Rendered(Rendition rendition) -> rendition;
      case Outcome.Failed(TintypeException failure) -> throw failure;
    };
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Map<String, Size> grounds(Plan plan) {
    Map<String, Size> grounds = new LinkedHashMap<>();
    Size size = plan.scaled();
    for (Edit edit : plan.edits()) {
      Size before = size;
      edit.operands().forEach(reference -> grounds.putIfAbsent(reference, before));
      size = edit.after(before);
    }
    return grounds;
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
