package io.tintype.engines;

import io.tintype.imaging.Box;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Another engine, which hands pictures over as PNG in sRGB.
///
/// @param engine asked for when a picture is to be read, since most pictures don't need it
record EngineReader(Set<Format> reads, Supplier<ImageEngine> engine) implements PictureReader {

  @Override
  public Handed read(Source source, SourceInfo info) {
    try (OpenImage image = engine.get().open(source, info)) {
      return switch (image.render(List.of(whole(info)), Map.of()).getFirst()) {
        case Outcome.Rendered(Rendition png) ->
            new Handed(Source.of(png.bytes()), asPng(info, png.bytes().length));
        case Outcome.Failed(TintypeException failure) -> throw failure;
      };
    }
  }

  private static Plan whole(SourceInfo info) {
    return new Plan(
        info,
        /* page= */ 0,
        /* frames= */ 1,
        /* quarterTurns= */ 0,
        Box.of(info.size()),
        info.size(),
        Flips.NONE,
        List.of(),
        Output.AS_SOURCE.withFormat(Format.PNG),
        Format.PNG,
        info.size());
  }

  /// Of the same size, so that plans for the original fit.
  private static SourceInfo asPng(SourceInfo info, long bytes) {
    return new SourceInfo(
        Format.PNG,
        info.size(),
        Orientation.TOP_LEFT,
        /* frames= */ 1,
        info.alpha(),
        /* animated= */ false,
        bytes,
        info.grey());
  }
}
