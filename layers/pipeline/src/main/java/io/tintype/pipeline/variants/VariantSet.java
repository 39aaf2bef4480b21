package io.tintype.pipeline.variants;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The declared variants, and the rules that say which originals get which. Immutable.
public final class VariantSet {

  /// Formats that every engine can write.
  public static final Set<Format> WRITABLE =
      Set.copyOf(EnumSet.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP));

  private static final String FILE = "variants.yaml";

  /// Applies to originals whose key starts with the prefix.
  record Rule(String prefix, List<Variant> variants) {

    Rule {
      variants = List.copyOf(variants);
    }
  }

  private final Map<String, Variant> variants;
  private final List<Rule> rules;

  VariantSet(Map<String, Variant> variants, List<Rule> rules) {
    this.variants = new LinkedHashMap<>(variants);
    this.rules = List.copyOf(rules);
  }

  /// The `variants.yaml` that was built in.
  public static VariantSet packaged() {
    return packaged(WRITABLE);
  }

  /// @param writable formats that the engine can write
  public static VariantSet packaged(Set<Format> writable) {
    try (InputStream file = VariantSet.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new TintypeException(Reason.INTERNAL, FILE + " was not packaged");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), FILE, writable);
    } catch (IOException e) {
      throw new TintypeException(Reason.INTERNAL, FILE + " can't be read", e);
    }
  }

  /// @param origin name of the file, for errors
  /// @throws TintypeException INTERNAL listing everything that is wrong, each with its line and
  ///     column
  public static VariantSet parse(String yaml, String origin) {
    return parse(yaml, origin, WRITABLE);
  }

  /// @param writable formats that the engine can write
  public static VariantSet parse(String yaml, String origin, Set<Format> writable) {
    return new VariantsFile(origin, writable).read(yaml);
  }

  /// The variants of one original: those of the first rule whose prefix fits, all where there are
  /// no rules, none where no rule fits.
  public List<Variant> forKey(String originalKey) {
    if (rules.isEmpty()) {
      return List.copyOf(variants.values());
    }
    return rules.stream()
        .filter(rule -> originalKey.startsWith(rule.prefix()))
        .findFirst()
        .map(Rule::variants)
        .orElse(List.of());
  }

  public Optional<Variant> named(String name) {
    return Optional.ofNullable(variants.get(name));
  }

  /// All variants, in the order of the file.
  public Collection<Variant> all() {
    return List.copyOf(variants.values());
  }
}
