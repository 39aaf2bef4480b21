package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// The one place where a failure of the SDK becomes a [TintypeException].
final class AwsFailures {

  /// Answers with a status of 4xx that the same call may well not get again.
  private static final Set<String> PASSING =
      Set.of("RequestTimeout", "RequestTimeoutException", "ExpiredToken", "ExpiredTokenException");

  private AwsFailures() {}

  /// Runs a call.
  ///
  /// @param subject what the call is about, to open a sentence with: `Object uploads/…`
  static <T> T call(String subject, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw translated(subject, e);
    }
  }

  static TintypeException translated(String subject, SdkException failure) {
    Reason reason =
        failure instanceof AwsServiceException answer ? reason(answer) : Reason.UNAVAILABLE;
    return new TintypeException(reason, subject + " " + says(reason), failure);
  }

  /// The reason that a service's error code has outside an exception, as in the answer to a batch.
  static Reason reason(String code) {
    return switch (code) {
      case "AccessDenied" -> Reason.FORBIDDEN;
      case "InternalError", "SlowDown", "ServiceUnavailable" -> Reason.UNAVAILABLE;
      default -> Reason.INTERNAL;
    };
  }

  static String code(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "" : code;
  }

  private static Reason reason(AwsServiceException answer) {
    if (answer.isThrottlingException()
        || answer.isClockSkewException()
        || PASSING.contains(code(answer))) {
      return Reason.UNAVAILABLE;
    }
    // A bucket that isn't there is a mistake in the settings, not a missing original.
    if (code(answer).equals("NoSuchBucket")) {
      return Reason.INTERNAL;
    }
    int status = answer.statusCode();
    return switch (status) {
      case 403 -> Reason.FORBIDDEN;
      case 404 -> Reason.NOT_FOUND;
      case 408, 409, 429 -> Reason.UNAVAILABLE;
      default -> status >= 500 ? Reason.UNAVAILABLE : Reason.INTERNAL;
    };
  }

  private static String says(Reason reason) {
    return switch (reason) {
      case NOT_FOUND -> "does not exist";
      case FORBIDDEN -> "may not be accessed";
      case UNAVAILABLE -> "can't be reached at the moment";
      default -> "could not be used because of an unexpected answer";
    };
  }
}
