package io.tintype.pipeline.variants;

import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Recipe;
import java.util.List;
import java.util.Map;

/// A named derivative.
///
/// @param name used in URLs and keys: 1 to 40 of `a-z`, `0-9` and `-`
/// @param recipe what to do; it names no format
/// @param formats what is written, at least one, each once; most preferred first
/// @param quality 1..100 by format; a format without one takes the recipe's, or else the engine's
public record Variant(
    String name, Recipe recipe, List<Format> formats, Map<Format, Integer> quality) {

  public Variant {
    formats = List.copyOf(formats);
    quality = Map.copyOf(quality);
    if (formats.isEmpty() || !formats.containsAll(quality.keySet())) {
      throw new IllegalArgumentException(
          "Expected a format, and qualities of the formats "
              + formats
              + " but received "
              + quality);
    }
  }

  /// The recipe that writes one of the formats.
  public Recipe recipeFor(Format format) {
    Output output = recipe.output().withFormat(format);
    Integer chosen = quality.get(format);
    return recipe.withOutput(chosen == null ? output : output.withQuality(chosen));
  }
}
