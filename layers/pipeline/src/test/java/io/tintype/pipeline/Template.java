package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The project's template.yaml as maps, lists and texts. An intrinsic function in its short form is
/// a map of one entry: `!Ref Api` is `{"!Ref": "Api"}`.
record Template(Map<String, Object> all) {

  private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Za-z0-9]+)[^}]*}");

  static Template read() {
    try {
      String yaml = Files.readString(projectRoot().resolve("template.yaml"));
      var root = new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
      return new Template(map(plain(root)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folder that holds template.yaml, found from the module's own.
  static Path projectRoot() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("template.yaml")) && Files.exists(at.resolve("samconfig.toml"))) {
        return at;
      }
    }
    throw new AssertionError("No template.yaml above " + Path.of("").toAbsolutePath());
  }

  /// What stands at a path of keys; it must be there.
  Object at(String... keys) {
    Object here = all;
    for (String key : keys) {
      assertThat(map(here)).as("template.yaml at %s", String.join(".", keys)).containsKey(key);
      here = map(here).getOrDefault(key, "");
    }
    return here;
  }

  int number(String... keys) {
    return Integer.parseInt(at(keys).toString());
  }

  /// The properties of every resource of a type, by logical id.
  Map<String, Map<String, Object>> resources(String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    map(at("Resources"))
        .forEach(
            (id, resource) -> {
              if (type.equals(map(resource).get("Type"))) {
                found.put(id, properties(id));
              }
            });
    return found;
  }

  /// The functions' logical ids.
  Set<String> functions() {
    return resources("AWS::Serverless::Function").keySet();
  }

  Map<String, Object> properties(String id) {
    return map(at("Resources", id, "Properties"));
  }

  /// What is set in the environment of every function and of this one.
  Map<String, Object> environment(String function) {
    var variables = new LinkedHashMap<>(map(at("Globals", "Function", "Environment", "Variables")));
    if (properties(function).get("Environment") instanceof Map<?, ?> own) {
      variables.putAll(map(map(own).getOrDefault("Variables", Map.of())));
    }
    return variables;
  }

  /// The statements of a role's inline policies, optional ones included.
  List<Map<String, Object>> statements(String role) {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (Object policy : list(at("Resources", role, "Properties", "Policies"))) {
      Object document = map(policy).getOrDefault("PolicyDocument", Map.of());
      for (Object statement : list(map(document).getOrDefault("Statement", List.of()))) {
        Object choice = map(statement).get("!If");
        statements.add(map(choice == null ? statement : list(choice).get(1)));
      }
    }
    return statements;
  }

  /// The parameters on which a value depends, by way of conditions too.
  Set<String> parametersIn(Object value) {
    var names = new TreeSet<String>();
    collectNames(value, names);
    names.retainAll(map(at("Parameters")).keySet());
    return names;
  }

  private void collectNames(Object value, Set<String> names) {
    switch (value) {
      case Map<?, ?> inner -> {
        if (inner.get("!Ref") instanceof String name) {
          names.add(name);
        }
        if (inner.get("!If") instanceof List<?> choice) {
          collectNames(at("Conditions", choice.getFirst().toString()), names);
        }
        inner.values().forEach(each -> collectNames(each, names));
      }
      case List<?> inner -> inner.forEach(each -> collectNames(each, names));
      default ->
          SUBSTITUTED.matcher(value.toString()).results().map(this::name).forEach(names::add);
    }
  }

  private String name(MatchResult substituted) {
    return substituted.group(1);
  }

  @SuppressWarnings("unchecked") // plain() makes nothing else
  static Map<String, Object> map(Object value) {
    assertThat(value).isInstanceOf(Map.class);
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // plain() makes nothing else
  static List<Object> list(Object value) {
    assertThat(value).isInstanceOf(List.class);
    return (List<Object>) value;
  }

  private static Object plain(Node node) {
    Object value =
        switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> sequence.getValue().stream().map(Template::plain).toList();
          case MappingNode mapping -> plain(mapping.getValue());
          default -> throw new AssertionError("Unexpected node " + node);
        };
    String tag = node.getTag().getValue();
    return tag.startsWith("!") ? Map.of(tag, value) : value;
  }

  private static Map<String, Object> plain(List<NodeTuple> tuples) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples) {
      entries.put(plain(tuple.getKeyNode()).toString(), plain(tuple.getValueNode()));
    }
    return entries;
  }
}
