package io.tintype.pipeline;

import io.tintype.imaging.Rendition;
import java.util.Collection;
import java.util.Map;

/// Port to the rendered objects.
public interface Derivatives {

  /// Writes a derivative with its Content-Type and Cache-Control, if what is there now is what
  /// the caller expects. This is what keeps a worker that has lost its claim from overwriting the
  /// winner's picture.
  ///
  /// @return false when something else is there
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  boolean put(String key, Rendition rendition, Expected expected);

  /// Keys under a prefix, with their eTags.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  Map<String, String> list(String prefix);

  /// Deletes what is there of these keys.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  void delete(Collection<String> keys);

  /// What must be at a key for a write to happen.
  sealed interface Expected {

    record Nothing() implements Expected {}

    /// @param eTag with S3's quotes removed
    record ThisOne(String eTag) implements Expected {}
  }
}
