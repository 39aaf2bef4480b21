package io.tintype.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Finds the folder `shared` that lies beside the project during its development: third parties'
/// pictures and vectors that are no part of it. A clone without that folder skips the tests that
/// read it; where the environment says `CI=true` a missing file is a failure.
public final class Shared {

  private Shared() {}

  /// A file or folder below `shared`, such as `images/photo.jpg`.
  public static Path path(String relative) {
    Optional<Path> found =
        project()
            .map(root -> root.resolveSibling("shared").resolve(relative))
            .filter(Files::exists);
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      return Assertions.fail(
          "shared/" + relative + " is missing beside the project, and CI is set");
    }
    Assumptions.assumeTrue(
        found.isPresent(), () -> "skipped: there is no shared/" + relative + " beside the project");
    return found.orElseThrow();
  }

  /// The root of the project: the nearest folder upwards with the SAM configuration, or with the
  /// parent pom.
  private static Optional<Path> project() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("samconfig.toml")) || isParentPom(at.resolve("pom.xml"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static boolean isParentPom(Path pom) {
    try {
      return Files.exists(pom)
          && Files.readString(pom).contains("<artifactId>tintype</artifactId>")
          && Files.readString(pom).contains("<modules>");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
