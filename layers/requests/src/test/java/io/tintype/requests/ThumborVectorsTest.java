package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.imaging.TintypeException;
import io.tintype.testkit.Shared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the reader to what the tests of thumbor, imagor, pollexor and others expect of the same
/// texts. What differs stands in [KnownDifferences]; what stands there and doesn't differ any more
/// fails.
class ThumborVectorsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsEveryVectorAsItsOriginDoesExceptForKnownDifferences() throws IOException {
    Map<String, String> wrong = new LinkedHashMap<>();
    Set<String> unused = new LinkedHashSet<>(KnownDifferences.REASONS.keySet());
    int agreeing = 0;
    for (JsonNode vector : JSON.readTree(Shared.path("vectors/thumbor-urls.json").toFile())) {
      String kind = vector.get("kind").asText();
      String name = kind + " " + vector.get("url").asText("");
      String known = KnownDifferences.REASONS.containsKey(kind) ? kind : name;
      String problem = ThumborVector.check(vector);
      boolean listed = KnownDifferences.REASONS.containsKey(known);
      if (!problem.isEmpty() && listed) {
        unused.remove(known);
      } else if (!problem.isEmpty()) {
        wrong.put(name, problem);
      } else {
        agreeing++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(unused).as("known differences that are none any more").isEmpty();
    assertThat(agreeing).isGreaterThan(330);
  }

  @Test
  void knowsEveryFilterOfThumbor() throws IOException {
    Set<String> missing = new TreeSet<>();
    JSON.readTree(Shared.path("vectors/thumbor-filters.json").toFile())
        .fieldNames()
        .forEachRemaining(missing::add);
    assertThat(missing).hasSizeGreaterThan(30);
    missing.removeAll(Filters.names());
    assertThat(missing).as("red eyes are refused by name").containsExactly("red_eye");
  }

  /// What thumbor's expression refuses is refused here too, and what it accepts is accepted unless
  /// a documented range is exceeded.
  @Test
  void agreesWithThumborsArgumentExpressions() throws IOException {
    JsonNode filters = JSON.readTree(Shared.path("vectors/thumbor-filters.json").toFile());
    Map<String, Integer> checked = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (String call : FilterExamples.ALL) {
      String name = call.substring(0, call.indexOf('('));
      if (!filters.has(name)) {
        continue;
      }
      boolean thumbor = Pattern.matches(filters.get(name).get("regex").asText(), call);
      boolean here = accepted(call);
      boolean imagors = FilterExamples.IMAGORS.contains(call);
      boolean outOfRange = FilterExamples.OUT_OF_RANGE.contains(call);
      if (here != (imagors || (thumbor && !outOfRange)) || (imagors && thumbor)) {
        wrong.add(call + (here ? " is accepted" : " is refused"));
      }
      checked.merge(name, 1, Integer::sum);
    }
    assertThat(wrong).isEmpty();
    Set<String> names = new TreeSet<>(Filters.names());
    filters.fieldNames().forEachRemaining(names::remove);
    filters
        .fieldNames()
        .forEachRemaining(name -> assertThat(checked.get(name)).as(name).isNotNull());
  }

  private static boolean accepted(String call) {
    try {
      new RequestParser(Dialect.TINTYPE)
          .parse(new ReceivedRequest("/unsafe/filters:" + call + "/a.jpg", Map.of()));
      return true;
    } catch (TintypeException e) {
      return false;
    }
  }
}
