package io.tintype.requests;

import io.tintype.requests.ImageRequest.Answer.Meta.Waves;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the filters of a URL say about its answer; see [ImageRequest] for the meaning of each.
final class Wishes {

  Optional<String> attachment = Optional.empty();
  Optional<Duration> maxAge = Optional.empty();
  Optional<Waves> blurHash = Optional.empty();
  boolean thumbHash;
  boolean averageColor;
  boolean extractFocal;
  boolean raw;
  boolean stored = true;
  private Optional<Instant> expires = Optional.empty();

  /// The earliest of several holds.
  void expires(Instant moment) {
    expires = expires.filter(earlier -> earlier.isBefore(moment)).or(() -> Optional.of(moment));
  }

  Optional<Instant> expires() {
    return expires;
  }
}
