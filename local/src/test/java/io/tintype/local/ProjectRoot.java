package io.tintype.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the project's folder from wherever a test runs.
final class ProjectRoot {

  private ProjectRoot() {}

  static Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (isRoot(folder.resolve("pom.xml"))) {
        return folder;
      }
      folder = folder.getParent();
    }
    throw new IllegalStateException("no pom.xml of tintype above the working directory");
  }

  private static boolean isRoot(Path pom) {
    try {
      return Files.exists(pom)
          && Files.readString(pom).contains("<artifactId>tintype</artifactId>\n  <version>");
    } catch (IOException e) {
      return false;
    }
  }
}
