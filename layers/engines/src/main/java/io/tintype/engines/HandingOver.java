package io.tintype.engines;

import io.tintype.imaging.Box;
import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.Headers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An engine that leaves it to another one to read the formats that it lacks. The other hands the
/// whole picture over, upright and in sRGB, as a PNG in memory; everything else is done here, so a
/// rendition looks the same whatever format its original has.
///
/// @param engine renders
/// @param reader reads what the engine can't
record HandingOver(ImageEngine engine, ImageEngine reader) implements ImageEngine {

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Capabilities capabilities() {
    Capabilities own = engine.capabilities();
    Set<Format> reads = EnumSet.copyOf(own.reads());
    reads.addAll(reader.capabilities().reads());
    return new Capabilities(reads, own.writes(), own.animates(), own.lacks());
  }

  @Override
  public SourceInfo inspect(Source source, Limits limits) {
    SourceInfo info = Headers.read(source, limits);
    if (!capabilities().reads().contains(info.format())) {
      throw new TintypeException(
          Reason.UNSUPPORTED, "The engine " + name() + " can't read " + info.format());
    }
    return info;
  }

  @Override
  public OpenImage open(Source source, SourceInfo info) {
    return engine.capabilities().reads().contains(info.format())
        ? engine.open(source, info)
        : handedOver(source, info);
  }

  private OpenImage handedOver(Source source, SourceInfo info) {
    try (OpenImage image = reader.open(source, info)) {
      return switch (image.render(List.of(whole(info)), Map.of()).getFirst()) {
        case Outcome.Rendered(Rendition png) ->
            engine.open(Source.of(png.bytes()), asPng(info, png.bytes().length));
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
        bytes);
  }
}
