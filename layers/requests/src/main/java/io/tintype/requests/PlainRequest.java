package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.Expiry;
import io.tintype.requests.signing.QuerySignature;
import io.tintype.requests.sih.QueryRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The original's key alone, and parameters: `?d=600` fills a square and `?d=300x200` a box,
/// cutting off what sticks out; `?width=300&format=webp` and their like are Serverless Image
/// Handler's; `?showExif=true` asks for its EXIF.
final class PlainRequest {

  private static final Pattern DIMENSIONS = Pattern.compile("(\\d{1,6})(?:x(\\d{1,6}))?");

  private PlainRequest() {}

  /// @param edits whether Serverless Image Handler's parameters make it one too
  static boolean asked(ReceivedRequest received, boolean edits) {
    return received.query().containsKey("d")
        || asksForExif(received)
        || (edits && QueryRequest.asked(received));
  }

  /// @throws TintypeException BAD_REQUEST
  static ImageRequest parse(ReceivedRequest received, PathText path, Dialect dialect) {
    Subject.Original original = SubjectReader.original(path.text().replaceFirst("^/+", ""));
    return asksForExif(received)
        ? new ImageRequest(
            Grammar.PLAIN,
            original,
            Recipe.IDENTITY,
            new Answer.Exif(),
            QuerySignature.read(received),
            Expiry.read(received))
        : QueryRequest.parse(received, original, box(received), dialect);
  }

  private static boolean asksForExif(ReceivedRequest received) {
    return received.query().getOrDefault("showExif", "").equalsIgnoreCase("true");
  }

  private static Optional<Size> box(ReceivedRequest received) {
    return Optional.ofNullable(received.query().get("d")).map(PlainRequest::box);
  }

  private static Size box(String text) {
    Matcher sides = DIMENSIONS.matcher(text);
    int width = sides.matches() ? Integer.parseInt(sides.group(1)) : 0;
    int height = width == 0 || sides.group(2) == null ? width : Integer.parseInt(sides.group(2));
    if (width == 0 || height == 0) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "parameter d: expected pixels as in 600 or 300x200 but received " + Received.text(text));
    }
    return new Size(width, height);
  }
}
