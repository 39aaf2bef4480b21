package io.tintype.pipeline.moderation;

import java.time.Instant;
import java.util.Optional;

/// The verdict that holds, and who gave it.
///
/// @param overruled empty while it is the policy's own
public record Ruling(Verdict verdict, Optional<Overruling> overruled) {

  /// A human's word, which holds against the policy.
  ///
  /// @param by who, as `issuer|subject`
  public record Overruling(String by, Instant at) {}

  public static Ruling byPolicy(Verdict verdict) {
    return new Ruling(verdict, Optional.empty());
  }
}
