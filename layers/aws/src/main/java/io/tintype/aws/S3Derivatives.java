package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.Settings;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The derivatives in S3. Writes are conditional requests, so S3 itself decides who was first.
public final class S3Derivatives implements Derivatives {

  /// What S3 takes in one DeleteObjects.
  private static final int DELETE_AT_ONCE = 1000;

  private final Supplier<S3Client> s3;
  private final String bucket;
  private final String cacheControl;

  /// @param ages how long browsers and CloudFront keep a derivative
  public S3Derivatives(S3Client s3, String bucket, Settings.CacheAges ages) {
    this(() -> s3, bucket, ages);
  }

  /// @param ages how long browsers and CloudFront keep a derivative
  public S3Derivatives(Supplier<S3Client> s3, String bucket, Settings.CacheAges ages) {
    this.s3 = s3;
    this.bucket = bucket;
    this.cacheControl = ages.cacheControl();
  }

  /// A put whose answer is lost and which the SDK repeats finds its own object there and gives
  /// false: the caller looks again and puts over it.
  @Override
  public boolean put(String key, Derivative derivative, Expected expected) {
    byte[] bytes = derivative.bytes();
    String mediaType = derivative.mediaType();
    var request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(mediaType)
            .cacheControl(derivative.cacheControl().orElse(cacheControl));
    derivative.disposition().ifPresent(request::contentDisposition);
    switch (expected) {
      case Expected.Nothing() -> request.ifNoneMatch("*");
      case Expected.ThisOne(String eTag) -> request.ifMatch(ETags.quoted(eTag));
      case Expected.Anything() -> {}
    }
    var body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(bytes), bytes.length, mediaType);
    try {
      s3.get().putObject(request.build(), body);
      return true;
    } catch (SdkException e) {
      if (e instanceof S3Exception answer && somethingElseIsThere(answer, expected)) {
        return false;
      }
      throw AwsFailures.translated(subject(key), e);
    }
  }

  private static boolean somethingElseIsThere(S3Exception answer, Expected expected) {
    String code = AwsFailures.code(answer);
    return switch (answer.statusCode()) {
      case 412 -> true;
      case 409 -> code.equals("ConditionalRequestConflict");
      case 404 -> expected instanceof Expected.ThisOne && !code.equals("NoSuchBucket");
      default -> false;
    };
  }

  @Override
  public Optional<Stored> find(String key) {
    try {
      var object =
          AwsFailures.call(
              subject(key),
              () ->
                  s3.get()
                      .getObject(
                          get -> get.bucket(bucket).key(key), ResponseTransformer.toBytes()));
      GetObjectResponse head = object.response();
      return Optional.of(
          new Stored(
              new Derivative(
                  object.asByteArrayUnsafe(),
                  head.contentType(),
                  Optional.ofNullable(head.cacheControl()),
                  Optional.ofNullable(head.contentDisposition())),
              head.lastModified()));
    } catch (TintypeException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Map<String, String> list(String prefix) {
    return AwsFailures.call(
        subject(prefix),
        () -> {
          Map<String, String> eTags = new LinkedHashMap<>();
          s3.get()
              .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
              .contents()
              .forEach(object -> eTags.put(object.key(), ETags.unquoted(object.eTag())));
          return eTags;
        });
  }

  @Override
  public void delete(Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    List<S3Error> errors = new ArrayList<>();
    for (int from = 0; from < all.size(); from += DELETE_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + DELETE_AT_ONCE));
      errors.addAll(AwsFailures.call(subject(some.getFirst()), () -> deleteSome(some)));
    }
    if (!errors.isEmpty()) {
      S3Error first = errors.getFirst();
      throw new TintypeException(
          AwsFailures.reason(first.code()),
          errors.size()
              + " of "
              + all.size()
              + " derivatives could not be deleted; the first is "
              + first.key()
              + " ("
              + first.code()
              + ")");
    }
  }

  private List<S3Error> deleteSome(List<String> keys) {
    List<ObjectIdentifier> objects =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    return s3.get()
        .deleteObjects(
            request -> request.bucket(bucket).delete(delete -> delete.objects(objects).quiet(true)))
        .errors();
  }

  private static String subject(String key) {
    return "The derivative " + key;
  }
}
