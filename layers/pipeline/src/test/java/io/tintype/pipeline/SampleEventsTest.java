package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The sample events are all described and whole. What they make the functions do is tested beside
/// the functions.
final class SampleEventsTest {

  private static final Path EVENTS = Template.projectRoot().resolve("events");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `events/(.+?)` \\|");

  @Test
  void theReadmeDescribesEveryEventAndNoOther() throws IOException {
    List<String> described =
        ROW.matcher(Files.readString(EVENTS.resolve("README.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(named("renderer-|presign-|on-demand-"));
  }

  @ParameterizedTest
  @MethodSource("batches")
  void everyMessageOfABatchIsWhole(String batch) throws IOException {
    for (Map<String, Object> message : messages(batch)) {
      assertThat(message)
          .containsOnlyKeys(
              "messageId",
              "receiptHandle",
              "body",
              "attributes",
              "messageAttributes",
              "md5OfBody",
              "eventSource",
              "eventSourceARN",
              "awsRegion")
          .containsEntry("md5OfBody", md5(String.valueOf(message.get("body"))));
    }
  }

  static List<String> batches() throws IOException {
    return named("renderer-");
  }

  private static List<String> named(String start) throws IOException {
    Pattern wanted = Pattern.compile("(" + start + ").*\\.json");
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> wanted.matcher(name).matches())
          .toList();
    }
  }

  /// JSON is YAML.
  private static List<Map<String, Object>> messages(String batch) throws IOException {
    var settings = LoadSettings.builder().build();
    Object event = new Load(settings).loadFromString(Files.readString(EVENTS.resolve(batch)));
    return Template.list(Template.map(event).getOrDefault("Records", List.of())).stream()
        .map(Template::map)
        .toList();
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
