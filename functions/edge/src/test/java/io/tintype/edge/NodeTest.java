package io.tintype.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Runs the tests of `test/` in Node, which is nearer to CloudFront's engine than the one of the
/// local stack. Without Node they are skipped, and where the environment says `CI=true` they fail.
class NodeTest {

  private static final int MINUTES = 2;

  @Test
  void theFilePassesItsOwnTests() throws IOException, InterruptedException {
    if (!nodeIsThere()) {
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail("node is missing, and CI is set");
      }
      Assumptions.abort("skipped: the edge function's tests in JavaScript need Node 20 or later");
    }
    Process node =
        new ProcessBuilder("node", "--test", "test/edge.test.mjs")
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(node.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(said).isZero();
    assertThat(said).containsPattern("(?m)^# pass [1-9]\\d+$|^ℹ pass [1-9]\\d+$");
  }

  private static boolean nodeIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
