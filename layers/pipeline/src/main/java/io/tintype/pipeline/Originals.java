package io.tintype.pipeline;

import io.tintype.imaging.Source;
import java.util.Optional;

/// Port to the uploaded objects.
public interface Originals {

  /// @param maxBytes a larger object is refused before its body is read
  /// @throws io.tintype.imaging.TintypeException NOT_FOUND, FORBIDDEN, TOO_LARGE, UNAVAILABLE
  Original fetch(ObjectRef object, long maxBytes);

  /// The object's eTag; empty when there is no such object.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  Optional<String> eTag(ObjectRef object);

  /// Deletes the object; one that isn't there is as good as deleted.
  ///
  /// @throws io.tintype.imaging.TintypeException FORBIDDEN, UNAVAILABLE
  void delete(ObjectRef object);

  /// @param eTag of the bytes that were read, with S3's quotes removed
  /// @param cacheControl that the object was stored with
  record Original(Source source, String eTag, Optional<String> cacheControl) {}
}
