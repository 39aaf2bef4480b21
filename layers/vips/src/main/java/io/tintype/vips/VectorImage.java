package io.tintype.vips;

import io.tintype.imaging.Attention;
import io.tintype.imaging.Box;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.StepTimes;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import io.tintype.imaging.Turning;
import io.tintype.imaging.header.SvgDocument;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An SVG. Plans that show the same part of it are made from one drawing, which is as large as the
/// largest of them needs; so what is larger than the file says is sharp all the same.
final class VectorImage implements OpenImage {

  private final Vips vips;
  private final Workers workers;
  private final SourceInfo info;
  private final StepTimes times = new StepTimes();
  private final SvgRaster raster;

  VectorImage(Vips vips, Workers workers, Source source, SourceInfo info) {
    this.vips = vips;
    this.workers = workers;
    this.info = info;
    this.raster = new SvgRaster(vips, SvgDocument.read(source));
  }

  @Override
  public Findings measure(Needs needs) {
    Optional<Box> trimmed = needs.trim().flatMap(trim -> workers.render(() -> trimmed(trim)));
    Optional<Raster> coarse =
        needs.attention() || needs.coarse()
            ? Optional.of(preview(DecodedImage.COARSE_SIDE))
            : Optional.empty();
    return new Findings(
        trimmed,
        coarse.filter(_ -> needs.attention()).map(picture -> Attention.of(picture, info.size())),
        coarse.filter(_ -> needs.coarse()),
        List.of());
  }

  /// What is cut into pixels by the drawing's scale belongs to what is left.
  private Optional<Box> trimmed(Trim trim) {
    Size whole = info.size();
    try (var scope = new Scope(vips)) {
      Image picture = drawn(SvgRaster.View.all(whole), whole, scope);
      double across = (double) whole.width() / picture.width();
      double down = (double) whole.height() / picture.height();
      return Stage.RENDER
          .run("The picture", () -> TrimBox.find(picture, trim))
          .map(
              box -> {
                int left = (int) (box.left() * across);
                int top = (int) (box.top() * down);
                int right = Math.min(whole.width(), (int) Math.ceil(box.right() * across));
                int bottom = Math.min(whole.height(), (int) Math.ceil(box.bottom() * down));
                return new Box(left, top, right - left, bottom - top);
              });
    }
  }

  @Override
  public Raster preview(int maxSide) {
    Size size = info.size();
    double scale = Math.min(1, (double) maxSide / Math.max(size.width(), size.height()));
    Size fitted =
        new Size(
            Math.max(1, (int) Math.round(size.width() * scale)),
            Math.max(1, (int) Math.round(size.height() * scale)));
    return workers.render(
        () -> {
          try (var scope = new Scope(vips)) {
            Image picture =
                drawn(SvgRaster.View.all(size), fitted, scope).resized(fitted).withAlpha();
            return new Raster(fitted, DecodedImage.argb(picture.samples()));
          }
        });
  }

  private Image drawn(SvgRaster.View view, Size size, Scope owner) {
    try (var _ = times.decoding()) {
      return Stage.DECODE.run("The picture", () -> raster.draw(view, size, owner));
    }
  }

  @Override
  public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
    return workers.render(() -> rendered(plans, operands));
  }

  /// What plans have in common that are made from one drawing.
  private record View(Box part, Size stored, int quarterTurns) {}

  private List<Outcome> rendered(List<Plan> plans, Map<String, Source> operands) {
    Map<View, List<Plan>> views = new LinkedHashMap<>();
    for (Plan plan : plans) {
      views
          .computeIfAbsent(
              new View(plan.crop(), plan.source().stored(), plan.quarterTurns()),
              _ -> new ArrayList<>())
          .add(plan);
    }
    Map<Plan, Outcome> outcomes = new LinkedHashMap<>();
    try (var pictures = new Operands(vips, operands)) {
      views.forEach((view, alike) -> outcomes.putAll(rendered(view, alike, pictures)));
    }
    return plans.stream().map(outcomes::get).toList();
  }

  /// A part may take too long to draw where another one doesn't.
  private Map<Plan, Outcome> rendered(View view, List<Plan> plans, Operands pictures) {
    var turning = Turning.by(view.quarterTurns(), view.stored());
    var seen = new SvgRaster.View(turning.stored(view.part()), view.stored());
    try (var scope = new Scope(vips)) {
      return rendered(drawn(seen, turning.stored(largest(plans)), scope), plans, pictures);
    } catch (TintypeException e) {
      Map<Plan, Outcome> outcomes = new LinkedHashMap<>();
      plans.forEach(plan -> outcomes.put(plan, new Outcome.Failed(e)));
      return outcomes;
    }
  }

  private Map<Plan, Outcome> rendered(Image picture, List<Plan> plans, Operands pictures) {
    var loading = new Loading(MemorySegment.NULL, drawing(picture));
    var own = new Scope(vips);
    try (Levels levels = Levels.of(own, picture.in(own));
        var cascade = new Cascade(vips, loading, Optional.empty(), levels);
        var work = new Rendering(vips, loading, pictures, workers, times)) {
      List<Plan> drawn = plans.stream().map(plan -> ofDrawing(plan, picture)).toList();
      work.stills(drawn, cascade);
      List<Outcome> found = work.outcomes(drawn);
      Map<Plan, Outcome> outcomes = new LinkedHashMap<>();
      for (int i = 0; i < plans.size(); i++) {
        outcomes.put(plans.get(i), found.get(i));
      }
      return outcomes;
    }
  }

  private static Size largest(List<Plan> plans) {
    return new Size(
        plans.stream().mapToInt(plan -> plan.scaled().width()).max().orElse(1),
        plans.stream().mapToInt(plan -> plan.scaled().height()).max().orElse(1));
  }

  /// The same result, from all of the drawing.
  private static Plan ofDrawing(Plan plan, Image picture) {
    Size stored = picture.size();
    Size seen = plan.quarterTurns() % 2 == 0 ? stored : stored.turned();
    return new Plan(
        drawing(picture),
        /* page= */ 0,
        /* frames= */ 1,
        plan.quarterTurns(),
        Box.of(seen),
        plan.scaled(),
        plan.flips(),
        plan.edits(),
        plan.output(),
        plan.format(),
        plan.result());
  }

  private static SourceInfo drawing(Image picture) {
    return new SourceInfo(
        Format.SVG,
        picture.size(),
        Orientation.TOP_LEFT,
        /* frames= */ 1,
        /* alpha= */ true,
        /* animated= */ false,
        /* bytes= */ 0);
  }

  @Override
  public StepTimes times() {
    return times;
  }

  @Override
  public void close() {}
}
