package io.tintype.pipeline.variants;

import io.tintype.requests.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Takes YAML nodes apart and notes where they are not what is expected.
final class Fields {

  private static final int LONGEST_SHOWN = 60;

  private final Problems problems;

  Fields(Problems problems) {
    this.problems = problems;
  }

  /// Keys and values in the file's order; empty with a problem when this is no mapping. Keys given
  /// twice are a problem too, and the first holds.
  ///
  /// @param kind what a key is, such as `variant`
  Map<ScalarNode, Node> entries(Node node, String where, String kind, String expected) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node.getStartMark(), where, expected + " but received " + shown(node));
      return Map.of();
    }
    Map<ScalarNode, Node> entries = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(
            tuple.getKeyNode().getStartMark(), where, "expected a " + kind + " that is plain text");
        continue;
      }
      Integer first = lines.putIfAbsent(key.getValue(), line(key));
      if (first == null) {
        entries.put(key, tuple.getValueNode());
      } else {
        problems.add(
            key.getStartMark(),
            where,
            kind + " " + shown(key) + " is given twice, first in line " + first);
      }
    }
    return entries;
  }

  /// A mapping whose keys are known.
  Map<String, Node> known(Node node, String where, Set<String> keys) {
    Map<String, Node> fields = new LinkedHashMap<>();
    String list = String.join(", ", keys);
    entries(node, where, "key", "expected a mapping with " + list)
        .forEach(
            (key, value) -> {
              if (keys.contains(key.getValue())) {
                fields.put(key.getValue(), value);
              } else {
                problems.add(
                    key.getStartMark(),
                    where,
                    "unknown key "
                        + shown(key)
                        + Spelling.hint(key.getValue(), keys)
                        + "; expected "
                        + list);
              }
            });
    return fields;
  }

  /// Elements that are plain text; problems for all others, and for an empty list.
  List<ScalarNode> list(Node node, String where, String expected) {
    List<ScalarNode> texts = new ArrayList<>();
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      problems.add(node.getStartMark(), where, expected + " but received " + shown(node));
      return texts;
    }
    for (Node element : sequence.getValue()) {
      if (element instanceof ScalarNode text && !text.getTag().equals(Tag.NULL)) {
        texts.add(text);
      } else {
        problems.add(element.getStartMark(), where, expected + " but received " + shown(element));
      }
    }
    return texts;
  }

  /// The text of a scalar; empty with a problem for anything else, or when it is missing.
  ///
  /// @param owner what the field belongs to, for the position of an error when it is missing
  Optional<String> text(@Nullable Node node, Node owner, String where, String field) {
    if (node == null) {
      problems.add(owner.getStartMark(), where, field + ": missing");
      return Optional.empty();
    }
    if (node instanceof ScalarNode text && !text.getTag().equals(Tag.NULL)) {
      return Optional.of(text.getValue());
    }
    problems.add(
        node.getStartMark(), where, field + ": expected a text but received " + shown(node));
    return Optional.empty();
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /// A node as it may be shown in an error: short and on one line.
  static String shown(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping.getValue().isEmpty() ? "an empty mapping" : "a mapping";
      case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
      case ScalarNode scalar when scalar.getValue().isEmpty() -> "nothing";
      case ScalarNode scalar -> shown(scalar.getValue());
      default -> "something else";
    };
  }

  private static String shown(String text) {
    String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
