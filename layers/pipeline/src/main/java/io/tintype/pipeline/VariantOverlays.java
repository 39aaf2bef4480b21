package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.Operand;

/// The pictures that variants draw over originals: objects in the original's bucket, or in one that
/// the recipe names, used as they are.
public final class VariantOverlays {

  private static final Size ANY_GROUND = new Size(1_000_000, 1_000_000);

  private VariantOverlays() {}

  /// @param reference as in [Recipe#inputs()]
  /// @throws TintypeException BAD_REQUEST for anything but an object as it is
  public static ObjectRef of(ObjectRef original, String reference) {
    Operand operand = Operand.parse(reference, ANY_GROUND, Dialect.TINTYPE);
    if (operand.subject() instanceof Subject.Original(var bucket, String key)
        && operand.recipe().equals(Recipe.IDENTITY)) {
      return new ObjectRef(bucket.orElse(original.bucket()), key);
    }
    throw new TintypeException(
        Reason.BAD_REQUEST,
        "Expected the key of a picture to draw over variants but received " + reference);
  }
}
