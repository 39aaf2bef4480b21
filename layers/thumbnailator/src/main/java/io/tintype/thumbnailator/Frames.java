package io.tintype.thumbnailator;

import io.tintype.imaging.Format;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import java.io.IOException;
import java.util.function.Consumer;

/// Decodes the frames of a source one after another; only one is in memory at a time.
interface Frames {

  /// Hands over some frames or pages in their order. The picture of a frame is only good until
  /// the consumer returns.
  ///
  /// @param first which one is handed over first, from 0
  void each(int first, int count, Consumer<Frame> consumer) throws IOException;

  /// How often the animation is shown, 0 without end; once where the file doesn't say.
  int plays() throws IOException;

  static Frames of(Source source, SourceInfo info) {
    if (info.format() == Format.GIF) {
      return new GifFrames(source, info.stored());
    }
    if (info.format() == Format.WEBP && info.animated()) {
      return new WebpFrames(source, info.stored());
    }
    return new StillFrame(source, info);
  }
}
