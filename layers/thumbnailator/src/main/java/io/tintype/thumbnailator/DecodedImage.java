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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source whose first frame is decoded when it is first needed and then kept.
final class DecodedImage implements OpenImage {

  /// Enough for finding where the detail is.
  private static final int ATTENTION_SIDE = 200;

  private final Source source;
  private final SourceInfo info;
  private @Nullable Pyramid first;

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
              needs.trim().flatMap(trim -> TrimBox.find(first().level(0), upright(), trim));
          Optional<Findings.Point> attention =
              needs.attention()
                  ? Optional.of(Attention.of(preview(ATTENTION_SIDE), info.size()))
                  : Optional.empty();
          return new Findings(trimmed, attention);
        });
  }

  @Override
  public Raster preview(int maxSide) {
    return Decoding.guarded(
        "The picture",
        () -> {
          Size size = info.size();
          double scale = Math.min(1, (double) maxSide / Math.max(size.width(), size.height()));
          Size fitted =
              new Size(
                  Math.max(1, (int) Math.round(size.width() * scale)),
                  Math.max(1, (int) Math.round(size.height() * scale)));
          Pixels pixels = Resampler.resample(first(), upright(), Box.of(size), fitted);
          return new Raster(fitted, pixels.argb());
        });
  }

  @Override
  public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
    var work = new Rendering(plans, new Edits(new Operands(operands)));
    if (plans.stream().allMatch(plan -> plan.frames() == 1)) {
      work.still(first());
    } else {
      int frames = plans.stream().mapToInt(Plan::frames).max().orElse(1);
      Frames source = Frames.of(this.source, info);
      Decoding.guarded(
          info.format() + " of " + info.stored(),
          () -> {
            work.start(source.loops());
            source.each(frames, work::frame);
            return work;
          });
    }
    return work.outcomes();
  }

  @Override
  public void close() {
    first = null;
  }

  private Upright upright() {
    return Upright.of(info.stored(), info.orientation(), 0);
  }

  private Pyramid first() {
    Pyramid present = first;
    if (present == null) {
      present = new Pyramid(FirstFrame.decode(source, info));
      first = present;
    }
    return present;
  }
}
