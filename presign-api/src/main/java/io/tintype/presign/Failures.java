package io.tintype.presign;

import io.tintype.pipeline.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The HTTP door: turns what went wrong into an answer.
final class Failures {

  private Failures() {}

  static Answer answer(RuntimeException thrown) {
    Refusal refusal = Refusal.of(thrown);
    Answer answer = answer(refusal.status(), code(refusal.reason().name()), refusal.message());
    return refusal.retryable() ? answer.with("Retry-After", "1") : answer;
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

  /// @param code stable, for programs
  /// @param message for people
  record Body(int status, String code, String message) {}
}
