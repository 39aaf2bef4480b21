package io.tintype.pipeline.variants;

import io.tintype.imaging.Format;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ThumborOptions;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads one variant: `{recipe: …, formats: […], quality: {jpeg: …}}`.
final class VariantEntry {

  private static final Set<String> KEYS =
      new LinkedHashSet<>(List.of("recipe", "formats", "quality"));
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  /// Formats that have a quality to choose.
  private static final Set<Format> LOSSY =
      EnumSet.of(Format.JPEG, Format.WEBP, Format.AVIF, Format.HEIF);

  private final Problems problems;
  private final Fields fields;
  private final Set<Format> writable;

  VariantEntry(Problems problems, Fields fields, Set<Format> writable) {
    this.problems = problems;
    this.fields = fields;
    this.writable = writable;
  }

  /// Empty where there was a problem that leaves nothing to use.
  Optional<Variant> read(String name, Node node) {
    String where = "variant " + name;
    Map<String, Node> given = fields.known(node, where, KEYS);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<Recipe> recipe = recipe(given.get("recipe"), node, where);
    Set<Format> formats = formats(given.get("formats"), node, where);
    Map<Format, Integer> quality = quality(given.get("quality"), where, formats);
    if (recipe.isEmpty() || formats.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Variant(name, recipe.get(), List.copyOf(formats), quality));
  }

  private Optional<Recipe> recipe(@Nullable Node node, Node variant, String where) {
    Optional<String> text = fields.text(node, variant, where, "recipe");
    if (text.isEmpty() || node == null) {
      return Optional.empty();
    }
    try {
      Recipe recipe = ThumborOptions.parse(text.get());
      if (recipe.output().format().isPresent()) {
        problems.add(
            node.getStartMark(),
            where,
            "recipe: filter format: not allowed here, the formats are listed under formats");
      }
      return Optional.of(recipe);
    } catch (TintypeException e) {
      problems.add(node.getStartMark(), where, "recipe: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Set<Format> formats(@Nullable Node node, Node variant, String where) {
    Set<Format> formats = new LinkedHashSet<>();
    if (node == null) {
      problems.add(
          variant.getStartMark(), where, "formats: missing, expected a list of " + names());
      return formats;
    }
    for (ScalarNode name : fields.list(node, where, "formats: expected a list of " + names())) {
      Optional<Format> format = format(name, where, "formats");
      if (format.isPresent() && !formats.add(format.get())) {
        problems.add(
            name.getStartMark(), where, "formats: " + format.get().id() + " is listed twice");
      }
    }
    return formats;
  }

  private Map<Format, Integer> quality(@Nullable Node node, String where, Set<Format> formats) {
    Map<Format, Integer> quality = new EnumMap<>(Format.class);
    if (node == null) {
      return quality;
    }
    fields
        .entries(node, where, "format", "quality: expected a mapping such as {jpeg: 80}")
        .forEach(
            (key, value) -> {
              Optional<Format> format = format(key, where, "quality");
              format.ifPresent(
                  of -> {
                    String wrong = wrongQuality(of, value, formats);
                    if (wrong.isEmpty()) {
                      quality.put(of, Integer.valueOf(((ScalarNode) value).getValue()));
                    } else {
                      problems.add(
                          value.getStartMark(), where, "quality: " + of.id() + ": " + wrong);
                    }
                  });
            });
    return quality;
  }

  /// What is wrong with a quality; empty when it is a number that may be used.
  private static String wrongQuality(Format format, Node value, Set<Format> formats) {
    if (!formats.contains(format)) {
      return "not one of the variant's formats";
    }
    if (!LOSSY.contains(format)) {
      return "this format has no quality";
    }
    boolean whole = value instanceof ScalarNode text && WHOLE.matcher(text.getValue()).matches();
    int number = whole ? Integer.parseInt(((ScalarNode) value).getValue()) : 0;
    return number >= 1 && number <= 100
        ? ""
        : "expected 1..100 but received " + Fields.shown(value);
  }

  private Optional<Format> format(ScalarNode name, String where, String field) {
    Optional<Format> format = Format.named(name.getValue()).filter(writable::contains);
    if (format.isEmpty()) {
      problems.add(
          name.getStartMark(),
          where,
          field + ": expected one of " + names() + " but received " + Fields.shown(name));
    }
    return format;
  }

  private String names() {
    return writable.stream().sorted().map(Format::id).collect(Collectors.joining(", "));
  }
}
