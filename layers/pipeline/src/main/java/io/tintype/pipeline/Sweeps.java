package io.tintype.pipeline;

/// Port to whoever looks once more, a while later, whether anything of a deleted image was left: a
/// function that was at work then may have been killed before it took back what it had stored.
@FunctionalInterface
public interface Sweeps {

  /// Nobody looks again.
  Sweeps NONE = _ -> {};

  /// Has what is left of an image deleted when all that was under way has ended.
  ///
  /// @throws io.tintype.imaging.TintypeException UNAVAILABLE, INTERNAL
  void later(ImageRecord tombstone);
}
