package io.tintype.local;

/// Something that happened to one object of a bucket and that S3 would notify about.
sealed interface BucketChange {

  String bucket();

  String key();

  /// S3's name of the event, without its `s3:` prefix.
  String eventName();

  /// An object is there, whole, with this entity tag (without quotes).
  record Created(String eventName, String bucket, String key, long size, String eTag)
      implements BucketChange {}

  /// An object is gone.
  record Removed(String bucket, String key) implements BucketChange {
    @Override
    public String eventName() {
      return "ObjectRemoved:Delete";
    }
  }
}
