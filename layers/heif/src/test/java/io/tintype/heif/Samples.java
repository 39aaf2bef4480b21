package io.tintype.heif;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.header.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The pictures beside the tests, see their README.
final class Samples {

  private Samples() {}

  static byte[] file(String name) {
    try (var in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("There is no " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceInfo info(byte[] file) {
    return Headers.read(Source.of(file), Limits.DEFAULT);
  }
}
