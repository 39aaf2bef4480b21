package io.tintype.imaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one exception of the project: a [Reason] and a message for the person who made the
/// request. The cause is for the log only.
public final class TintypeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable String code;

  public TintypeException(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.code = null;
  }

  public TintypeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.code = null;
  }

  private TintypeException(Reason reason, String code, String message) {
    super(message);
    this.reason = reason;
    this.code = code;
  }

  /// A failure for which another system's clients expect a word of its own in the answer, such as
  /// Serverless Image Handler's `SignatureDoesNotMatch`.
  public static TintypeException coded(Reason reason, String code, String message) {
    return new TintypeException(reason, code, message);
  }

  public Reason reason() {
    return reason;
  }

  /// The word for the answer's `code`; empty: the reason's own name.
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }
}
