package io.tintype.objectlambda;

import io.tintype.imaging.Source;

/// What S3 has of an object.
sealed interface Fetched {

  record Found(Source source) implements Fetched {}

  /// @param status that the user is answered with, one that S3 takes
  /// @param code S3's name for it
  record Missing(int status, String code) implements Fetched {}
}
