package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.header.Headers;
import java.util.HashMap;
import java.util.Map;

/// The pictures that watermarks name, decoded at the first need and once.
final class Operands {

  private final Map<String, Source> sources;
  private final Map<String, Pixels> decoded = new HashMap<>();

  Operands(Map<String, Source> sources) {
    this.sources = sources;
  }

  Pixels picture(String reference) {
    return decoded.computeIfAbsent(reference, this::decode);
  }

  private Pixels decode(String reference) {
    Source source = sources.get(reference);
    if (source == null) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "The watermark picture " + reference + " was not given");
    }
    try {
      SourceInfo info = Headers.read(source, Limits.DEFAULT);
      Upright upright = Upright.of(info.stored(), info.orientation(), 0);
      var pyramid = new Pyramid(FirstFrame.decode(source, info));
      return Resampler.resample(pyramid, upright, Box.of(info.size()), info.size());
    } catch (TintypeException e) {
      throw new TintypeException(
          e.reason(), "The watermark picture " + reference + ": " + e.getMessage(), e);
    }
  }
}
