package io.tintype.objectlambda;

import io.tintype.imaging.Findings;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.metadata.Exif;
import io.tintype.imaging.metadata.MetadataBlocks;
import java.util.List;
import java.util.Map;

/// Makes a picture that shows the same and says nothing: upright, at full size, in its own format
/// where that can be written, with all frames, without metadata.
final class LeanPicture {

  private final ImageEngine engine;
  private final Limits limits;

  LeanPicture(ImageEngine engine, Limits limits) {
    this.engine = engine;
    this.limits = limits;
  }

  /// @throws TintypeException UNSUPPORTED, CORRUPT, TOO_LARGE
  Reply of(Source source) {
    SourceInfo info = engine.inspect(source, limits);
    var planner = new Planner(engine.capabilities(), withoutSide());
    Plan plan = planner.plan(Recipe.IDENTITY, info, Findings.NONE);
    try (OpenImage image = engine.open(source, info)) {
      return switch (image.render(List.of(plan), Map.of()).getFirst()) {
        case Outcome.Rendered(Rendition rendition) ->
            Reply.of(rendition.format().mediaType(), rendition.bytes());
        case Outcome.Failed(TintypeException failure) -> throw failure;
      };
    }
  }

  /// The EXIF as JSON, `{}` where there is none.
  ///
  /// @throws TintypeException UNSUPPORTED, CORRUPT, TOO_LARGE
  Reply exif(Source source) {
    var unused = engine.inspect(source, limits);
    return Reply.json(
        MetadataBlocks.of(source).exif().flatMap(Exif::of).map(Exif::json).orElse("{}"));
  }

  /// The limit on sides is about what requests ask for; here nobody asks for a size.
  private Limits withoutSide() {
    return new Limits(
        limits.maxBytes(),
        limits.maxPixels(),
        limits.maxFrames(),
        Integer.MAX_VALUE,
        limits.maxEdits());
  }
}
