package io.tintype.pipeline;

/// Names one S3 object; the key is decoded, as S3 stores it.
public record ObjectRef(String bucket, String key) {

  public ObjectRef {
    if (bucket.isEmpty() || key.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a bucket and a key but received " + bucket + " and " + key);
    }
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
