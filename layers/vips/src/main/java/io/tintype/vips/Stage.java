package io.tintype.vips;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.function.Supplier;

/// Where in the work something failed, which is all that decides what the failure means.
enum Stage {
  DECODE(Reason.CORRUPT, " is damaged or ends too early"),
  RENDER(Reason.INTERNAL, " could not be rendered"),
  ENCODE(Reason.INTERNAL, " could not be written");

  private final Reason reason;
  private final String words;

  Stage(Reason reason, String words) {
    this.reason = reason;
    this.words = words;
  }

  /// @param what the subject of the message, such as "The picture"
  <T> T run(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (VipsFailure | IllegalArgumentException | IllegalStateException e) {
      throw new TintypeException(reason, what + words, e);
    } catch (OutOfMemoryError e) {
      throw new TintypeException(
          Reason.TOO_LARGE, "The picture needs more memory than there is", e);
    }
  }
}
