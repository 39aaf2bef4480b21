package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a client is told over HTTP of something that went wrong, at every door alike. Causes, and
/// everything about failures of our own, go to the log only.
///
/// @param status of HTTP, 4xx or 5xx
/// @param code the word that was given for it, if any; else each door has its own for `reason`
/// @param retryable whether the same request may succeed a moment later
public record Refusal(
    int status, Reason reason, Optional<String> code, String message, boolean retryable) {

  private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

  private static final Refusal INTERNAL =
      new Refusal(
          500,
          Reason.INTERNAL,
          Optional.empty(),
          "Something went wrong here; the log says what",
          false);

  /// Most characters of a refusal that go to the log.
  private static final int LOGGED = 500;

  /// Says it to the log too.
  public static Refusal of(RuntimeException thrown) {
    if (!(thrown instanceof TintypeException known)) {
      LOG.error("Unexpected failure", thrown);
      return INTERNAL;
    }
    int status = status(known.reason());
    if (status >= 500) {
      LOG.error("Answered {}", status, known);
    } else {
      LOG.info("Answered {}: {}", status, oneLine(known));
    }
    return status == 500
        ? INTERNAL
        : new Refusal(
            status,
            known.reason(),
            known.code(),
            Objects.requireNonNullElse(known.getMessage(), ""),
            known.reason().retryable());
  }

  private static int status(Reason reason) {
    return switch (reason) {
      case BAD_REQUEST -> 400;
      case FORBIDDEN, REJECTED -> 403;
      case NOT_FOUND -> 404;
      case TOO_LARGE -> 413;
      case UNSUPPORTED, CORRUPT -> 415;
      case BUSY -> 429;
      case UNAVAILABLE -> 503;
      case GAVE_UP, INTERNAL -> 500;
    };
  }

  /// Messages quote the client: no line of the log may be of its making.
  private static String oneLine(TintypeException known) {
    String line = String.valueOf(known.getMessage()).replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LOGGED ? line : line.substring(0, LOGGED) + "…";
  }
}
