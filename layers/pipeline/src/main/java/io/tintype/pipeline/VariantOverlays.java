package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.Operand;

/// The pictures that variants draw over originals. They lie beside the original, in its bucket:
/// [io.tintype.requests.ThumborOptions] refuses any other.
public final class VariantOverlays {

  private VariantOverlays() {}

  /// @param reference as in [io.tintype.imaging.Recipe#inputs()]
  public static ObjectRef of(ObjectRef original, String reference) {
    Operand operand = Operand.parse(reference, new Size(1, 1), Dialect.TINTYPE);
    if (operand.subject() instanceof Subject.Original(_, String key)) {
      return new ObjectRef(original.bucket(), key);
    }
    throw new TintypeException(
        Reason.INTERNAL, "Expected an object to draw over variants but received " + reference);
  }
}
