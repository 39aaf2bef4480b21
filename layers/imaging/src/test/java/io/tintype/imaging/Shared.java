package io.tintype.imaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Third parties' test data, in a folder `shared` beside the project that is not part of it.
/// Without that folder a test is skipped, but not where `CI=true`.
public final class Shared {

  private Shared() {}

  public static Path file(String name) {
    Path file = projectRoot().resolveSibling("shared").resolve(name);
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(Files.exists(file), "no shared/" + name + " beside the project");
    }
    return file;
  }

  private static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!isRoot(folder)) {
      folder =
          Objects.requireNonNull(folder.getParent(), "not inside of the project: no root pom.xml");
    }
    return folder;
  }

  private static boolean isRoot(Path folder) {
    Path pom = folder.resolve("pom.xml");
    try {
      return Files.exists(pom)
          && Files.readString(pom).contains("<artifactId>tintype</artifactId>")
          && !Files.readString(pom).contains("<parent>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
