package io.tintype.local;

import static io.tintype.local.ModeratedStack.status;
import static io.tintype.local.ModeratedStack.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rekognition that throttles, fails and dawdles.
class TroubleIT {

  /// An image's first delivery gives up after five of them, so the queue has its part in it.
  private static final int THROTTLES = 9;

  private static final int FAILURES = 4;

  @TempDir Path folder;

  @Test
  void delaysVerdictsAndLosesNone() throws Exception {
    try (var stack = ModeratedStack.start(folder, Map.of("TINTYPE_MODERATION", "reject"))) {
      stack.trouble(THROTTLES, FAILURES, Duration.ofMillis(50));
      Map<String, String> expected = new LinkedHashMap<>();
      expected.put(stack.upload(ModeratedStack.picture("beer.jpg", 400)), "REJECTED");
      expected.put(stack.upload(ModeratedStack.picture("portrait.jpg", 400)), "APPROVED");
      expected.put(stack.upload(ModeratedStack.picture("beer.jpg", 300)), "REJECTED");
      expected.put(stack.upload(ModeratedStack.picture("nobody.jpg", 400)), "APPROVED");

      for (String key : expected.keySet()) {
        JsonNode settled = stack.recorded(key, record -> holds(stack, key, record));
        assertThat(verdict(settled)).as(settled.toString()).isEqualTo(expected.get(key));
        assertThat(status(settled))
            .isEqualTo(expected.get(key).equals("REJECTED") ? "REJECTED" : "READY");
      }

      assertThat(
              expected.keySet().stream()
                  .collect(Collectors.toMap(key -> key, key -> seen(stack, key))))
          .isEqualTo(
              expected.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey, e -> e.getValue().equals("REJECTED") ? 403 : 200)));
      assertThat(stack.calls("DetectModerationLabels")).isEqualTo(4);
    }
  }

  /// Whether it has come to an end. Until then it has no verdict and nobody sees it.
  private static boolean holds(ModeratedStack stack, String key, JsonNode record) {
    boolean settled = !status(record).isEmpty() && !status(record).equals("PROCESSING");
    assertThat(status(record)).isNotEqualTo("FAILED");
    if (settled) {
      assertThat(verdict(record)).as(record.toString()).isNotEmpty();
    }
    // What is seen now may be newer than the record, never older.
    if (seen(stack, key) == 200) {
      assertThat(now(stack, key)).isEqualTo("READY APPROVED");
    }
    return settled;
  }

  private static String now(ModeratedStack stack, String key) {
    try {
      JsonNode record = stack.record(key);
      return status(record) + " " + verdict(record);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static int seen(ModeratedStack stack, String key) {
    try {
      HttpResponse<byte[]> answer = stack.get("/unsafe/60x60/" + key);
      return answer.statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
