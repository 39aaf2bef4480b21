package io.tintype.imaging.header;

import io.tintype.imaging.Format;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SVG, recognised by its root element within the first 64 KB; no XML parser runs, so nothing is
/// expanded or fetched. The size is what `width`, `height` and `viewBox` say at 96 dots an inch,
/// by the rules of CSS for replaced elements; 300x150 where they say nothing.
final class Svg {

  private static final int PRE_READ = 64 * 1024;
  private static final int LONGEST_NUMBER = 64;
  private static final double DEFAULT_WIDTH = 300;
  private static final double DEFAULT_HEIGHT = 150;
  private static final Pattern LENGTH =
      Pattern.compile("\\+?(\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+)(px|in|cm|mm|pt|pc|)");

  private Svg() {}

  /// The root element.
  ///
  /// @param at place of its first byte
  /// @param width in pixels, not rounded
  /// @param viewport the longer side of what its lengths are measured in
  record Root(int at, double width, double height, double viewport) {}

  static boolean recognises(Bytes bytes) {
    return root(bytes).isPresent();
  }

  static Header read(Bytes bytes) {
    Root root = root(bytes).orElse(new Root(0, 0, 0, 0));
    return Header.still(Format.SVG, pixels(root.width), pixels(root.height), true);
  }

  /// Whether a document type before the root element declares something of its own.
  static boolean declares(Bytes bytes, int root) {
    String prolog = bytes.text(0, root);
    int at = prolog.indexOf("<!DOCTYPE");
    return at >= 0 && prolog.indexOf('[', at) >= 0;
  }

  private static Root sized(int at, Map<String, String> attributes) {
    OptionalDouble width = length(attributes.getOrDefault("width", ""));
    OptionalDouble height = length(attributes.getOrDefault("height", ""));
    String[] box = attributes.getOrDefault("viewBox", "").strip().split("[\\s,]+", 5);
    double boxWidth = box.length == 4 ? length(box[2]).orElse(0) : 0;
    double boxHeight = box.length == 4 ? length(box[3]).orElse(0) : 0;
    boolean boxed = boxWidth > 0 && boxHeight > 0;
    double wide =
        width.orElse(
            !boxed
                ? DEFAULT_WIDTH
                : height.isPresent() ? height.getAsDouble() * boxWidth / boxHeight : boxWidth);
    double high =
        height.orElse(
            !boxed
                ? DEFAULT_HEIGHT
                : width.isPresent() ? width.getAsDouble() * boxHeight / boxWidth : boxHeight);
    double viewport =
        boxed ? Math.max(boxWidth, boxHeight) : Math.max(Math.max(wide, high), DEFAULT_WIDTH);
    return new Root(at, wide, high, viewport);
  }

  private static long pixels(double length) {
    return length == 0 ? 0 : Math.max(1, Math.round(length));
  }

  /// In pixels; empty for percentages and whatever else depends on where the picture is shown.
  private static OptionalDouble length(String text) {
    String stripped = text.strip();
    Matcher matcher = LENGTH.matcher(stripped);
    if (stripped.length() > LONGEST_NUMBER || !matcher.matches()) {
      return OptionalDouble.empty();
    }
    double pixels =
        switch (matcher.group(2)) {
          case "in" -> 96;
          case "cm" -> 96 / 2.54;
          case "mm" -> 96 / 25.4;
          case "pt" -> 96 / 72.0;
          case "pc" -> 16;
          default -> 1;
        };
    return OptionalDouble.of(Double.parseDouble(matcher.group(1)) * pixels);
  }

  /// The root element, if that is `svg`.
  static Optional<Root> root(Bytes bytes) {
    String text = bytes.text(0, PRE_READ);
    int at = skipSpace(text, text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0);
    while (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      int end = text.startsWith("<!--", at) ? after(text, "-->", at + 4) : -1;
      end = text.startsWith("<?", at) ? after(text, "?>", at) : end;
      end = text.startsWith("<!DOCTYPE", at) ? afterDoctype(text, at) : end;
      if (end < 0) {
        return Optional.empty();
      }
      at = skipSpace(text, end);
    }
    int end = nameEnd(text, at + 1);
    if (!text.startsWith("<", at) || end >= text.length()) {
      return Optional.empty();
    }
    String name = text.substring(at + 1, end);
    boolean svg = name.equals("svg") || name.endsWith(":svg");
    return svg ? Optional.of(sized(at, attributes(text, end))) : Optional.empty();
  }

  private static Map<String, String> attributes(String text, int from) {
    Map<String, String> attributes = new HashMap<>();
    int at = skipSpace(text, from);
    while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '/') {
      int end = nameEnd(text, at);
      int quote = skipSpace(text, skipSpace(text, end) + 1);
      if (end == at || quote >= text.length() || "\"'".indexOf(text.charAt(quote)) < 0) {
        return attributes;
      }
      int close = text.indexOf(text.charAt(quote), quote + 1);
      if (close < 0) {
        return attributes;
      }
      attributes.put(text.substring(at, end), text.substring(quote + 1, close));
      at = skipSpace(text, close + 1);
    }
    return attributes;
  }

  private static int nameEnd(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\r\n=/>\"'<".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int after(String text, String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? -1 : at + end.length();
  }

  /// Past declarations in brackets and past what is quoted.
  private static int afterDoctype(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int at = from; at < text.length(); at++) {
      char character = text.charAt(at);
      if (quote != 0) {
        quote = character == quote ? 0 : quote;
      } else {
        switch (character) {
          case '"', '\'' -> quote = character;
          case '[' -> depth++;
          case ']' -> depth--;
          case '>' -> {
            if (depth == 0) {
              return at + 1;
            }
          }
          default -> {}
        }
      }
    }
    return -1;
  }
}
