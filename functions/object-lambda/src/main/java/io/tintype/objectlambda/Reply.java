package io.tintype.objectlambda;

import io.tintype.imaging.TintypeException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the user's GetObject is answered with.
///
/// @param code and message of an error, which has no body
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(
    int status, String mediaType, byte[] body, Optional<String> code, Optional<String> message) {

  static Reply of(String mediaType, byte[] body) {
    return new Reply(200, mediaType, body, Optional.empty(), Optional.empty());
  }

  static Reply json(String text) {
    return of("application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  static Reply failure(int status, String code, String message) {
    return new Reply(
        status, "application/xml", new byte[0], Optional.of(code), Optional.of(message));
  }

  /// S3 takes few statuses here, and neither 413, 415 nor 429 (WriteGetObjectResponse lists them):
  /// what is wrong with an object is 400, whatever it is over HTTP.
  static Reply failure(TintypeException failure) {
    String message = String.valueOf(failure.getMessage());
    return switch (failure.reason()) {
      case UNSUPPORTED -> failure(400, "UnsupportedMediaType", message);
      case CORRUPT -> failure(400, "CorruptImage", message);
      case TOO_LARGE -> failure(400, "EntityTooLarge", message);
      case BAD_REQUEST -> failure(400, "InvalidRequest", message);
      case NOT_FOUND -> failure(404, "NoSuchKey", message);
      case FORBIDDEN, REJECTED -> failure(403, "AccessDenied", message);
      case BUSY, UNAVAILABLE -> failure(503, "ServiceUnavailable", message);
      case GAVE_UP, INTERNAL -> failure(500, "InternalError", "Something went wrong");
    };
  }
}
