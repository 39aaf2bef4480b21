package io.tintype.requests;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Input;
import io.tintype.imaging.Output;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.signing.Expiry;
import io.tintype.requests.signing.QuerySignature;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The original's key and one parameter: `?d=600` fills a square and `?d=300x200` a box, cutting
/// off what sticks out; `?showExif=true` asks for its EXIF.
final class PlainRequest {

  private static final Pattern DIMENSIONS = Pattern.compile("(\\d{1,6})(?:x(\\d{1,6}))?");

  private PlainRequest() {}

  static boolean asked(ReceivedRequest received) {
    return received.query().containsKey("d") || asksForExif(received);
  }

  /// @throws TintypeException BAD_REQUEST
  static ImageRequest parse(ReceivedRequest received, PathText path) {
    String key = path.text().replaceFirst("^/+", "");
    boolean exif = asksForExif(received);
    return new ImageRequest(
        Grammar.PLAIN,
        SubjectReader.original(key),
        exif ? Recipe.IDENTITY : recipe(received.query().getOrDefault("d", "")),
        exif ? new Answer.Exif() : new Answer.Picture(/* negotiable= */ true),
        QuerySignature.read(received),
        Expiry.read(received));
  }

  private static boolean asksForExif(ReceivedRequest received) {
    return received.query().getOrDefault("showExif", "").equalsIgnoreCase("true");
  }

  private static Recipe recipe(String text) {
    Matcher sides = DIMENSIONS.matcher(text);
    int width = sides.matches() ? Integer.parseInt(sides.group(1)) : 0;
    int height = width == 0 || sides.group(2) == null ? width : Integer.parseInt(sides.group(2));
    if (width == 0 || height == 0) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "parameter d: expected pixels as in 600 or 300x200 but received " + Received.text(text));
    }
    return new Recipe(
        Input.ALL_FRAMES,
        Optional.empty(),
        Optional.empty(),
        new Sizing(
            new Length.Pixels(width),
            new Length.Pixels(height),
            Sizing.Fit.COVER,
            Anchor.CENTER,
            /* adaptive= */ false,
            /* enlarge= */ true),
        Flips.NONE,
        List.of(),
        Output.AS_SOURCE);
  }
}
