package io.tintype.thumbnailator;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;

/// Decodes the picture that stands for a file: the only one, or the first of many.
final class FirstFrame {

  private FirstFrame() {}

  static Stored decode(Source source, SourceInfo info) {
    return Decoding.guarded(
        info.format() + " of " + info.stored(),
        () -> {
          List<Stored> first = new ArrayList<>();
          Frames.of(source, info).each(1, frame -> first.add(frame.picture()));
          if (first.isEmpty()) {
            throw new TintypeException(Reason.CORRUPT, "The file has no picture");
          }
          return first.getFirst();
        });
  }
}
