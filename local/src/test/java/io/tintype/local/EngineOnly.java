package io.tintype.local;

import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.vips.VipsEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process that loads the engine, makes one picture of 400 pixels and ends. Started by
/// [FirstRender].
final class EngineOnly {

  private EngineOnly() {}

  /// @param arguments the photo
  public static void main(String[] arguments) throws IOException {
    VipsEngine engine =
        switch (VipsEngine.load()) {
          case VipsEngine.Library.Loaded(VipsEngine vips, _) -> vips;
          case VipsEngine.Library.Missing(String cause) -> throw new IllegalStateException(cause);
        };
    Source source = Source.of(Files.readAllBytes(Path.of(arguments[0])));
    SourceInfo info = engine.inspect(source, Limits.DEFAULT);
    var sizing =
        new Sizing(
            new Sizing.Length.Pixels(400),
            Sizing.NONE.height(),
            Sizing.Fit.INSIDE,
            Sizing.NONE.anchor(),
            /* adaptive= */ false,
            /* enlarge= */ false);
    var recipe =
        new Recipe(
            Recipe.IDENTITY.input(),
            Recipe.IDENTITY.trim(),
            Recipe.IDENTITY.crop(),
            sizing,
            Recipe.IDENTITY.flips(),
            List.of(),
            Output.AS_SOURCE.withFormat(Format.JPEG));
    var planner = new Planner(engine.capabilities(), Limits.DEFAULT);
    try (OpenImage image = engine.open(source, info)) {
      List<Outcome> outcomes =
          image.render(List.of(planner.plan(recipe, info, Findings.NONE)), Map.of());
      switch (outcomes.getFirst()) {
        case Outcome.Rendered(var rendition) -> System.out.println(rendition.bytes().length);
        case Outcome.Failed(var failure) -> throw failure;
      }
    }
  }
}
