package io.tintype.thumbnailator;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Finds the ICC profile of a PNG or a WebP. One that is damaged counts as none, as in browsers.
final class EmbeddedProfile {

  private static final int MOST_BYTES = 4_000_000;
  private static final int WEBP_ICCP = 0x50434349;

  private EmbeddedProfile() {}

  static Optional<ICC_Profile> ofPng(ByteBuffer file) {
    return PngChunk.find(file, PngChunk.PROFILE)
        .flatMap(EmbeddedProfile::inflated)
        .flatMap(EmbeddedProfile::profile);
  }

  static Optional<ICC_Profile> ofWebp(ByteBuffer file) {
    ByteBuffer little = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    for (long at = 12; at + 8 <= little.limit(); ) {
      int start = (int) at;
      long length = Integer.toUnsignedLong(little.getInt(start + 4));
      if (little.getInt(start) == WEBP_ICCP && at + 8 + length <= little.limit()) {
        byte[] chunk = new byte[(int) Math.min(length, MOST_BYTES)];
        little.get(start + 8, chunk);
        return profile(chunk);
      }
      at += 8 + length + (length & 1);
    }
    return Optional.empty();
  }

  /// The name, a zero, the method (0) and the deflated profile.
  private static Optional<byte[]> inflated(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    if (name + 2 > chunk.length) {
      return Optional.empty();
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(chunk, name + 2, chunk.length - name - 2);
      byte[] profile = new byte[(int) Math.min(MOST_BYTES, chunk.length * 4L + 65_536)];
      int length = inflater.inflate(profile);
      return inflater.finished() ? Optional.of(Arrays.copyOf(profile, length)) : Optional.empty();
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  private static Optional<ICC_Profile> profile(byte[] bytes) {
    try {
      return Optional.of(ICC_Profile.getInstance(bytes));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
