package io.tintype.pipeline.moderation;

/// What moderation has decided about an original.
public enum Verdict {
  /// Nothing against it.
  APPROVED,
  /// Shown as it is; the record's labels tell what was seen.
  FLAGGED,
  /// Shown blurred only.
  BLURRED,
  /// Not shown.
  REJECTED
}
