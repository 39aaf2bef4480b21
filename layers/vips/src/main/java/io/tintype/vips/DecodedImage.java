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
import io.tintype.imaging.Trim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A source whose first picture, or another one that is asked for, is decoded when it is first
/// needed, at the coarsest size that will do, and then kept; decoded again only where something
/// finer is needed later.
final class DecodedImage implements OpenImage {

  /// Enough for finding where the detail is.
  private static final int COARSE_SIDE = 200;

  private final Vips vips;
  private final Workers workers;
  private final NativeBytes bytes;
  private final Loading loading;
  private @Nullable Levels decoded;
  private int decodedPage;

  DecodedImage(Vips vips, Workers workers, Source source, SourceInfo info) {
    this.vips = vips;
    this.workers = workers;
    this.bytes = NativeBytes.of(source);
    this.loading = new Loading(bytes.segment(), info);
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
    Levels levels = levels(page, 1);
    return Stage.RENDER.run(
        "The picture",
        () -> {
          try (var scope = new Scope(vips)) {
            Image picture = Srgb.of(levels.at(1).image().in(scope));
            return TrimBox.find(loading.turning(0).seen(picture).inMemory(), trim);
          }
        });
  }

  @Override
  public Raster preview(int maxSide) {
    return preview(maxSide, 0);
  }

  private Raster preview(int maxSide, int page) {
    Size size = loading.info().size();
    double scale = Math.min(1, (double) maxSide / Math.max(size.width(), size.height()));
    Size fitted =
        new Size(
            Math.max(1, (int) Math.round(size.width() * scale)),
            Math.max(1, (int) Math.round(size.height() * scale)));
    return workers.render(() -> raster(fitted, page));
  }

  private Raster raster(Size fitted, int page) {
    Turning turning = loading.turning(0);
    var resizing = new Resizing(Box.of(turning.stored()), turning.stored(fitted), turning);
    int shrink = resizing.shrink(loading.info());
    Levels levels = levels(page, shrink);
    return Stage.RENDER.run(
        "The picture",
        () -> {
          try (var scope = new Scope(vips)) {
            Image resized = resizing.apply(levels.at(shrink), scope);
            byte[] samples = turning.seen(Srgb.of(resized)).withAlpha().samples();
            return new Raster(fitted, argb(samples));
          }
        });
  }

  private static int[] argb(byte[] samples) {
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
        var work = new Rendering(vips, loading, pictures, workers)) {
      byPage(stills).forEach((page, alike) -> work.stills(alike, levels(page, finest(alike))));
      byPage(animations).forEach((first, alike) -> animated(first, alike, work));
      return work.outcomes(plans);
    }
  }

  private static Map<Integer, List<Plan>> byPage(List<Plan> plans) {
    return plans.stream()
        .collect(Collectors.groupingBy(Plan::page, TreeMap::new, Collectors.toList()));
  }

  private void animated(int first, List<Plan> plans, Rendering work) {
    int frames = plans.stream().mapToInt(Plan::frames).max().orElseThrow();
    try (Animation animation =
        Stage.DECODE.run("The animation", () -> Animation.decode(vips, loading, first, frames))) {
      work.animations(plans, animation);
    }
  }

  private int finest(List<Plan> plans) {
    return plans.stream()
        .mapToInt(plan -> Resizing.of(plan, loading).shrink(loading.info()))
        .min()
        .orElse(1);
  }

  private Levels levels(int page, int shrink) {
    Levels present = decoded;
    if (present != null && decodedPage == page && present.finest() <= shrink) {
      return present;
    }
    Levels finer =
        Stage.DECODE.run("The picture", () -> Levels.decode(vips, loading, page, shrink));
    decoded = finer;
    decodedPage = page;
    if (present != null) {
      present.close();
    }
    return finer;
  }

  @Override
  public void close() {
    Levels present = decoded;
    if (present != null) {
      present.close();
      decoded = null;
    }
    bytes.close();
  }
}
