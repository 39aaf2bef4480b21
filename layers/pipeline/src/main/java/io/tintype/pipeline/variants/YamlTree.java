package io.tintype.pipeline.variants;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;

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
      Optional<List<Event>> events = harmless(yaml);
      if (events.isEmpty()) {
        return null;
      }
      Optional<Node> root =
          new Composer(settings, new Events(events.orElseThrow())).getSingleNode();
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

  /// Empty where something is refused, which is then a problem.
  private Optional<List<Event>> harmless(String yaml) {
    List<Event> events = new ArrayList<>();
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
        return Optional.empty();
      }
      events.add(event);
    }
    return Optional.of(events);
  }

  /// Those that have been looked at, from the first.
  private static final class Events implements Parser {

    private final Deque<Event> rest;

    Events(List<Event> events) {
      this.rest = new ArrayDeque<>(events);
    }

    @Override
    public boolean hasNext() {
      return !rest.isEmpty();
    }

    @Override
    public boolean checkEvent(Event.ID kind) {
      return hasNext() && rest.getFirst().getEventId() == kind;
    }

    @Override
    public Event peekEvent() {
      return rest.getFirst();
    }

    @Override
    public Event next() {
      return rest.removeFirst();
    }
  }
}
