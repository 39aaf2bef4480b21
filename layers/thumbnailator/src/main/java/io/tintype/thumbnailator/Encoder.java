package io.tintype.thumbnailator;

import io.tintype.imaging.Encoding;
import java.io.IOException;

/// Writes one still picture.
@FunctionalInterface
interface Encoder {

  /// @param quality 1..100
  byte[] encode(Pixels picture, int quality, Encoding encoding) throws IOException;
}
