package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.StepTimes;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Turning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Several plans being carried out on one source. Plans that differ in their output only share
/// their pixels. Pixels are worked out one plan after the other, the largest first, while what is
/// finished is being encoded. A plan that fails is out; the others go on.
final class Rendering implements AutoCloseable {

  private final Loading loading;
  private final Edits edits;
  private final Workers workers;
  private final Scope finished;
  private final StepTimes times;
  private final Map<Plan, Future<Outcome>> outcomes = new LinkedHashMap<>();

  Rendering(Vips vips, Loading loading, Operands operands, Workers workers, StepTimes times) {
    this.times = times;
    this.loading = loading;
    this.edits = new Edits(operands);
    this.workers = workers;
    this.finished = new Scope(vips);
  }

  /// All of a plan but its output, and whether pixels stay in the source's colours.
  private record Look(
      boolean ownColours,
      int page,
      int frames,
      int quarterTurns,
      Box crop,
      Size scaled,
      Flips flips,
      List<Edit> edits) {

    static Look of(Plan plan, Loading loading) {
      return new Look(
          loading.kept(plan).icc().isPresent(),
          plan.page(),
          plan.frames(),
          plan.quarterTurns(),
          plan.crop(),
          plan.scaled(),
          plan.flips(),
          plan.edits());
    }
  }

  void stills(List<Plan> plans, Cascade cascade) {
    for (List<Plan> alike : byLook(plans)) {
      start(alike, () -> pixels(cascade, alike.getFirst()));
    }
  }

  /// Frame by frame, so that no more than one frame of the source is in memory.
  void animations(List<Plan> plans, Animation animation) {
    List<Strip> strips =
        byLook(plans).stream().map(alike -> new Strip(alike, new ArrayList<>())).toList();
    int frames = plans.stream().mapToInt(Plan::frames).max().orElse(0);
    for (int i = 0; i < frames; i++) {
      try (Levels levels = animation.frame(i);
          var cascade = new Cascade(finished.vips(), loading, Optional.empty(), levels)) {
        for (Strip strip : strips) {
          add(i, strip, cascade);
        }
      }
    }
    for (Strip strip : strips) {
      Plan plan = strip.plans().getFirst();
      if (!outcomes.containsKey(plan)) {
        start(strip.plans(), () -> animation.joined(strip.frames(), plan, finished));
      }
    }
  }

  /// Plans that look alike, and their frames so far.
  private record Strip(List<Plan> plans, List<Image> frames) {}

  private void add(int frame, Strip strip, Cascade cascade) {
    Plan plan = strip.plans().getFirst();
    if (frame < plan.frames() && !outcomes.containsKey(plan)) {
      try {
        strip.frames().add(Stage.RENDER.run("The picture", () -> pixels(cascade, plan)));
      } catch (TintypeException e) {
        fail(strip.plans(), e);
      }
    }
  }

  private List<List<Plan>> byLook(List<Plan> plans) {
    Map<Look, List<Plan>> groups = new LinkedHashMap<>();
    for (Plan plan : plans) {
      groups.computeIfAbsent(Look.of(plan, loading), _ -> new ArrayList<>()).add(plan);
    }
    return groups.values().stream()
        .sorted(
            Comparator.comparingLong((List<Plan> alike) -> alike.getFirst().scaled().pixels())
                .reversed())
        .toList();
  }

  private void start(List<Plan> alike, Supplier<Image> work) {
    try {
      Image pixels = Stage.RENDER.run("The picture", work);
      for (Plan plan : alike) {
        outcomes.computeIfAbsent(plan, _ -> workers.encode(() -> encoded(pixels, plan)));
      }
    } catch (TintypeException e) {
      fail(alike, e);
    }
  }

  private void fail(List<Plan> alike, TintypeException failure) {
    for (Plan plan : alike) {
      outcomes.put(plan, workers.encode(() -> new Outcome.Failed(failure)));
    }
  }

  private Image pixels(Cascade cascade, Plan plan) {
    Resizing.Resized resized = cascade.picture(Resizing.of(plan, loading));
    try (var passing = new Scope(finished.vips())) {
      boolean ownColours = loading.kept(plan).icc().isPresent();
      Turning turning = loading.turning(plan.quarterTurns());
      Image picture = Srgb.of(resized.in(passing).straight(), ownColours).seen(turning);
      picture = GeometryEdits.flipped(picture, plan.flips());
      for (Edit edit : plan.edits()) {
        picture = edits.apply(edit, picture);
      }
      if (!picture.size().equals(plan.result())) {
        throw new VipsFailure("Planned " + plan.result() + " but rendered " + picture.size());
      }
      return picture.in(finished).inMemory();
    }
  }

  private Outcome encoded(Image pixels, Plan plan) {
    try (var scope = new Scope(pixels.scope().vips());
        var _ = times.encoding()) {
      byte[] file =
          Stage.ENCODE.run(
              "The picture", () -> Encoders.encode(pixels.in(scope), plan, loading.kept(plan)));
      return new Outcome.Rendered(new Rendition(file, plan.format(), plan.result(), plan.frames()));
    } catch (TintypeException e) {
      return new Outcome.Failed(e);
    }
  }

  /// Waits for the encoders.
  List<Outcome> outcomes(List<Plan> plans) {
    List<Outcome> all = new ArrayList<>();
    for (Plan plan : plans) {
      Future<Outcome> outcome = outcomes.get(plan);
      all.add(
          outcome == null
              ? new Outcome.Failed(
                  new TintypeException(Reason.INTERNAL, "The picture was not rendered"))
              : Workers.joined(outcome));
    }
    return all;
  }

  /// Frees the pixels, which no encoder may be reading any more.
  @Override
  public void close() {
    outcomes.values().forEach(Workers::joined);
    finished.close();
  }
}
