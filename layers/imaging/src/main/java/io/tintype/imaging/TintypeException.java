package io.tintype.imaging;

/// The one exception of the project: a [Reason] and a message for the person who made the
/// request. The cause is for the log only.
public final class TintypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public TintypeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public TintypeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
