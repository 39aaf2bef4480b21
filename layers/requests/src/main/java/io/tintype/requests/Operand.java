package io.tintype.requests;

import io.tintype.imaging.Recipe;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.PathHash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A picture that is drawn over another one, read from the reference that [Recipe#inputs()] gives.
///
/// A reference is percent-encoded. One that starts with a slash is a Thumbor path without its
/// signature, `/200x200/filters:blur(2)/logo.png`; any other is what a URL may call its image, such
/// as `logo.png` or `s3:bucket/logo.png`. In a path a side may be written `f` or `full`: that of
/// the picture which it is drawn over, and `f-20` is 20 pixels less (imagor's).
///
/// @param recipe to be carried out before it is drawn
public record Operand(Subject subject, Recipe recipe) {

  private static final String FULL = "(-?)(?:full|f)(?:-(\\d{1,6}))?";
  private static final String SIDE = "-?(?:(?:full|f)(?:-\\d{1,6})?|\\d*|orig)";
  private static final Pattern SIZE = Pattern.compile("(" + SIDE + ")x(" + SIDE + ")");
  private static final Pattern FULL_SIDE = Pattern.compile(FULL);

  /// Larger than what may be taken off its sides, to try a reference out.
  private static final Size ANY_GROUND = new Size(1_000_000, 1_000_000);

  /// @param reference from [Recipe#inputs()]
  /// @param ground size of the picture that it is drawn over; it only matters when the reference
  ///     is [#relative]
  /// @throws TintypeException BAD_REQUEST
  public static Operand parse(String reference, Size ground, Dialect dialect) {
    return parse(reference, ground, dialect, new Nesting());
  }

  /// Whether the reference has a size that follows from that of the picture below.
  public static boolean relative(String reference) {
    Size other = new Size(2 * ANY_GROUND.width(), 2 * ANY_GROUND.height());
    return !onGround(reference, ANY_GROUND).equals(onGround(reference, other));
  }

  /// The reference of an original as it is.
  public static String reference(Optional<String> bucket, String key) {
    String encoded = encoded(key.replaceFirst("^/+", ""));
    return bucket.map(name -> "s3:" + name + "/" + encoded).orElse(encoded);
  }

  static void check(String reference, Dialect dialect, Nesting nesting) {
    parse(reference, ANY_GROUND, dialect, nesting);
  }

  private static Operand parse(String reference, Size ground, Dialect dialect, Nesting nesting) {
    nesting.enter();
    PathText path = PathText.decode(onGround(reference, ground));
    if (!path.plain(0, '/')) {
      Subject subject = SubjectReader.read(path.text(), OptionPath.NONE);
      nesting.leave();
      return new Operand(subject, Recipe.IDENTITY);
    }
    ThumborPath nested = ThumborPath.read(path, PathHash.THUMBOR, dialect);
    RecipeDraft draft = RecipeDraft.of(nested.options(), dialect, nesting);
    Subject subject = SubjectReader.read(nested.image().text(), nested.options());
    nesting.leave();
    return new Operand(subject, draft.recipe());
  }

  /// Writes the sides of the first size in a path out, if they are relative.
  private static String onGround(String reference, Size ground) {
    if (!reference.startsWith("/")) {
      return reference;
    }
    int start = 1;
    for (int slash = reference.indexOf('/', start);
        slash >= 0;
        slash = reference.indexOf('/', start)) {
      String segment = reference.substring(start, slash);
      if (segment.startsWith("filters:")) {
        return reference;
      }
      Matcher size = SIZE.matcher(segment);
      if (size.matches()) {
        return reference.substring(0, start)
            + side(size.group(1), ground.width())
            + "x"
            + side(size.group(2), ground.height())
            + reference.substring(slash);
      }
      start = slash + 1;
    }
    return reference;
  }

  private static String side(String text, int ground) {
    Matcher full = FULL_SIDE.matcher(text);
    if (!full.matches()) {
      return text;
    }
    int less = full.group(2) == null ? 0 : Integer.parseInt(full.group(2));
    return full.group(1) + Math.max(1, ground - less);
  }

  private static String encoded(String key) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (unit >= 'a' && unit <= 'z')
              || (unit >= 'A' && unit <= 'Z')
              || (unit >= '0' && unit <= '9')
              || "-._~/".indexOf(unit) >= 0;
      encoded.append(plain ? (char) unit : "%" + String.format("%02X", unit));
    }
    return encoded.toString();
  }
}
