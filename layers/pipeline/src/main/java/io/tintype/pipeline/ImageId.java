package io.tintype.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names one original for good: 26 characters of Crockford's base32. It is the ULID in the key
/// when the presign API chose the key, and a hash of bucket and key for originals that came
/// another way.
public record ImageId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
  private static final Pattern GRANTED_KEY =
      Pattern.compile("uploads/([0-7][0-9A-HJKMNP-TV-Z]{25})/[^/]+");
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public ImageId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Expected 26 characters of base32 but received " + value);
    }
  }

  /// Whether a text has the form of an image id.
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /// A new id for an upload that is granted now.
  public static ImageId at(Instant now) {
    return new ImageId(com.github.f4b6a3.ulid.UlidCreator.getUlid(now.toEpochMilli()).toString());
  }

  /// Whether an original's key has the form of those that the presign API makes.
  static boolean isGranted(String key) {
    return GRANTED_KEY.matcher(key).matches();
  }

  /// The id of an original.
  public static ImageId of(ObjectRef original) {
    Matcher granted = GRANTED_KEY.matcher(original.key());
    if (granted.matches()) {
      return new ImageId(granted.group(1));
    }
    return new ImageId(base32(sha256(original.bucket() + "/" + original.key())));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The first 130 bits, five for each character.
  private static String base32(byte[] hash) {
    var text = new StringBuilder(26);
    int bits = 0;
    int held = 0;
    int next = 0;
    while (text.length() < 26) {
      if (held < 5) {
        bits = (bits << 8) | (hash[next++] & 0xff);
        held += 8;
      }
      held -= 5;
      text.append(ALPHABET.charAt((bits >>> held) & 31));
      bits &= (1 << held) - 1;
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return value;
  }
}
