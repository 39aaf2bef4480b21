package io.tintype.pipeline;

import io.tintype.imaging.DominantColor;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Format;
import io.tintype.imaging.FramePadding;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.ThumbHash;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Examiner;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Verdict;
import io.tintype.pipeline.variants.Variant;
import io.tintype.pipeline.variants.VariantSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes every variant of one original, in every format, from one decode. Stores nothing.
final class VariantRenderer {

  private static final int PREVIEW_SIDE = 100;
  private static final ObjectRef SOME_ORIGINAL = new ObjectRef("originals", "uploads/some.jpg");

  private final ImageEngine engine;
  private final Limits limits;
  private final VariantSet variants;
  private final Originals originals;
  private final Examiner examiner;

  /// @throws TintypeException INTERNAL naming a variant that no original could ever get
  VariantRenderer(Rendering rendering, Originals originals) {
    this.engine = rendering.engine();
    this.limits = rendering.limits();
    this.variants = rendering.variants();
    this.examiner = rendering.examiner();
    this.originals = originals;
    variants.all().forEach(this::requirePossible);
  }

  /// One derivative that is yet to be stored.
  record Rendered(String variant, Rendition rendition) {}

  /// All derivatives of an original, and what the original is.
  ///
  /// @param rendered empty for an original that moderation rejects
  record Result(PictureFacts facts, Insights insights, List<Rendered> rendered) {

    boolean rejected() {
      return insights.verdict().filter(Verdict.REJECTED::equals).isPresent();
    }
  }

  private record Wanted(String variant, Recipe recipe) {}

  /// @param known what the record says of these same bytes
  Result render(ObjectRef object, Source source, Insights known) {
    SourceInfo info = engine.inspect(source, limits);
    List<Wanted> wanted = wanted(object.key());
    boolean faces = wanted.stream().anyMatch(one -> one.recipe().needs().faces());
    try (OpenImage image = engine.open(source, info)) {
      image.expect(expected(wanted, info));
      Insights insights = examiner.examine(object.key(), image, info, source, faces, known);
      List<Rendered> rendered =
          switch (insights.verdict().orElse(Verdict.APPROVED)) {
            case APPROVED, FLAGGED, BLURRED -> all(object, wanted, info, image, insights);
            case REJECTED -> List.of();
          };
      return new Result(facts(info, image.preview(PREVIEW_SIDE)), insights, rendered);
    }
  }

  private List<Plan> expected(List<Wanted> wanted, SourceInfo info) {
    var planner = new Planner(engine.capabilities(), limits);
    return wanted.stream().flatMap(one -> planner.beforehand(one.recipe(), info).stream()).toList();
  }

  private List<Rendered> all(
      ObjectRef object, List<Wanted> wanted, SourceInfo info, OpenImage image, Insights insights) {
    Map<String, Source> operands = operands(object, wanted);
    List<Plan> plans = plans(framed(wanted, operands), info, image, insights);
    List<Outcome> outcomes = image.render(plans, operands);
    List<Rendered> rendered = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case Outcome.Rendered(Rendition rendition) ->
            rendered.add(new Rendered(wanted.get(i).variant(), rendition));
        case Outcome.Failed(TintypeException failure) -> throw failure;
      }
    }
    return rendered;
  }

  /// Too many edits, a side or a border beyond the limit, an edit that the engine lacks: what a
  /// picture of the most ordinary kind can't have is a mistake in the file, to be seen at start
  /// and not as a failure of every upload.
  private void requirePossible(Variant variant) {
    var ordinary =
        new SourceInfo(
            Format.JPEG, new Size(1000, 1000), Orientation.TOP_LEFT, 1, false, false, 100_000);
    var planner = new Planner(engine.capabilities(), limits);
    if (variant.recipe().aboutFaces() && !examiner.faces()) {
      throw new TintypeException(
          Reason.INTERNAL,
          "variant "
              + variant.name()
              + ": expected TINTYPE_FACES to be on for what is done to faces");
    }
    for (Format format : variant.formats()) {
      try {
        var unused = planner.plan(variant.recipeFor(format), ordinary, Findings.NONE);
        variant.recipe().inputs().forEach(name -> VariantOverlays.of(SOME_ORIGINAL, name));
      } catch (TintypeException e) {
        throw new TintypeException(
            Reason.INTERNAL, "variant " + variant.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private List<Wanted> wanted(String key) {
    List<Wanted> wanted = new ArrayList<>();
    for (Variant variant : variants.forKey(key)) {
      for (Format format : variant.formats()) {
        wanted.add(new Wanted(variant.name(), variant.recipeFor(format)));
      }
    }
    return wanted;
  }

  private List<Plan> plans(
      List<Wanted> wanted, SourceInfo info, OpenImage image, Insights insights) {
    List<Face> faces = insights.look().knownFaces();
    boolean blurred = insights.verdict().filter(Verdict.BLURRED::equals).isPresent();
    var planner = new Planner(engine.capabilities(), limits);
    Map<Needs, Findings> measured = new HashMap<>();
    measured.put(Needs.NOTHING, Findings.NONE);
    List<Plan> plans = new ArrayList<>();
    for (Wanted one : wanted) {
      Findings findings = measured.computeIfAbsent(one.recipe().needs(), image::measure);
      Plan plan = planner.plan(one.recipe(), info, findings.withFaces(faces));
      plans.add(blurred ? plan.blurred(examiner.policy().sigma()) : plan);
    }
    return plans;
  }

  private List<Wanted> framed(List<Wanted> wanted, Map<String, Source> operands) {
    var padding = new FramePadding(engine, limits);
    return wanted.stream()
        .map(one -> new Wanted(one.variant(), padding.around(one.recipe(), operands)))
        .toList();
  }

  private Map<String, Source> operands(ObjectRef original, List<Wanted> wanted) {
    Map<String, Source> operands = new HashMap<>();
    for (Wanted one : wanted) {
      for (String reference : one.recipe().inputs()) {
        operands.computeIfAbsent(reference, name -> operand(VariantOverlays.of(original, name)));
      }
    }
    return operands;
  }

  /// A watermark that is missing or no image is a mistake in the configuration, not in the upload:
  /// worth a retry after it has been put right.
  private Source operand(ObjectRef object) {
    try {
      Source source = originals.fetch(object, limits.maxBytes()).source();
      var unused = engine.inspect(source, limits);
      return source;
    } catch (TintypeException e) {
      throw new TintypeException(
          Reason.UNAVAILABLE, "A variant's overlay " + object + ": " + e.getMessage(), e);
    }
  }

  private static PictureFacts facts(SourceInfo info, Raster preview) {
    return new PictureFacts(
        info.format(),
        info.size(),
        info.orientation().exif(),
        info.frames(),
        info.bytes(),
        Base64.getEncoder().encodeToString(ThumbHash.of(preview)),
        DominantColor.of(preview).hex());
  }
}
