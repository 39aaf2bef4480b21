package io.tintype.engines;

import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.Headers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An engine that leaves it to others to read the formats that it lacks. They hand the whole
/// picture over as a file in memory, upright; everything else is done here, so a rendition looks
/// the same whatever format its original has. Operands of edits go the same way.
///
/// @param engine renders
/// @param readers read what the engine can't, each what those before it can't
/// @param missing why a format can't be read that could be, for people
record HandingOver(ImageEngine engine, List<PictureReader> readers, Map<Format, String> missing)
    implements ImageEngine {

  HandingOver {
    readers = List.copyOf(readers);
    missing = Map.copyOf(missing);
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Capabilities capabilities() {
    Capabilities own = engine.capabilities();
    Set<Format> reads = EnumSet.copyOf(own.reads());
    readers.forEach(reader -> reads.addAll(reader.reads()));
    return new Capabilities(reads, own.writes(), own.animates(), own.lacks());
  }

  @Override
  public SourceInfo inspect(Source source, Limits limits) {
    SourceInfo info = Headers.read(source, limits);
    if (own(info)) {
      return engine.inspect(source, limits);
    }
    PictureReader reader =
        reader(info)
            .orElseThrow(() -> new TintypeException(Reason.UNSUPPORTED, refusal(info.format())));
    reader.check(source, info);
    return info;
  }

  private String refusal(Format format) {
    String why = missing.get(format);
    return "The engine " + name() + " can't read " + format + (why == null ? "" : ": " + why);
  }

  private boolean own(SourceInfo info) {
    return engine.capabilities().reads().contains(info.format());
  }

  private Optional<PictureReader> reader(SourceInfo info) {
    return readers.stream().filter(reader -> reader.reads().contains(info.format())).findFirst();
  }

  @Override
  public OpenImage open(Source source, SourceInfo info) {
    if (own(info)) {
      return new HandedOver(engine.open(source, info), info, this::readable);
    }
    PictureReader.Handed handed = handedOver(source, info);
    return new HandedOver(engine.open(handed.file(), handed.info()), handed.info(), this::readable);
  }

  private PictureReader.Handed handedOver(Source source, SourceInfo info) {
    return reader(info)
        .orElseThrow(() -> new TintypeException(Reason.UNSUPPORTED, refusal(info.format())))
        .read(source, info);
  }

  /// The same picture in a file that the engine reads.
  private Source readable(Source operand) {
    SourceInfo info = Headers.read(operand, Limits.DEFAULT);
    return own(info) ? operand : handedOver(operand, info).file();
  }
}
