package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How texts are packed into keys of derivatives. What isn't packed in exactly this way is no key:
/// every request has one key, and every key one request.
final class KeyForm {

  /// S3's limit, in bytes.
  static final int MAX_LENGTH = 1024;

  static final int LONGEST_FORMAT = 8;

  static final Pattern VARIANT = Pattern.compile("[a-z0-9-]{1,40}");
  static final Pattern FORMAT = Pattern.compile("[a-z0-9]{1," + LONGEST_FORMAT + "}");

  /// A file's name may have 255 bytes on most file systems; the local stack keeps keys in files.
  private static final int SEGMENT = 200;

  private static final Pattern IMAGE_ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}|_");
  private static final Pattern KEY =
      Pattern.compile(
          "derivatives/(?<kind>[vre])/(?<image>[0-9A-HJKMNP-TV-Z]{26}|_)/"
              + "(?<name>[A-Za-z0-9_/-]+)\\.(?<format>[a-z0-9]{1,8})");

  private KeyForm() {}

  static void requireImageId(String imageId) {
    require(IMAGE_ID.matcher(imageId).matches(), "an image id or _", imageId);
  }

  static void require(boolean holds, String expected, String received) {
    if (!holds) {
      throw new IllegalArgumentException("Expected " + expected + " but received " + received);
    }
  }

  static DerivativeKey parse(String text) {
    Matcher key = KEY.matcher(text);
    if (!key.matches()) {
      throw noKey();
    }
    try {
      DerivativeKey read = key.group("kind").equals("v") ? variant(key) : adHoc(key);
      if (read.text().equals(text)) {
        return read;
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw noKey();
    }
    throw noKey();
  }

  private static VariantKey variant(Matcher key) throws CharacterCodingException {
    String name = key.group("name");
    int slash = name.indexOf('/');
    String variant = slash < 0 ? name : name.substring(0, slash);
    Optional<VariantKey.Foreign> foreign =
        slash < 0 ? Optional.empty() : Optional.of(foreign(decoded(name.substring(slash + 1))));
    return new VariantKey(key.group("image"), variant, foreign, key.group("format"));
  }

  private static VariantKey.Foreign foreign(String original) {
    int slash = original.indexOf('/');
    require(slash > 0, "a bucket and a key", original);
    return new VariantKey.Foreign(original.substring(0, slash), original.substring(slash + 1));
  }

  private static AdHocKey adHoc(Matcher key) throws CharacterCodingException {
    String request = "/" + decoded(key.group("name"));
    int mark = request.indexOf('?');
    String path = mark < 0 ? request : request.substring(0, mark);
    String query = mark < 0 ? "" : request.substring(mark + 1);
    Accepted accepted =
        Stream.of(Accepted.values())
            .filter(each -> each.id().equals(key.group("format")))
            .findFirst()
            .orElseThrow(KeyForm::noKey);
    return new AdHocKey(
        key.group("image"),
        new PublicRequest(path, query),
        accepted,
        key.group("kind").equals("e"));
  }

  /// Base64url without padding, a slash after every 200 characters that others follow.
  static String encoded(String text) {
    String plain =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    var segments = new StringBuilder(plain.length() + plain.length() / SEGMENT);
    for (int start = 0; start < plain.length(); start += SEGMENT) {
      segments
          .append(start == 0 ? "" : "/")
          .append(plain, start, Math.min(start + SEGMENT, plain.length()));
    }
    return segments.toString();
  }

  private static String decoded(String segments) throws CharacterCodingException {
    byte[] bytes = Base64.getUrlDecoder().decode(segments.replace("/", ""));
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static TintypeException noKey() {
    return new TintypeException(Reason.NOT_FOUND, "There is nothing at this address");
  }
}
