package io.tintype.aws;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Reads the body of an object into one buffer of exactly its size, or not at all when it is larger
/// than allowed. A body that breaks off is fetched again by the SDK's retries.
final class WholeBody implements ResponseTransformer<GetObjectResponse, WholeBody.Fetched> {

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final long maxBytes;

  WholeBody(long maxBytes) {
    this.maxBytes = Math.min(maxBytes, LARGEST_ARRAY);
  }

  /// What became of a body.
  sealed interface Fetched {

    @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
    record Whole(byte[] bytes, String eTag, Optional<String> cacheControl) implements Fetched {}

    record TooLarge(long bytes) implements Fetched {}
  }

  @Override
  public Fetched transform(GetObjectResponse response, AbortableInputStream body) {
    Long announced = response.contentLength();
    if (announced == null) {
      body.abort();
      throw RetryableException.create("The answer has no Content-Length");
    }
    if (announced > maxBytes) {
      body.abort();
      return new Fetched.TooLarge(announced);
    }
    var bytes = new byte[announced.intValue()];
    try {
      int read = body.readNBytes(bytes, 0, bytes.length);
      if (read < bytes.length) {
        throw new EOFException("Expected " + bytes.length + " bytes but received " + read);
      }
    } catch (IOException e) {
      body.abort();
      throw RetryableException.create("The body broke off", e);
    }
    return new Fetched.Whole(
        bytes, ETags.unquoted(response.eTag()), Optional.ofNullable(response.cacheControl()));
  }

  @Override
  public String name() {
    return "whole-body";
  }
}
