package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Color;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.pipeline.ObjectRef;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// A picture that a request names, with everything that is drawn over it.
///
/// @param recipe done to it before it is used
/// @param operands the pictures that the recipe names, by what it calls them
record Ingredient(Origin origin, Recipe recipe, Map<String, Ingredient> operands) {

  Ingredient {
    operands = Map.copyOf(operands);
  }

  /// Where its pixels come from.
  sealed interface Origin {

    record Stored(ObjectRef object) implements Origin {}

    record Canvas(Color color, Size size) implements Origin {}
  }

  /// @param reference one that the recipe names
  Ingredient operand(String reference) {
    Ingredient operand = operands.get(reference);
    if (operand == null) {
      throw new IllegalArgumentException("The recipe names no picture " + reference);
    }
    return operand;
  }

  /// Every original that shows in the result.
  Set<ObjectRef> originals() {
    Set<ObjectRef> all = new LinkedHashSet<>();
    if (origin instanceof Origin.Stored(ObjectRef object)) {
      all.add(object);
    }
    operands.values().forEach(operand -> all.addAll(operand.originals()));
    return all;
  }
}
