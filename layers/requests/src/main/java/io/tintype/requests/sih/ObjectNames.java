package io.tintype.requests.sih;

import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.Operand;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Holds what requests say of buckets and keys to what S3 allows and nobody can abuse.
final class ObjectNames {

  /// Old buckets have capitals and underscores. Which one may be read is not decided here.
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");
  private static final int LONGEST_KEY = 1024;

  private ObjectNames() {}

  /// `bucket` and `key` of a JSON object.
  ///
  /// @throws TintypeException BAD_REQUEST
  static Subject.Original read(Fields fields) {
    Optional<String> bucket =
        fields
            .get("bucket")
            .map(Value::text)
            .map(name -> check(fields.at("bucket"), name, BUCKET.matcher(name).matches()));
    return new Subject.Original(bucket, key(fields.at("key"), fields.require("key").text()));
  }

  /// The object that they name, as recipes refer to another picture.
  static String reference(Fields fields) {
    Subject.Original original = read(fields);
    return Operand.reference(original.bucket(), original.key());
  }

  private static String check(String place, String bucket, boolean fits) {
    if (!fits) {
      throw Wrong.at(place, "the name of a bucket", bucket);
    }
    return bucket;
  }

  static String key(String place, String key) {
    if (key.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw Wrong.at(place, "the key of an object, 1.." + LONGEST_KEY + " bytes", key);
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      throw Wrong.at(place, "a key without control characters", key);
    }
    for (String step : key.split("/", -1)) {
      if (step.equals(".") || step.equals("..")) {
        throw Wrong.at(place, "a key without . or .. between slashes", key);
      }
    }
    return key;
  }
}
