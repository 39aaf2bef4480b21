package io.tintype.thumbnailator;

import io.tintype.imaging.Attention;
import io.tintype.imaging.Box;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.StepTimes;
import io.tintype.imaging.Turning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A source whose first frame, or another one that is asked for, is decoded when it is first
/// needed and then kept.
final class DecodedImage implements OpenImage {

  /// Enough for finding where the detail is.
  private static final int COARSE_SIDE = 200;

  private final Source source;
  private final SourceInfo info;
  private final StepTimes times = new StepTimes();
  private @Nullable Pyramid decoded;
  private int decodedPage;

  DecodedImage(Source source, SourceInfo info) {
    this.source = source;
    this.info = info;
  }

  @Override
  public Findings measure(Needs needs) {
    if (needs.none()) {
      return Findings.NONE;
    }
    return Decoding.guarded(
        "The picture",
        () -> {
          Optional<Box> trimmed =
              needs
                  .trim()
                  .flatMap(trim -> TrimBox.find(page(needs.page()).level(0), turning(), trim));
          Optional<Raster> coarse =
              needs.attention() || needs.coarse()
                  ? Optional.of(preview(COARSE_SIDE, needs.page()))
                  : Optional.empty();
          return new Findings(
              trimmed,
              coarse
                  .filter(_ -> needs.attention())
                  .map(picture -> Attention.of(picture, info.size())),
              coarse.filter(_ -> needs.coarse()),
              List.of());
        });
  }

  @Override
  public Raster preview(int maxSide) {
    return preview(maxSide, 0);
  }

  private Raster preview(int maxSide, int page) {
    return Decoding.guarded(
        "The picture",
        () -> {
          Size size = info.size();
          Size fitted = size.fitted(maxSide);
          Pixels pixels = Resampler.resample(page(page), turning(), Box.of(size), fitted);
          return new Raster(fitted, pixels.argb());
        });
  }

  @Override
  public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
    var edits = new Edits(new Operands(operands));
    Map<Plan, Outcome> outcomes = new HashMap<>();
    plans.stream()
        .collect(Collectors.groupingBy(Plan::page, TreeMap::new, Collectors.toList()))
        .forEach(
            (page, alike) -> {
              List<Outcome> made = rendered(page, alike, edits);
              for (int i = 0; i < made.size(); i++) {
                outcomes.put(alike.get(i), made.get(i));
              }
            });
    return plans.stream().map(plan -> Objects.requireNonNull(outcomes.get(plan))).toList();
  }

  private List<Outcome> rendered(int page, List<Plan> plans, Edits edits) {
    var work = new Rendering(source, plans, edits, times);
    if (plans.stream().allMatch(plan -> plan.frames() == 1)) {
      work.still(page(page));
    } else {
      int frames = plans.stream().mapToInt(Plan::frames).max().orElse(1);
      Frames source = Frames.of(this.source, info);
      Decoding.guarded(
          info.format() + " of " + info.stored(),
          () -> {
            work.start(source.plays());
            source.each(page, frames, work::frame);
            return work;
          });
    }
    return work.outcomes();
  }

  @Override
  public StepTimes times() {
    return times;
  }

  @Override
  public void close() {
    decoded = null;
  }

  private Turning turning() {
    return Turning.of(info.stored(), info.orientation(), 0);
  }

  private Pyramid page(int page) {
    Pyramid present = decoded;
    if (present == null || decodedPage != page) {
      try (var _ = times.decoding()) {
        present = new Pyramid(FirstFrame.decode(source, info, page));
      }
      decoded = present;
      decodedPage = page;
    }
    return present;
  }
}
