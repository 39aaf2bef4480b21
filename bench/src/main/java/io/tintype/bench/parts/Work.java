package io.tintype.bench.parts;

import io.tintype.bench.compare.Landscape;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.Input;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.vips.VipsEngine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// A made photo as a JPEG in memory, and the engine that works on it.
final class Work {

  private final VipsEngine engine =
      switch (VipsEngine.load()) {
        case VipsEngine.Library.Loaded(VipsEngine vips, _) -> vips;
        case VipsEngine.Library.Missing(String cause) -> throw new IllegalStateException(cause);
      };
  private final Planner planner = new Planner(engine.capabilities(), Limits.DEFAULT);
  private final Source source;
  private final SourceInfo info;

  Work(int width, int height) {
    source = Source.of(jpeg(width, height));
    info = inspected();
  }

  private static byte[] jpeg(int width, int height) {
    var file = new ByteArrayOutputStream();
    try {
      ImageIO.write(new Landscape(1).paint(width, height), "jpeg", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  static Raster raster(Size size) {
    BufferedImage picture = new Landscape(2).paint(size.width(), size.height());
    return new Raster(
        size, picture.getRGB(0, 0, size.width(), size.height(), null, 0, size.width()));
  }

  Size size() {
    return info.size();
  }

  SourceInfo inspected() {
    return engine.inspect(source, Limits.DEFAULT);
  }

  Plan plan(int width) {
    return plan(Format.JPEG, width);
  }

  private Plan plan(Format format, int width) {
    var sizing =
        new Sizing(
            new Sizing.Length.Pixels(width),
            Sizing.NONE.height(),
            Sizing.Fit.INSIDE,
            Sizing.NONE.anchor(),
            /* adaptive= */ false,
            /* enlarge= */ false);
    var whole = Recipe.IDENTITY;
    var recipe =
        new Recipe(
            Input.FIRST_FRAME,
            whole.trim(),
            whole.crop(),
            sizing,
            whole.flips(),
            whole.edits(),
            Output.AS_SOURCE.withFormat(format).withQuality(80));
    return planner.plan(recipe, info, Findings.NONE);
  }

  List<Outcome> render(Format format, int... widths) {
    List<Plan> plans = new ArrayList<>();
    for (int width : widths) {
      plans.add(plan(format, width));
    }
    try (OpenImage image = engine.open(source, info)) {
      return image.render(plans, Map.of());
    }
  }

  Raster preview(int side) {
    try (OpenImage image = engine.open(source, info)) {
      return image.preview(side);
    }
  }
}
