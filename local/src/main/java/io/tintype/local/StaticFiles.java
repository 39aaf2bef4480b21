package io.tintype.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Serves the web page from its folder, read anew each time so that an edit shows on reload.
final class StaticFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "png", "image/png");

  private final Path folder;
  private final String policy;

  /// @param uploads the origin that the page puts files to
  /// @param pictures the origin that it shows variants from
  StaticFiles(Path folder, URI uploads, URI pictures) {
    this.folder = folder.toAbsolutePath().normalize();
    this.policy =
        "default-src 'self'; img-src 'self' data: blob: %s; connect-src 'self' %s"
            .formatted(pictures, uploads);
  }

  /// The file at an address, if there is one.
  Optional<Answer> find(Request request) throws IOException {
    if (!request.reads()) {
      return Optional.empty();
    }
    String path = request.path().equals("/") ? "/index.html" : request.path();
    Path file = folder.resolve(path.substring(1)).normalize();
    String type = TYPES.get(extension(path));
    if (type == null || !file.startsWith(folder) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            200,
            Map.of(
                "content-type",
                type,
                "cache-control",
                "no-cache",
                "content-security-policy",
                policy,
                "x-content-type-options",
                "nosniff"),
            Files.readAllBytes(file)));
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
