package io.tintype.pipeline.variants;

import io.tintype.imaging.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads the whole of one `variants.yaml`: the variants by name, then the rules.
final class VariantsFile {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Set<String> TOP = new LinkedHashSet<>(List.of("variants", "rules"));
  private static final Set<String> RULE = new LinkedHashSet<>(List.of("prefix", "variants"));

  private final Problems problems;
  private final Fields fields;
  private final VariantEntry entry;
  private final YamlTree tree;

  /// Names that were declared, also where the rest of the declaration is wrong.
  private final Set<String> declared = new LinkedHashSet<>();

  private final Map<String, Variant> variants = new LinkedHashMap<>();

  VariantsFile(String origin, Set<Format> writable) {
    this.problems = new Problems(origin);
    this.fields = new Fields(problems);
    this.entry = new VariantEntry(problems, fields, writable);
    this.tree = new YamlTree(origin, problems);
  }

  VariantSet read(String yaml) {
    List<VariantSet.Rule> rules = new ArrayList<>();
    Node root = tree.read(yaml);
    if (root != null) {
      Map<String, Node> top = fields.known(root, "", TOP);
      readVariants(top.get("variants"), root);
      Node listed = top.get("rules");
      if (listed != null) {
        rules.addAll(readRules(listed));
      }
    }
    problems.throwIfAny();
    return new VariantSet(variants, rules);
  }

  private void readVariants(@Nullable Node node, Node root) {
    if (node == null) {
      problems.add(root.getStartMark(), "", "variants: missing");
      return;
    }
    Map<ScalarNode, Node> entries =
        fields.entries(node, "variants", "variant", "expected variants by name");
    if (entries.isEmpty() && !(node instanceof ScalarNode)) {
      problems.add(node.getStartMark(), "", "variants: expected at least one");
    }
    entries.forEach(
        (key, value) -> {
          String name = key.getValue();
          declared.add(name);
          if (!NAME.matcher(name).matches()) {
            problems.add(
                key.getStartMark(),
                "variant " + Fields.shown(key),
                "expected a name of 1 to 40 characters a-z, 0-9 and -");
          }
          entry.read(name, value).ifPresent(variant -> variants.put(name, variant));
        });
  }

  private List<VariantSet.Rule> readRules(Node node) {
    List<VariantSet.Rule> rules = new ArrayList<>();
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      problems.add(
          node.getStartMark(),
          "rules",
          "expected a list of rules, or no rules at all, but received " + Fields.shown(node));
      return rules;
    }
    Map<String, Integer> earlier = new LinkedHashMap<>();
    for (Node element : sequence.getValue()) {
      readRule(element, earlier).ifPresent(rules::add);
    }
    return rules;
  }

  /// @param earlier prefixes of the rules before this one, and their lines
  private Optional<VariantSet.Rule> readRule(Node node, Map<String, Integer> earlier) {
    Map<String, Node> rule = fields.known(node, "rule", RULE);
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    Node given = rule.get("prefix");
    Optional<String> prefix = fields.text(given, node, "rule", "prefix");
    String where = "rule " + prefix.filter(text -> !text.isEmpty()).orElse("without prefix");
    List<Variant> chosen = chosen(node, rule.get("variants"), where);
    if (prefix.isEmpty() || given == null) {
      return Optional.empty();
    }
    for (Map.Entry<String, Integer> other : earlier.entrySet()) {
      if (prefix.get().startsWith(other.getKey())) {
        problems.add(
            given.getStartMark(),
            where,
            "never used, because the rule in line "
                + other.getValue()
                + " fits all its keys first");
        break;
      }
    }
    earlier.putIfAbsent(prefix.get(), Fields.line(given));
    return Optional.of(new VariantSet.Rule(prefix.get(), chosen));
  }

  private List<Variant> chosen(Node rule, @Nullable Node names, String where) {
    if (names == null) {
      problems.add(rule.getStartMark(), where, "variants: missing");
      return List.of();
    }
    Set<Variant> chosen = new LinkedHashSet<>();
    if (names instanceof SequenceNode sequence && sequence.getValue().isEmpty()) {
      // Originals that get nothing: the way to leave a folder alone.
      return List.of();
    }
    for (ScalarNode name :
        fields.list(names, where, "variants: expected a list of variants' names")) {
      if (!declared.contains(name.getValue())) {
        problems.add(
            name.getStartMark(),
            where,
            "unknown variant "
                + Fields.shown(name)
                + "; expected one of "
                + String.join(", ", declared));
      }
      Variant variant = variants.get(name.getValue());
      if (variant != null && !chosen.add(variant)) {
        problems.add(name.getStartMark(), where, name.getValue() + " is listed twice");
      }
    }
    return List.copyOf(chosen);
  }
}
