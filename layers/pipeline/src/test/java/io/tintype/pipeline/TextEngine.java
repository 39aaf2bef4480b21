package io.tintype.pipeline;

import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An engine for tests of the pipeline: a picture is the text `picture <name>`, and a rendition
/// of it is a text that names the source, the size and whether it is blurred. Anything else is no
/// image.
public final class TextEngine implements ImageEngine {

  private static final Set<Format> FORMATS = Set.of(Format.JPEG, Format.PNG, Format.WEBP);
  private Runnable whileRendering = () -> {};

  /// Bytes of a picture.
  public static byte[] picture(String name) {
    return ("picture " + name).getBytes(StandardCharsets.UTF_8);
  }

  /// Runs once, in the middle of the next rendering.
  public void duringNextRendering(Runnable action) {
    whileRendering =
        () -> {
          whileRendering = () -> {};
          action.run();
        };
  }

  @Override
  public String name() {
    return "text";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(FORMATS, FORMATS, Set.of(), Set.of());
  }

  @Override
  public SourceInfo inspect(Source source, Limits limits) {
    if (!text(source).startsWith("picture ")) {
      throw new TintypeException(Reason.UNSUPPORTED, "This is not an image");
    }
    return new SourceInfo(
        Format.JPEG, new Size(400, 300), Orientation.TOP_LEFT, 1, false, false, source.size());
  }

  @Override
  public OpenImage open(Source source, SourceInfo info) {
    return new OpenText(text(source));
  }

  private static String text(Source source) {
    return StandardCharsets.UTF_8.decode(source.buffer()).toString();
  }

  private final class OpenText implements OpenImage {

    private final String text;

    private OpenText(String text) {
      this.text = text;
    }

    @Override
    public Findings measure(Needs needs) {
      return Findings.NONE;
    }

    @Override
    public Raster preview(int maxSide) {
      return new Raster(new Size(1, 1), new int[] {0xff336699});
    }

    @Override
    public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
      whileRendering.run();
      return plans.stream().map(this::rendered).toList();
    }

    private Outcome rendered(Plan plan) {
      boolean blurred = plan.edits().stream().anyMatch(Detail.Blur.class::isInstance);
      byte[] bytes =
          (text + " at " + plan.result() + (blurred ? " blurred" : ""))
              .getBytes(StandardCharsets.UTF_8);
      return new Outcome.Rendered(new Rendition(bytes, plan.format(), plan.result(), 1));
    }

    @Override
    public void close() {}
  }
}
