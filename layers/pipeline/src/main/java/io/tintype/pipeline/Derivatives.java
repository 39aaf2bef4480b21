package io.tintype.pipeline;

import io.tintype.imaging.Rendition;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Port to the rendered objects.
public interface Derivatives {

  /// Writes a derivative with its headers, if what is there now is what the caller expects. This is
  /// what keeps a worker that has lost its claim from overwriting the winner's picture.
  ///
  /// @return false when something else is there
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  boolean put(String key, Derivative derivative, Expected expected);

  /// Writes a picture.
  ///
  /// @return false when something else is there
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  default boolean put(String key, Rendition rendition, Expected expected) {
    return put(key, Derivative.of(rendition), expected);
  }

  /// What lies under a key.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  Optional<Stored> find(String key);

  /// Keys under a prefix, with their eTags.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  Map<String, String> list(String prefix);

  /// Deletes what is there of these keys.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  void delete(Collection<String> keys);

  /// @param since when it was written
  record Stored(Derivative derivative, Instant since) {}

  /// What must be at a key for a write to happen.
  sealed interface Expected {

    record Nothing() implements Expected {}

    /// @param eTag with S3's quotes removed
    record ThisOne(String eTag) implements Expected {}

    record Anything() implements Expected {}
  }
}
