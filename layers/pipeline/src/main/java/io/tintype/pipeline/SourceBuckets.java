package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which objects may be asked for by URL: those of the originals bucket, and those that the setting
/// names. Everything else is out of reach, whoever signs.
///
/// @param originals the bucket that uploads go to
/// @param entries in the order of the setting
public record SourceBuckets(String originals, List<Entry> entries) {

  /// What the keys of uploads start with; S3 tells the renderer of them and of nothing else.
  public static final String UPLOADS = "uploads/";

  static final String FORM =
      "\\s*[a-z0-9*][a-z0-9.*-]{0,62}(/[^,]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]{0,62}(/[^,]*)?\\s*)*";
  static final String EXPECTED =
      "buckets with commas between them, each with * for any characters and with /prefix for a"
          + " part only";

  /// A bucket, or several, or a part of them.
  ///
  /// @param bucket its name, `*` standing for any characters
  /// @param prefix what keys start with; empty for all
  public record Entry(String bucket, String prefix) {

    boolean allows(ObjectRef object) {
      return object.key().startsWith(prefix) && pattern().matcher(object.bucket()).matches();
    }

    private Pattern pattern() {
      return Pattern.compile(
          Arrays.stream(bucket.split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }

    private boolean isOne() {
      return bucket.indexOf('*') < 0;
    }
  }

  public SourceBuckets {
    entries = List.copyOf(entries);
  }

  static SourceBuckets only(String originals) {
    return new SourceBuckets(originals, List.of());
  }

  /// @param list of the form [#FORM]
  static SourceBuckets of(String originals, String list) {
    return new SourceBuckets(
        originals, Arrays.stream(list.split(",", -1)).map(SourceBuckets::entry).toList());
  }

  private static Entry entry(String text) {
    String stripped = text.strip();
    int slash = stripped.indexOf('/');
    return slash < 0
        ? new Entry(stripped, "")
        : new Entry(stripped.substring(0, slash), stripped.substring(slash + 1));
  }

  /// The object that a request means. Without a bucket it is in the first that the setting names;
  /// a key that the presign API granted is always in the originals bucket.
  ///
  /// @throws TintypeException FORBIDDEN when it may not be asked for
  public ObjectRef resolve(Optional<String> bucket, String key) {
    var object = new ObjectRef(bucket.orElseGet(() -> bucketOf(key)), key);
    if (!allows(object)) {
      throw TintypeException.coded(
          Reason.FORBIDDEN,
          "ImageBucket::CannotAccessBucket",
          "The bucket is not one that pictures are made from, or not this part of it");
    }
    return object;
  }

  /// Whether the renderer learns of an object when it comes.
  public boolean watched(ObjectRef object) {
    return object.bucket().equals(originals) && object.key().startsWith(UPLOADS);
  }

  /// Whether a bucket's name is one that a request may name.
  public boolean names(String bucket) {
    return bucket.equals(originals)
        || entries.stream().anyMatch(entry -> entry.pattern().matcher(bucket).matches());
  }

  private boolean allows(ObjectRef object) {
    return object.bucket().equals(originals)
        || entries.stream().anyMatch(entry -> entry.allows(object));
  }

  private String bucketOf(String key) {
    return ImageId.isGranted(key)
        ? originals
        : entries.stream().filter(Entry::isOne).map(Entry::bucket).findFirst().orElse(originals);
  }
}
