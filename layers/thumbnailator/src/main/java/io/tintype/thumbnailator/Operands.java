package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Channels;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Turning;
import io.tintype.imaging.header.Headers;
import io.tintype.imaging.text.Lettering;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What edits lay over a picture, made at the first need and once, however many frames there are:
/// the pictures that watermarks name, and texts, laid out.
final class Operands {

  private final Map<String, Source> sources;
  private final Map<String, Pixels> decoded = new HashMap<>();
  private final Map<Words, Optional<Lettering>> written = new HashMap<>();

  private record Words(Drawing.Text text, Size picture) {}

  Operands(Map<String, Source> sources) {
    this.sources = sources;
  }

  Pixels picture(String reference) {
    return decoded.computeIfAbsent(reference, this::decode);
  }

  /// What the picture's file holds.
  Channels channels(String reference) {
    return Headers.read(source(reference), Limits.DEFAULT).channels();
  }

  /// Empty where nothing of it would be seen.
  Optional<Lettering> lettering(Drawing.Text text, Size picture) {
    return written.computeIfAbsent(
        new Words(text, picture), words -> Lettering.of(words.text, words.picture));
  }

  private Source source(String reference) {
    Source source = sources.get(reference);
    if (source == null) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "The watermark picture " + reference + " was not given");
    }
    return source;
  }

  private Pixels decode(String reference) {
    Source source = source(reference);
    try {
      SourceInfo info = Headers.read(source, Limits.DEFAULT);
      Turning turning = Turning.of(info.stored(), info.orientation(), 0);
      var pyramid = new Pyramid(FirstFrame.decode(source, info));
      return Resampler.resample(pyramid, turning, Box.of(info.size()), info.size());
    } catch (TintypeException e) {
      throw new TintypeException(
          e.reason(), "The watermark picture " + reference + ": " + e.getMessage(), e);
    }
  }
}
