package io.tintype.pipeline.ondemand;

import io.tintype.pipeline.Settings.CacheAges;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long an answer may be kept, as a Cache-Control header.
///
/// @param maxAge what the request says
/// @param original what the original was stored with, or what the request says in a header
/// @param expires when the request is no longer to be answered
record CachePolicy(
    Optional<Duration> maxAge, Optional<String> original, Optional<Instant> expires) {

  static final CachePolicy AS_SET =
      new CachePolicy(Optional.empty(), Optional.empty(), Optional.empty());

  /// @param found whether taking the image back finds the answer; else the edge doesn't keep it
  String cacheControl(CacheAges ages, boolean found, Instant now) {
    Duration browser = maxAge.orElse(ages.browser());
    Duration edge = found ? maxAge.orElse(ages.edge()) : Duration.ZERO;
    if (expires.isPresent()) {
      Duration left = Duration.between(now, expires.get());
      return new CacheAges(least(browser, left), least(edge, left)).cacheControl();
    }
    return maxAge.isPresent() || original.isEmpty() || !found
        ? new CacheAges(browser, edge).cacheControl()
        : original.get();
  }

  private static Duration least(Duration one, Duration other) {
    Duration least = one.compareTo(other) < 0 ? one : other;
    return least.isNegative() ? Duration.ZERO : least;
  }
}
