package io.tintype.pipeline.moderation;

/// Port to what was said of bytes that were seen before. Never holds verdicts, which are about one
/// original under one policy.
public interface KnownContent {

  /// @param sha256 64 hexadecimal digits
  /// @return [Look#NONE] for bytes that are new
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  Look find(String sha256);

  /// Adds what is there to what is known.
  ///
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  void remember(String sha256, Look look);
}
