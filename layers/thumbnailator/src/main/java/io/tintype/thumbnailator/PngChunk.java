package io.tintype.thumbnailator;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Finds what a PNG says in front of its pixels.
final class PngChunk {

  static final int PROFILE = 0x69434350;
  static final int TRANSPARENCY = 0x74524E53;

  private static final int PIXELS = 0x49444154;

  private PngChunk() {}

  /// The content of the first chunk of that name.
  static Optional<byte[]> find(ByteBuffer file, int wanted) {
    for (long at = 8; at + 12 <= file.limit(); ) {
      int start = (int) at;
      long length = Integer.toUnsignedLong(file.getInt(start));
      int name = file.getInt(start + 4);
      if (name == PIXELS || at + 8 + length > file.limit()) {
        return Optional.empty();
      }
      if (name == wanted) {
        byte[] content = new byte[(int) length];
        file.get(start + 8, content);
        return Optional.of(content);
      }
      at += 12 + length;
    }
    return Optional.empty();
  }
}
