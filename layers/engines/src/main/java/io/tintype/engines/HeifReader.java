package io.tintype.engines;

import io.tintype.heif.HeifDecoder;
import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import java.nio.ByteBuffer;
import java.util.Set;

/// HEIF, handed over as TIFF in the colours of the original, with its profile.
record HeifReader(HeifDecoder decoder) implements PictureReader {

  @Override
  public Set<Format> reads() {
    return Set.of(Format.HEIF);
  }

  @Override
  public Handed read(Source source, SourceInfo info) {
    ByteBuffer tiff = decoder.tiff(source, info);
    var asTiff =
        new SourceInfo(
            Format.TIFF,
            info.size(),
            Orientation.TOP_LEFT,
            /* frames= */ 1,
            info.alpha(),
            /* animated= */ false,
            tiff.remaining());
    return new Handed(Source.of(tiff), asTiff);
  }
}
