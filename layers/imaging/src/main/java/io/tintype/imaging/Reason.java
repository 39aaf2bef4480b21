package io.tintype.imaging;

/// Why something could not be done. The queue's door and the HTTP door decide what follows from
/// it; nobody else does.
public enum Reason {
  /// The request itself is wrong: a bad argument, an impossible operation.
  BAD_REQUEST(false),
  /// The caller may not do this.
  FORBIDDEN(false),
  /// There is no such original, record or variant.
  NOT_FOUND(false),
  /// A limit is exceeded: bytes, pixels, frames, output side.
  TOO_LARGE(false),
  /// Not an image, or of a kind that this engine can't read or write.
  UNSUPPORTED(false),
  /// The bytes are damaged or end too early.
  CORRUPT(false),
  /// Refused by moderation.
  REJECTED(false),
  /// Another worker or too much work is in the way; the same call may succeed later.
  BUSY(true),
  /// A service that is needed did not answer, or answered that it can't now.
  UNAVAILABLE(true),
  /// Every attempt that the queue allows has been used.
  GAVE_UP(true),
  /// Anything unforeseen; a retry may help.
  INTERNAL(true);

  private final boolean retryable;

  Reason(boolean retryable) {
    this.retryable = retryable;
  }

  /// Whether the same work may succeed when it is tried again.
  public boolean retryable() {
    return retryable;
  }
}
