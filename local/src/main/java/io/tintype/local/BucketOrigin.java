package io.tintype.local;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The derivatives bucket. It is private: the edge signs its requests, as CloudFront's origin
/// access control does.
final class BucketOrigin implements Origin {

  /// S3 answers 400 to a longer key.
  private static final int LONGEST_KEY = 1024;

  private final S3Client s3;
  private final String bucket;

  BucketOrigin(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Answer fetch(Request viewer, String uri) {
    String key = uri.substring(1);
    if (key.length() > LONGEST_KEY) {
      return Answer.error(400, "KeyTooLongError", "the key is too long");
    }
    try {
      ResponseBytes<GetObjectResponse> object =
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
      return new Answer(200, headers(object.response()), object.asByteArrayUnsafe());
    } catch (S3Exception e) {
      return Answer.error(e.statusCode(), e.awsErrorDetails().errorCode(), "S3 refused");
    }
  }

  private static Map<String, String> headers(GetObjectResponse object) {
    Map<String, String> headers = new HashMap<>();
    put(headers, "content-type", object.contentType());
    put(headers, "cache-control", object.cacheControl());
    put(headers, "content-disposition", object.contentDisposition());
    put(headers, "content-language", object.contentLanguage());
    put(headers, "etag", object.eTag());
    headers.put(
        "last-modified",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            object.lastModified().atOffset(ZoneOffset.UTC)));
    object.metadata().forEach((name, value) -> headers.put("x-amz-meta-" + name, value));
    return headers;
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }
}
