package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Failures of Rekognition. None of them is about the upload: the picture that is sent was rendered
/// here, so what Rekognition doesn't take is a mistake of ours.
final class RekognitionFailures {

  /// Answered with status 400, though the same call may succeed later.
  private static final Set<String> PASSING =
      Set.of(
          "ProvisionedThroughputExceededException",
          "ThrottlingException",
          "LimitExceededException",
          "InternalServerError");

  private RekognitionFailures() {}

  static <T> T call(String subject, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      if (PASSING.contains(AwsFailures.code(e))) {
        throw new TintypeException(
            Reason.UNAVAILABLE, subject + " can't be reached at the moment", e);
      }
      throw AwsFailures.translated(subject, e);
    } catch (SdkException e) {
      throw AwsFailures.translated(subject, e);
    }
  }
}
