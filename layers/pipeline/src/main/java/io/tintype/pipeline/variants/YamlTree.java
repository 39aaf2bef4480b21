package io.tintype.pipeline.variants;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// Turns text into YAML nodes that know their lines. The text is looked at piece by piece first:
/// aliases, further documents and deep nesting, which a file of ours never has and an attacker's
/// might, are refused before a tree is built.
final class YamlTree {

  private static final int LONGEST = 100_000;
  private static final int DEEPEST = 10;

  private final LoadSettings settings;
  private final Problems problems;

  YamlTree(String origin, Problems problems) {
    this.settings = LoadSettings.builder().setLabel(origin).build();
    this.problems = problems;
  }

  /// The root; null when there is none or the text is no YAML, which is then a problem.
  @Nullable Node read(String yaml) {
    if (yaml.length() > LONGEST) {
      problems.add(
          Optional.empty(),
          "",
          "expected at most " + LONGEST + " characters but received " + yaml.length());
      return null;
    }
    try {
      if (!harmless(yaml)) {
        return null;
      }
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isEmpty()) {
        problems.add(Optional.empty(), "", "expected variants but the file is empty");
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      problems.add(
          e.getProblemMark().or(e::getContextMark), "", "not valid YAML: " + e.getProblem());
      return null;
    } catch (YamlEngineException e) {
      problems.add(Optional.empty(), "", "not valid YAML: " + e.getMessage());
      return null;
    }
  }

  private boolean harmless(String yaml) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(yaml)) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      documents += event instanceof DocumentStartEvent ? 1 : 0;
      String refused =
          event.getEventId() == Event.ID.Alias
              ? "aliases (*name) are not used here, write the value out"
              : depth > DEEPEST
                  ? "nested more than " + DEEPEST + " deep"
                  : documents > 1 ? "expected one document" : "";
      if (!refused.isEmpty()) {
        problems.add(event.getStartMark(), "", refused);
        return false;
      }
    }
    return true;
  }
}
