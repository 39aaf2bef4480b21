package io.tintype.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// The npm package of `local/clients`, fetched with npm as its lock file says. Where that can't be
/// done, tests are skipped with the reason; where the environment says `CI=true` they fail.
final class NpmClient {

  private final Path folder;

  private NpmClient(Path folder) {
    this.folder = folder;
  }

  /// @param folder an empty one
  static NpmClient fetch(Path folder) throws Exception {
    for (String file : List.of("package.json", "package-lock.json", "urls.mjs")) {
      Files.copy(ProjectRoot.find().resolve("local/clients").resolve(file), folder.resolve(file));
    }
    var client = new NpmClient(folder);
    String problem = client.problem();
    if (!problem.isEmpty() && "true".equals(System.getenv("CI"))) {
      Assertions.fail("CI is set, but " + problem);
    }
    Assumptions.assumeTrue(problem.isEmpty(), () -> "skipped: " + problem);
    return client;
  }

  private String problem() throws Exception {
    Path log = folder.resolve("npm.log");
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = npm.waitFor(2, TimeUnit.MINUTES);
      npm.destroyForcibly();
      return ended && npm.exitValue() == 0 ? "" : "npm ci failed:\n" + Files.readString(log);
    } catch (IOException e) {
      return "there is no npm";
    }
  }

  /// URLs of one picture, by the names that `urls.mjs` gives them.
  Map<String, String> urls(String server, String signingKey, String image) throws Exception {
    Process node =
        new ProcessBuilder("node", "urls.mjs", server, signingKey, image)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream said = node.getInputStream()) {
      return new ObjectMapper().readValue(said, new TypeReference<>() {});
    }
  }
}
