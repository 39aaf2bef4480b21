package io.tintype.requests.sih;

import io.tintype.imaging.Format;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Serverless Image Handler's reading of Thumbor URLs. It knows no `unsafe`, no signature in the
/// path, no alignment, `smart`, `trim` or `meta`: whatever it doesn't know is part of the key. The
/// bucket may be a segment `s3:name` anywhere in the path.
public final class SihThumbor {

  private static final Pattern CROP = Pattern.compile("/\\d+x\\d+:\\d+x\\d+(?=/)");
  private static final Pattern SIZE = Pattern.compile("/\\d+x\\d+(?=/)");
  private static final Pattern WATERMARK = Pattern.compile("filters:watermark\\(.*\\)");
  private static final Pattern FILTERS = Pattern.compile("filters:[^/]+");
  private static final Pattern FIT_IN = Pattern.compile("/fit-in(?=/)");

  private final Predicate<String> sourceBucket;
  private final Optional<RewriteRule> rewrite;

  /// @param sourceBucket whether a request may name this bucket; a segment that names another one
  ///     is part of the key
  public SihThumbor(Predicate<String> sourceBucket, Optional<RewriteRule> rewrite) {
    this.sourceBucket = sourceBucket;
    this.rewrite = rewrite;
  }

  /// @throws TintypeException BAD_REQUEST naming the part that is wrong
  public ImageRequest parse(ReceivedRequest received) {
    String path = rewrite.map(rule -> rule.apply(received.path())).orElse(received.path());
    if (rewrite.isEmpty()) {
      requireImage(path);
    }
    Optional<String> bucket = bucket(received.path()).or(() -> bucket(path));
    String key = ObjectNames.key("path", Percent.decode("path", key(path, bucket)));
    var asked =
        new Requests.Asked(
            Grammar.SIH_THUMBOR,
            new Subject.Original(bucket, key),
            ThumborEdits.read(path),
            OutputReader.Wishes.OF_THUMBOR,
            Map.of());
    return Requests.of(received, asked, Dialect.SIH);
  }

  /// A file extension must be that of an image; without one it may be any object.
  private static void requireImage(String path) {
    int dot = path.lastIndexOf('.');
    String extension = path.substring(dot + 1);
    boolean extended = dot > 0 && !extension.isEmpty() && extension.matches("[^/\\\\]+");
    if (extended && Format.named(extension).isEmpty()) {
      throw Wrong.coded(
          "RequestTypeError", "path", "an image's file extension, or none", "." + extension);
    }
  }

  private Optional<String> bucket(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.startsWith("s3:") && sourceBucket.test(segment.substring(3))) {
        return Optional.of(segment.substring(3));
      }
    }
    return Optional.empty();
  }

  private static String key(String path, Optional<String> bucket) {
    String rest = CROP.matcher(path).replaceAll("");
    rest = SIZE.matcher(rest).replaceAll("");
    rest = WATERMARK.matcher(rest).replaceFirst("");
    rest = FILTERS.matcher(rest).replaceAll("");
    rest = FIT_IN.matcher(rest).replaceAll("");
    if (bucket.isPresent()) {
      String segment = "s3:" + bucket.get() + "/";
      int at = rest.indexOf(segment);
      rest = at < 0 ? rest : rest.substring(0, at) + rest.substring(at + segment.length());
    }
    int start = 0;
    while (start < rest.length() && rest.charAt(start) == '/') {
      start++;
    }
    return rest.substring(start);
  }
}
