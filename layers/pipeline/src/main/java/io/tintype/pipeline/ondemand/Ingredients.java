package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.SourceBuckets;
import io.tintype.pipeline.ondemand.Ingredient.Origin;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.Operand;
import java.util.HashMap;
import java.util.Map;

/// Finds out which objects a request is about, without asking anybody: its subject, the pictures
/// that are drawn over it, and those that are drawn over these.
final class Ingredients {

  /// To learn which original a reference names, which no size changes.
  private static final Size ANY_GROUND = new Size(1_000_000, 1_000_000);

  private final SourceBuckets sources;
  private final Dialect dialect;

  Ingredients(SourceBuckets sources, Dialect dialect) {
    this.sources = sources;
    this.dialect = dialect;
  }

  /// The parser has counted the pictures and their depth.
  ///
  /// @throws TintypeException FORBIDDEN for an object that may not be asked for, BAD_REQUEST,
  ///     NOT_FOUND
  Ingredient of(Subject subject, Recipe recipe) {
    Map<String, Ingredient> drawn = new HashMap<>();
    for (String reference : recipe.inputs()) {
      Operand operand = Operand.parse(reference, ANY_GROUND, dialect);
      drawn.put(reference, of(operand.subject(), operand.recipe()));
    }
    return new Ingredient(origin(subject), recipe, drawn);
  }

  /// An operand as it is drawn over a picture of this size.
  static Ingredient onGround(Ingredient operand, String reference, Size ground, Dialect dialect) {
    return Operand.relative(reference)
        ? new Ingredient(
            operand.origin(),
            Operand.parse(reference, ground, dialect).recipe(),
            operand.operands())
        : operand;
  }

  private Origin origin(Subject subject) {
    return switch (subject) {
      case Subject.Original(var bucket, String key) ->
          new Origin.Stored(sources.resolve(bucket, key));
      case Subject.Canvas(var color, var size) -> new Origin.Canvas(color, size);
      case Subject.Variant _ ->
          throw new TintypeException(Reason.NOT_FOUND, "There is nothing at this address");
    };
  }
}
