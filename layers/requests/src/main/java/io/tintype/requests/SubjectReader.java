package io.tintype.requests;

import io.tintype.imaging.Color;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a request calls its image:
///
/// * a key, in the first allowed bucket
/// * `s3:bucket/key` or `s3://bucket/key`
/// * the address of an object in S3, `https://bucket.s3.region.amazonaws.com/key` or
///   `https://s3.region.amazonaws.com/bucket/key`
/// * `b64:` and any of these in base64url (imagor's); if it is none, that is the key
/// * `color:` and a colour, for a plain canvas (imagor's)
final class SubjectReader {

  private static final int LONGEST_KEY = 1024;

  private static final Pattern BUCKET_FORM =
      Pattern.compile("s3:(?://)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.*)", Pattern.DOTALL);
  // One slash only is what proxies that merge slashes leave.
  private static final Pattern WEB = Pattern.compile("(?i)https?:/.*", Pattern.DOTALL);
  private static final Pattern BUCKET_HOST =
      Pattern.compile(
          "(?i)https?://?([a-z0-9.-]{3,63}?)\\.s3(?:[.-][a-z0-9-]{1,30}){0,2}"
              + "\\.amazonaws\\.com(?:\\.cn)?/(.*)",
          Pattern.DOTALL);
  private static final Pattern BUCKET_PATH =
      Pattern.compile(
          "(?i)https?://?s3(?:[.-][a-z0-9-]{1,30}){0,2}"
              + "\\.amazonaws\\.com(?:\\.cn)?/([a-z0-9.-]{3,63})/(.*)",
          Pattern.DOTALL);

  private SubjectReader() {}

  /// @param options say how large a canvas is
  /// @throws TintypeException BAD_REQUEST
  static Subject read(String image, OptionPath options) {
    if (image.startsWith("color:")) {
      return canvas(image.substring("color:".length()), options);
    }
    return original(image);
  }

  /// @throws TintypeException BAD_REQUEST
  static Subject.Original original(String image) {
    return named(Base64Text.decode(image).orElse(image));
  }

  private static Subject.Original named(String image) {
    Matcher bucket = BUCKET_FORM.matcher(image);
    if (bucket.matches()) {
      return original(Optional.of(bucket.group(1)), bucket.group(2));
    }
    if (!WEB.matcher(image).matches()) {
      return original(Optional.empty(), image);
    }
    String address = withoutQuery(image);
    Matcher host = BUCKET_HOST.matcher(address);
    Matcher path = BUCKET_PATH.matcher(address);
    Matcher found = host.matches() ? host : path;
    if (found == path && !path.matches()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "image: expected an original in one of the allowed buckets, as its key, s3:bucket/key or"
              + " an address in S3, but received "
              + Received.text(image));
    }
    return original(Optional.of(found.group(1)), PathText.decode(found.group(2)).text());
  }

  private static Subject.Original original(Optional<String> bucket, String key) {
    String kept = key.replaceFirst("^/+", "");
    if (kept.isEmpty()) {
      throw wrong("the key of an original", key);
    }
    if (kept.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw wrong("a key of at most " + LONGEST_KEY + " bytes", kept);
    }
    if (kept.indexOf('\n') >= 0) {
      throw wrong("a key without control characters", kept);
    }
    for (String step : kept.split("/", -1)) {
      if (step.equals(".") || step.equals("..")) {
        throw wrong("a key without . or .. between slashes", kept);
      }
    }
    return new Subject.Original(bucket, kept);
  }

  private static Subject.Canvas canvas(String text, OptionPath options) {
    Color color =
        text.equals("none")
            ? Color.TRANSPARENT
            : Colors.named(text)
                .orElseThrow(() -> wrong("color: and " + Colors.EXPECTED, "color:" + text));
    int width = pixels(options.width(), pixels(options.height(), 1));
    int height = pixels(options.height(), width);
    return new Subject.Canvas(color, new Size(width, height));
  }

  private static int pixels(Length length, int otherwise) {
    return length instanceof Length.Pixels(int value) ? value : otherwise;
  }

  private static String withoutQuery(String address) {
    int question = address.indexOf('?');
    return question < 0 ? address : address.substring(0, question);
  }

  private static TintypeException wrong(String expected, String received) {
    return new TintypeException(
        Reason.BAD_REQUEST,
        "image: expected " + expected + " but received " + Received.text(received));
  }
}
