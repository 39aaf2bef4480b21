package io.tintype.local;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long CloudFront keeps an answer, under the template's cache policy: as long as the answer's
/// Cache-Control says, `s-maxage` before `max-age`, and a success that says nothing for a day.
final class Caching {

  private static final Duration UNSAID = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Pattern SHARED = Pattern.compile("(?:^|[ ,])s-maxage=\"?(\\d{1,10})");
  private static final Pattern ANYONE = Pattern.compile("(?:^|[ ,])max-age=\"?(\\d{1,10})");
  private static final Pattern NOT_AT_ALL =
      Pattern.compile("(?:^|[ ,])(no-store|no-cache|private)");

  private Caching() {}

  /// Nought for what is not to be kept.
  static Duration of(Answer answer) {
    String control = answer.headers().getOrDefault("cache-control", "").toLowerCase(Locale.ROOT);
    if (NOT_AT_ALL.matcher(control).find()) {
      return Duration.ZERO;
    }
    return seconds(SHARED, control)
        .or(() -> seconds(ANYONE, control))
        .orElse(answer.status() == 200 ? UNSAID : Duration.ZERO);
  }

  private static Optional<Duration> seconds(Pattern directive, String control) {
    Matcher found = directive.matcher(control);
    return found.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1))))
            .map(age -> age.compareTo(LONGEST) < 0 ? age : LONGEST)
        : Optional.empty();
  }
}
