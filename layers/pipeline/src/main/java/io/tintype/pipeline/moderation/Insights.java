package io.tintype.pipeline.moderation;

import java.util.Optional;

/// What is known of an original's content, beside its picture's facts.
///
/// @param sha256 of the original's bytes, 64 hexadecimal digits
/// @param ruling empty while no verdict has been given, or moderation is off
public record Insights(Optional<String> sha256, Look look, Optional<Ruling> ruling) {

  public static final Insights NONE = new Insights(Optional.empty(), Look.NONE, Optional.empty());

  public Insights ruled(Ruling by) {
    return new Insights(sha256, look, Optional.of(by));
  }

  public Optional<Verdict> verdict() {
    return ruling.map(Ruling::verdict);
  }
}
