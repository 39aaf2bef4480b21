package io.tintype.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the stand-in sees in which pictures: a list of entries with a picture's file name, relative
/// to the list, and Rekognition's own `ModerationLabels` and `FaceDetails` for it. A picture that
/// looks like none of them has neither.
///
/// Rekognition is shown a fresh rendition, never the file itself, so pictures are known by their
/// [Fingerprint].
final class RekognitionAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Entry> entries;

  private record Entry(Fingerprint fingerprint, JsonNode answers) {}

  private RekognitionAnswers(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /// @param list may be missing: then nothing is ever seen
  /// @throws TintypeException INTERNAL when it can't be read, naming the entry
  static RekognitionAnswers read(Path list) {
    if (!Files.exists(list)) {
      return new RekognitionAnswers(List.of());
    }
    String entry = "";
    try {
      List<Entry> entries = new ArrayList<>();
      for (JsonNode one : JSON.readTree(Files.readAllBytes(list))) {
        entry = one.path("picture").asText();
        byte[] picture = Files.readAllBytes(list.resolveSibling(entry));
        entries.add(new Entry(Fingerprint.of(picture), one));
      }
      return new RekognitionAnswers(entries);
    } catch (IOException e) {
      throw new TintypeException(Reason.INTERNAL, list + " can't be read, at " + entry, e);
    }
  }

  /// @param least confidence, in percent
  ArrayNode moderationLabels(Fingerprint picture, double least) {
    ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    for (JsonNode label : found(picture, "ModerationLabels")) {
      if (label.path("Confidence").asDouble() >= least) {
        labels.add(label);
      }
    }
    return labels;
  }

  ArrayNode faceDetails(Fingerprint picture) {
    return found(picture, "FaceDetails");
  }

  private ArrayNode found(Fingerprint picture, String name) {
    return entries.stream()
        .filter(entry -> entry.fingerprint().alike(picture))
        .min(Comparator.comparingInt(entry -> entry.fingerprint().distance(picture)))
        .map(entry -> entry.answers().path(name))
        .filter(JsonNode::isArray)
        .<ArrayNode>map(JsonNode::deepCopy)
        .orElseGet(JsonNodeFactory.instance::arrayNode);
  }
}
