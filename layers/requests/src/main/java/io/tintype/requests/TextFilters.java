package io.tintype.requests;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Drawing.Text.Align;
import io.tintype.imaging.Drawing.Text.Wrap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// imagor's `text` and `label`. A text may be plain, percent-encoded with `+` for a blank, or
/// `b64:` and base64url. There is one font, so of a font's name only the size behind it counts.
final class TextFilters {

  private static final int USUAL_SIZE = 20;
  private static final int USUAL_DPI = 72;
  private static final int WIDEST = 8192;

  private static final Pattern SIZE = Pattern.compile(".*[- ](\\d{1,4})|(\\d{1,4})");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})p");
  private static final Pattern FRACTION = Pattern.compile("0?\\.\\d{1,9}|1\\.0*");
  private static final Pattern FULL = Pattern.compile("f(?:ull)?(?:-(\\d{1,4}))?");

  private TextFilters() {}

  static void text(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Drawing.Text(
            letters(arguments.value(0)),
            Places.across(arguments, 1),
            Places.down(arguments, 2),
            arguments.has(3) ? size(arguments, 3) : USUAL_SIZE,
            arguments.whole(12, 1, 1200, USUAL_DPI),
            arguments.has(4) ? arguments.color(4) : Color.BLACK,
            arguments.whole(5, 0, 100, 0),
            Places.blend(arguments, 6),
            width(arguments, 7, draft),
            align(arguments, 8),
            arguments.has(9) && arguments.flag(9),
            wrap(arguments, 10),
            arguments.whole(11, 0, 1000, 0)));
  }

  /// The size is that of the letters in pixels, which are points at 72 dpi.
  static void label(Arguments arguments, RecipeDraft draft) {
    draft.add(
        new Drawing.Text(
            letters(arguments.value(0)),
            Places.across(arguments, 1),
            Places.down(arguments, 2),
            arguments.whole(3, 1, 1000, USUAL_SIZE),
            USUAL_DPI,
            arguments.has(4) ? arguments.color(4) : Color.BLACK,
            arguments.whole(5, 0, 100, 0),
            Blend.OVER,
            Optional.empty(),
            Align.LOW,
            /* justify= */ false,
            Wrap.WORD,
            /* spacing= */ 0));
  }

  private static String letters(PathText value) {
    StringBuilder letters = new StringBuilder(value.length());
    for (int index = 0; index < value.length(); index++) {
      letters.append(value.plain(index, '+') ? ' ' : value.charAt(index));
    }
    String text = letters.toString();
    return Base64Text.decode(text).orElse(text);
  }

  private static int size(Arguments arguments, int index) {
    Matcher size = SIZE.matcher(arguments.text(index));
    if (!size.matches()) {
      return USUAL_SIZE;
    }
    return Integer.parseInt(size.group(1) == null ? size.group(2) : size.group(1));
  }

  /// Widths relative to the picture's are had where the URL says how wide that is.
  private static Optional<Integer> width(Arguments arguments, int index, RecipeDraft draft) {
    if (!arguments.has(index) || arguments.text(index).equals("0")) {
      return Optional.empty();
    }
    String text = arguments.text(index);
    Matcher percent = PERCENT.matcher(text);
    Matcher full = FULL.matcher(text);
    if (percent.matches()) {
      return share(arguments, index, draft, Integer.parseInt(percent.group(1)) / 100.0, 0);
    }
    if (FRACTION.matcher(text).matches()) {
      return share(arguments, index, draft, Double.parseDouble(text), 0);
    }
    if (full.matches()) {
      int less = full.group(1) == null ? 0 : Integer.parseInt(full.group(1));
      return share(arguments, index, draft, 1, less);
    }
    return Optional.of(arguments.whole(index, 1, WIDEST));
  }

  private static Optional<Integer> share(
      Arguments arguments, int index, RecipeDraft draft, double factor, int less) {
    int whole =
        draft
            .certainWidth()
            .orElseThrow(
                () ->
                    arguments.wrong(
                        index, "pixels, because the URL doesn't say how wide the picture is,"));
    return Optional.of(Math.max(1, (int) (whole * factor) - less));
  }

  private static Align align(Arguments arguments, int index) {
    return switch (arguments.has(index) ? arguments.text(index).toLowerCase(Locale.ROOT) : "low") {
      case "low", "left" -> Align.LOW;
      case "centre", "center" -> Align.CENTRE;
      case "high", "right" -> Align.HIGH;
      case String other -> throw arguments.wrong(index, "low, centre or high");
    };
  }

  private static Wrap wrap(Arguments arguments, int index) {
    return switch (arguments.has(index) ? arguments.text(index).toLowerCase(Locale.ROOT) : "word") {
      case "word" -> Wrap.WORD;
      case "char" -> Wrap.CHARACTER;
      case "wordchar", "word_char" -> Wrap.WORD_OR_CHARACTER;
      case "none" -> Wrap.NEVER;
      case String other -> throw arguments.wrong(index, "word, char, wordchar or none");
    };
  }
}
