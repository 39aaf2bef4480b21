package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Originals;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/// The originals in S3.
public final class S3Originals implements Originals {

  private final Supplier<S3Client> s3;

  public S3Originals(S3Client s3) {
    this(() -> s3);
  }

  public S3Originals(Supplier<S3Client> s3) {
    this.s3 = s3;
  }

  @Override
  public Original fetch(ObjectRef object, long maxBytes) {
    var fetched =
        AwsFailures.call(
            subject(object),
            () ->
                s3.get()
                    .getObject(
                        get -> get.bucket(object.bucket()).key(object.key()),
                        new WholeBody(maxBytes)));
    return switch (fetched) {
      case WholeBody.Fetched.Whole(byte[] bytes, String eTag, Optional<String> cacheControl) ->
          new Original(Source.of(bytes), eTag, cacheControl);
      case WholeBody.Fetched.TooLarge(long bytes) ->
          throw new TintypeException(
              Reason.TOO_LARGE,
              "Expected a file of at most " + maxBytes + " bytes but received " + bytes);
    };
  }

  @Override
  public Optional<String> eTag(ObjectRef object) {
    try {
      var head =
          AwsFailures.call(
              subject(object),
              () ->
                  s3.get()
                      .headObject(request -> request.bucket(object.bucket()).key(object.key())));
      return Optional.of(ETags.unquoted(head.eTag()));
    } catch (TintypeException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void delete(ObjectRef object) {
    var unused =
        AwsFailures.call(
            subject(object),
            () ->
                s3.get()
                    .deleteObject(request -> request.bucket(object.bucket()).key(object.key())));
  }

  private static String subject(ObjectRef object) {
    return "The original " + object.key();
  }
}
