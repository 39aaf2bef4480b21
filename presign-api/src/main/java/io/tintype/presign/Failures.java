package io.tintype.presign;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP door: turns what went wrong into an answer. Causes go to the log only.
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /// Most characters of a refusal that go to the log.
  private static final int LOGGED = 500;

  private Failures() {}

  static Answer answer(RuntimeException thrown) {
    if (!(thrown instanceof TintypeException known)) {
      LOG.error("Unexpected failure", thrown);
      return internal();
    }
    int status = status(known.reason());
    if (status >= 500) {
      LOG.error("Answered {}", status, known);
    } else {
      LOG.info("Answered {}: {}", status, oneLine(known));
    }
    if (status == 500) {
      return internal();
    }
    String message = Objects.requireNonNullElse(known.getMessage(), "");
    Answer answer = answer(status, code(known.reason().name()), message);
    return known.reason().retryable() ? answer.with("Retry-After", "1") : answer;
  }

  static Answer answer(int status, String code, String message) {
    return Answer.of(status, new Body(status, code, message));
  }

  /// `TOO_LARGE` as clients see it: `TooLarge`.
  static String code(String constant) {
    return Arrays.stream(constant.split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /// Messages quote the client: no line of the log may be of its making.
  private static String oneLine(TintypeException known) {
    String line = String.valueOf(known.getMessage()).replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LOGGED ? line : line.substring(0, LOGGED) + "…";
  }

  private static Answer internal() {
    return answer(
        500, code(Reason.INTERNAL.name()), "Something went wrong here; the log says what");
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

  /// @param code stable, for programs
  /// @param message for people
  record Body(int status, String code, String message) {}
}
