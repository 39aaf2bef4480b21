package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Holds requests to what a running Serverless Image Handler made of the same paths: type, bucket,
/// key and edits.
class SihVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// The buckets that it was set to.
  private static final Set<String> BUCKETS = Set.of("src1", "src2");

  @Test
  void readsRequestsAsServerlessImageHandlerDoes() throws IOException {
    Map<String, String> differences = new LinkedHashMap<>();
    int checked = 0;
    for (String line : Files.readAllLines(Shared.path("vectors/sih-requests.jsonl"))) {
      JsonNode vector = JSON.readTree(line);
      String path = vector.get("path").asText();
      difference(path, vector).ifPresent(text -> differences.put(path, text));
      checked++;
    }
    assertThat(checked).isGreaterThanOrEqualTo(273);
    Set<String> unexpected = new TreeSet<>(differences.keySet());
    unexpected.removeAll(SihDifferences.BY_PATH.keySet());
    assertThat(unexpected)
        .as(
            () ->
                "not listed: "
                    + unexpected.stream().map(path -> path + " " + differences.get(path)).toList())
        .isEmpty();
    Set<String> agreeing = new TreeSet<>(SihDifferences.BY_PATH.keySet());
    agreeing.removeAll(differences.keySet());
    assertThat(agreeing).as("listed as different, but they agree").isEmpty();
  }

  private static Optional<String> difference(String path, JsonNode vector) {
    boolean fails = vector.has("error");
    ImageRequest request;
    try {
      var received = new ReceivedRequest(path, Map.of());
      request =
          JsonRequest.parse(received, Dialect.SIH)
              .orElseGet(() -> new SihThumbor(BUCKETS::contains, Optional.empty()).parse(received));
    } catch (TintypeException e) {
      return fails && !vector.get("error").asText().startsWith("ImageBucket")
          ? code(e, vector)
          : Optional.of("refused: " + e.getMessage());
    }
    if (fails) {
      return request.subject() instanceof Subject.Original(Optional<String> bucket, String key)
              && vector.get("error").asText().equals("ImageBucket::CannotAccessBucket")
              && !BUCKETS.contains(bucket.orElse("src1"))
          ? Optional.empty() // whoever knows the buckets refuses it
          : Optional.of("accepted, not " + vector.get("error").asText());
    }
    return compared(request, path, vector);
  }

  private static Optional<String> code(TintypeException e, JsonNode vector) {
    String expected = vector.get("error").asText();
    boolean own = !expected.endsWith("Error") || expected.equals("RequestTypeError");
    return own && !e.code().equals(Optional.of(expected))
        ? Optional.of("code " + e.code())
        : Optional.empty();
  }

  private static Optional<String> compared(ImageRequest request, String path, JsonNode vector) {
    List<String> different = new ArrayList<>();
    Grammar grammar =
        vector.get("requestType").asText().equals("Default")
            ? Grammar.SIH_JSON
            : Grammar.SIH_THUMBOR;
    if (request.grammar() != grammar) {
      different.add("grammar " + request.grammar());
    }
    Subject.Original original = (Subject.Original) request.subject();
    if (!original.bucket().orElse("src1").equals(vector.get("bucket").asText())) {
      different.add("bucket " + original.bucket());
    }
    if (!original.key().equals(vector.path("key").asText())) {
      different.add("key " + original.key());
    }
    if (grammar == Grammar.SIH_THUMBOR) {
      JsonNode ours = ThumborEdits.read(path);
      if (!plain(ours).equals(plain(vector.get("edits")))) {
        different.add("edits " + ours);
      }
    }
    return different.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", different));
  }

  /// As a map in which numbers are numbers, however written, and what is undefined is not there.
  private static Object plain(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(item -> list.add(plain(item)));
      return list;
    }
    if (node instanceof ObjectNode object) {
      Map<String, Object> map = new LinkedHashMap<>();
      object
          .properties()
          .forEach(
              field -> {
                if (!field.getValue().asText().equals("__undefined__")) {
                  map.put(field.getKey(), plain(field.getValue()));
                }
              });
      return map;
    }
    return node.asText();
  }
}
