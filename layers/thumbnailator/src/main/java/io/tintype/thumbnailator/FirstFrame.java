package io.tintype.thumbnailator;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;

/// Decodes one picture of a file: the only one, or one of many.
final class FirstFrame {

  private FirstFrame() {}

  static Stored decode(Source source, SourceInfo info) {
    return decode(source, info, 0);
  }

  /// @param page which one, from 0
  static Stored decode(Source source, SourceInfo info, int page) {
    return Decoding.guarded(
        info.format() + " of " + info.stored(),
        () -> {
          List<Stored> first = new ArrayList<>();
          Frames.of(source, info).each(page, 1, frame -> first.add(frame.picture()));
          if (first.isEmpty()) {
            throw new TintypeException(Reason.CORRUPT, "The file has no picture");
          }
          return first.getFirst();
        });
  }
}
