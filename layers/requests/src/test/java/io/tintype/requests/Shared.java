package io.tintype.requests;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Finds test data of third parties, which lies in a folder `shared` beside the project and is not
/// part of it. Without it a test is skipped, but fails where CI is set.
final class Shared {

  private Shared() {}

  static String read(String name) {
    Path file = root().resolveSibling("shared").resolve(name);
    if (!Files.exists(file)) {
      String missing = file + " is not there: " + name + " is not part of the project";
      return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("build/Format.java"))) {
      folder = Objects.requireNonNull(folder.getParent(), "started outside of the project");
    }
    return folder;
  }
}
