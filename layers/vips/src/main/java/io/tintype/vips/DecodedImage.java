package io.tintype.vips;

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
import io.tintype.imaging.Trim;
import io.tintype.imaging.Turning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A source, of which one page at a time is decoded and kept.
final class DecodedImage implements OpenImage {

  /// Enough for finding where the detail is.
  static final int COARSE_SIDE = 200;

  private final Vips vips;
  private final Workers workers;
  private final NativeBytes bytes;
  private final Loading loading;
  private final StepTimes times = new StepTimes();
  private List<Plan> expected = List.of();
  private @Nullable DecodedPage decoded;

  DecodedImage(Vips vips, Workers workers, Source source, SourceInfo info) {
    this.vips = vips;
    this.workers = workers;
    this.bytes = NativeBytes.of(source);
    this.loading = new Loading(bytes.segment(), info);
  }

  @Override
  public void expect(List<Plan> plans) {
    expected = plans.stream().filter(plan -> plan.frames() == 1).toList();
  }

  @Override
  public Findings measure(Needs needs) {
    if (needs.none()) {
      return Findings.NONE;
    }
    Optional<Box> trimmed =
        needs.trim().flatMap(trim -> workers.render(() -> trimmed(trim, needs.page())));
    Optional<Raster> coarse =
        needs.attention() || needs.coarse()
            ? Optional.of(preview(COARSE_SIDE, needs.page()))
            : Optional.empty();
    return new Findings(
        trimmed,
        coarse
            .filter(_ -> needs.attention())
            .map(picture -> Attention.of(picture, loading.info().size())),
        coarse.filter(_ -> needs.coarse()),
        List.of());
  }

  private Optional<Box> trimmed(Trim trim, int page) {
    Levels levels = page(page).levels(1);
    return Stage.RENDER.run(
        "The picture",
        () -> {
          try (var scope = new Scope(vips)) {
            Image picture = Srgb.of(levels.at(1).image().in(scope));
            return TrimBox.find(picture.seen(loading.turning(0)).inMemory(), trim);
          }
        });
  }

  @Override
  public Raster preview(int maxSide) {
    return preview(maxSide, 0);
  }

  private Raster preview(int maxSide, int page) {
    Size size = loading.info().size();
    return workers.render(() -> raster(size.fitted(maxSide), page));
  }

  private Raster raster(Size fitted, int page) {
    Turning turning = loading.turning(0);
    var resizing = Resizing.of(turning.stored(), turning.stored(fitted));
    List<Resizing> later =
        expected.stream()
            .filter(plan -> plan.page() == page)
            .map(plan -> Resizing.of(plan, loading))
            .toList();
    page(page).anticipate(resizing, later);
    Optional<Resizing.Resized> larger = page(page).larger(resizing);
    if (larger.isPresent()) {
      return raster(larger.get(), resizing.target(), turning);
    }
    try (Cascade cascade = page(page).cascade(List.of(resizing))) {
      return raster(cascade.picture(resizing), resizing.target(), turning);
    }
  }

  private Raster raster(Resizing.Resized picture, Size target, Turning turning) {
    return Stage.RENDER.run(
        "The picture",
        () -> {
          try (var scope = new Scope(vips)) {
            return raster(Srgb.of(picture.in(scope).to(target).straight()).seen(turning));
          }
        });
  }

  static Raster raster(Image seen) {
    return new Raster(seen.size(), argb(seen.withAlpha().samples()));
  }

  static int[] argb(byte[] samples) {
    int[] pixels = new int[samples.length / 4];
    for (int i = 0; i < pixels.length; i++) {
      int at = 4 * i;
      pixels[i] =
          (samples[at + 3] & 255) << 24
              | (samples[at] & 255) << 16
              | (samples[at + 1] & 255) << 8
              | (samples[at + 2] & 255);
    }
    return pixels;
  }

  @Override
  public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
    return workers.render(() -> rendered(plans, operands));
  }

  private List<Outcome> rendered(List<Plan> plans, Map<String, Source> operands) {
    List<Plan> stills = plans.stream().filter(plan -> plan.frames() == 1).toList();
    List<Plan> animations = plans.stream().filter(plan -> plan.frames() > 1).toList();
    try (var pictures = new Operands(vips, operands);
        var work = new Rendering(vips, loading, pictures, workers, times)) {
      byPage(stills).forEach((page, alike) -> stills(page(page), alike, work));
      byPage(animations).forEach((first, alike) -> animated(first, alike, work));
      return work.outcomes(plans);
    }
  }

  private static Map<Integer, List<Plan>> byPage(List<Plan> plans) {
    return plans.stream()
        .collect(Collectors.groupingBy(Plan::page, TreeMap::new, Collectors.toList()));
  }

  private void stills(DecodedPage page, List<Plan> plans, Rendering work) {
    try (Cascade cascade =
        page.cascade(plans.stream().map(plan -> Resizing.of(plan, loading)).toList())) {
      work.stills(plans, cascade);
    }
  }

  private void animated(int first, List<Plan> plans, Rendering work) {
    for (List<Plan> together : Animation.passes(plans)) {
      int frames = together.stream().mapToInt(Plan::frames).max().orElseThrow();
      try (Animation animation =
          Stage.DECODE.run("The animation", () -> Animation.open(vips, loading, first, frames))) {
        work.animations(together, animation);
      }
    }
  }

  private DecodedPage page(int number) {
    DecodedPage present = decoded;
    if (present != null && present.number() == number) {
      return present;
    }
    if (present != null) {
      present.close();
    }
    DecodedPage other = new DecodedPage(vips, loading, number, times);
    decoded = other;
    return other;
  }

  @Override
  public StepTimes times() {
    return times;
  }

  @Override
  public void close() {
    DecodedPage present = decoded;
    if (present != null) {
      present.close();
      decoded = null;
    }
    bytes.close();
  }
}
