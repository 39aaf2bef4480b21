package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Output;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Originals;
import io.tintype.pipeline.Originals.Original;
import io.tintype.pipeline.ondemand.Ingredient.Origin;
import io.tintype.requests.Accepted;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest.ContentModeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gets the pictures of one request, each object once, and prepares those that are drawn over
/// others. For one thread.
final class Fetching {

  private final Originals originals;
  private final PictureRenderer renderer;
  private final long maxBytes;
  private final Dialect dialect;
  private final Seen seen;
  private final Stages stages;
  private final Map<ObjectRef, Original> fetched = new HashMap<>();

  Fetching(
      Originals originals,
      PictureRenderer renderer,
      long maxBytes,
      Dialect dialect,
      Seen seen,
      Stages stages) {
    this.dialect = dialect;
    this.seen = seen;
    this.originals = originals;
    this.renderer = renderer;
    this.maxBytes = maxBytes;
    this.stages = stages;
  }

  /// The bytes of an ingredient before its recipe. Nobody gets those of an original that has no
  /// verdict and needs one.
  ///
  /// @throws TintypeException NOT_FOUND, FORBIDDEN, TOO_LARGE, REJECTED, UNAVAILABLE
  Source source(Ingredient ingredient) {
    return switch (ingredient.origin()) {
      case Origin.Stored(ObjectRef object) -> {
        Source source = original(object).source();
        Recipe recipe = ingredient.recipe();
        seen.requireShowable(object, source, recipe.needs().faces());
        if (recipe.aboutFaces()) {
          seen.requireFaces(object, source);
        }
        yield source;
      }
      case Origin.Canvas(Color color, Size size) -> Canvas.of(color, size);
    };
  }

  /// The same, of an original that may be shown as it is.
  ///
  /// @throws TintypeException REJECTED too
  Source unblurred(Ingredient ingredient) {
    if (blur(ingredient).isPresent()) {
      throw new TintypeException(Reason.REJECTED, "The image may be shown blurred only");
    }
    return source(ingredient);
  }

  /// How an ingredient is made.
  ///
  /// @param accepted what the viewer takes, where the format may follow it
  PictureRenderer.Order order(Ingredient ingredient, Optional<Accepted> accepted) {
    return new PictureRenderer.Order(
        ingredient.recipe(),
        accepted,
        blur(ingredient),
        ingredient.origin() instanceof Origin.Stored(ObjectRef object)
            ? seen.faces(object, source(ingredient))
            : List.of(),
        grounds -> operands(ingredient, grounds));
  }

  private Optional<Double> blur(Ingredient ingredient) {
    return ingredient.origin() instanceof Origin.Stored(ObjectRef object)
        ? seen.blur(object, original(object).source())
        : Optional.empty();
  }

  /// Serverless Image Handler's `contentModeration`.
  ///
  /// @throws TintypeException BAD_REQUEST where it can't be carried out
  Ingredient moderated(Ingredient ingredient, ContentModeration wish) {
    if (!(ingredient.origin() instanceof Origin.Stored(ObjectRef object))) {
      return ingredient;
    }
    Recipe recipe = ingredient.recipe();
    return new Ingredient(
        ingredient.origin(),
        seen.blur(object, original(object).source(), wish, recipe.needs().faces())
            .map(recipe::blurred)
            .orElse(recipe),
        ingredient.operands());
  }

  /// The Cache-Control that an ingredient was stored with.
  Optional<String> cacheControl(Ingredient ingredient) {
    return ingredient.origin() instanceof Origin.Stored(ObjectRef object)
        ? original(object).cacheControl()
        : Optional.empty();
  }

  /// The pictures that an ingredient's recipe names, ready to be drawn.
  ///
  /// @param grounds sizes of what they are drawn over
  /// @throws TintypeException BAD_REQUEST naming one that isn't there or is no picture
  private Map<String, Source> operands(Ingredient ingredient, Map<String, Size> grounds) {
    Map<String, Source> operands = new HashMap<>();
    grounds.forEach(
        (reference, ground) -> {
          Ingredient operand = ingredient.operand(reference);
          operands.put(
              reference,
              operand(reference, Ingredients.onGround(operand, reference, ground, dialect)));
        });
    return operands;
  }

  private Source operand(String name, Ingredient operand) {
    try {
      Source source = source(operand);
      if (operand.recipe().equals(Recipe.IDENTITY) && blur(operand).isEmpty()) {
        var unused = renderer.inspect(source);
        return source;
      }
      Output lossless = operand.recipe().output().withFormat(Format.PNG);
      var whole =
          new Ingredient(
              operand.origin(), operand.recipe().withOutput(lossless), operand.operands());
      Rendition rendition = renderer.render(source, order(whole, Optional.empty()), new Stages());
      return Source.of(rendition.bytes());
    } catch (TintypeException e) {
      throw switch (e.reason()) {
        case NOT_FOUND, UNSUPPORTED, CORRUPT, TOO_LARGE ->
            TintypeException.coded(
                Reason.BAD_REQUEST,
                "OverlayImageException",
                "The picture " + name + " can't be drawn over another one: " + e.getMessage());
        case BAD_REQUEST, FORBIDDEN, REJECTED, BUSY, UNAVAILABLE, GAVE_UP, INTERNAL -> e;
      };
    }
  }

  private Original original(ObjectRef object) {
    Original known = fetched.get(object);
    if (known != null) {
      return known;
    }
    Original original = stages.time("fetch", () -> originals.fetch(object, maxBytes));
    fetched.put(object, original);
    return original;
  }
}
