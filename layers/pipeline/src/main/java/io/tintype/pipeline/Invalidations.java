package io.tintype.pipeline;

import java.util.Collection;

/// Port to the edge's cache.
public interface Invalidations {

  /// There is no cache, or nobody is to be told.
  Invalidations NONE = paths -> {};

  /// Asks the edge to forget what it keeps. It takes a few seconds more until that is so.
  ///
  /// @param paths of derivatives' keys, each with a slash before it; a `*` at the end stands for
  ///     anything
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  void invalidate(Collection<String> paths);

  /// Everything under an image's own id. To be asked for when the record is written and the
  /// derivatives are deleted: sooner, and the edge would fetch them again.
  default void forget(ImageId id) {
    invalidate(DerivativeKeys.all(id).stream().map(prefix -> "/" + prefix + "*").toList());
  }
}
