package io.tintype.requests.sih;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tintype.requests.Received;
import java.util.Map;

/// A JavaScript regular expression, written for RE2, which knows nearly the same language.
///
/// @param everywhere whether the flag `g` asks for all matches
record JavaScriptRegex(Pattern pattern, boolean everywhere) {

  private static final String FLAGS = "dgimsuy";
  private static final int LONGEST = 1000;
  private static final Map<String, String> NOT_AVAILABLE =
      Map.of(
          "(?=", "look-ahead",
          "(?!", "look-ahead",
          "(?<=", "look-behind",
          "(?<!", "look-behind");

  /// @throws IllegalArgumentException saying what of it is wrong or not available
  static JavaScriptRegex parse(String literal) {
    int end = literal.lastIndexOf('/');
    if (!literal.startsWith("/") || end < 2 || literal.length() > LONGEST) {
      throw wrong("/expression/flags, at most " + LONGEST + " characters", literal);
    }
    String flags = literal.substring(end + 1);
    for (int at = 0; at < flags.length(); at++) {
      if (FLAGS.indexOf(flags.charAt(at)) < 0 || flags.indexOf(flags.charAt(at)) != at) {
        throw wrong("flags of " + FLAGS + ", each once", flags);
      }
    }
    String source = translated(literal.substring(1, end));
    // With y a match must start where the path does.
    String anchored = flags.contains("y") ? "\\A(?:" + source + ")" : source;
    try {
      return new JavaScriptRegex(
          Pattern.compile(anchored, modes(flags)), flags.contains("g") && !flags.contains("y"));
    } catch (PatternSyntaxException e) {
      throw wrong("a regular expression (" + e.getDescription() + ")", literal);
    }
  }

  private static int modes(String flags) {
    return (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
        | (flags.contains("m") ? Pattern.MULTILINE : 0)
        | (flags.contains("s") ? Pattern.DOTALL : 0);
  }

  private static String translated(String source) {
    StringBuilder translated = new StringBuilder();
    boolean inClass = false;
    int at = 0;
    while (at < source.length()) {
      char character = source.charAt(at);
      if (character == '\\') {
        at = escape(source, at, inClass, translated);
      } else if (inClass) {
        // A bracket inside of brackets is a character like any other.
        translated.append(character == '[' ? "\\[" : character);
        inClass = character != ']';
        at++;
      } else if (source.startsWith("[^]", at) || source.startsWith("[]", at)) {
        boolean any = source.charAt(at + 1) == '^';
        translated.append(any ? "(?s:.)" : "[^\\x00-\\x{10FFFF}]");
        at += any ? 3 : 2;
      } else {
        at = plain(source, at, translated);
        inClass = character == '[';
      }
    }
    return translated.toString();
  }

  private static int plain(String source, int at, StringBuilder to) {
    NOT_AVAILABLE.forEach(
        (start, name) -> {
          if (source.startsWith(start, at)) {
            throw wrong("a regular expression without " + name, source);
          }
        });
    if (source.startsWith("(?<", at)) {
      to.append("(?P<");
      return at + 3;
    }
    to.append(source.charAt(at));
    return at + 1;
  }

  /// @param at of the backslash
  /// @return where to go on
  private static int escape(String source, int at, boolean inClass, StringBuilder to) {
    if (at + 1 == source.length()) {
      throw wrong("a regular expression with something behind its last \\", source);
    }
    char letter = source.charAt(at + 1);
    if (!inClass && ((letter >= '1' && letter <= '9') || letter == 'k')) {
      throw wrong("a regular expression without back-references", source);
    }
    switch (letter) {
      case 'u' -> {
        return unicode(source, at, to);
      }
      case 'c' -> {
        if (at + 2 < source.length()) {
          to.append("\\x%02x".formatted(source.charAt(at + 2) & 31));
          return at + 3;
        }
        throw wrong("a letter behind \\c", source);
      }
      case '0' -> to.append("\\x00");
      case 'b' -> to.append(inClass ? "\\x08" : "\\b");
      default -> {
        boolean known = "dDwWsSBtnvfrxpP".indexOf(letter) >= 0;
        boolean itself = Character.isLetterOrDigit(letter) || letter == '/' || letter >= 0x80;
        to.append(itself && !known ? "" : "\\").append(letter);
      }
    }
    return at + 2;
  }

  private static int unicode(String source, int at, StringBuilder to) {
    boolean braces = source.startsWith("{", at + 2);
    int start = braces ? at + 3 : at + 2;
    int end = braces ? source.indexOf('}', start) : Math.min(source.length(), at + 6);
    String digits = end < start ? "" : source.substring(start, end);
    if (!digits.matches(braces ? "[0-9A-Fa-f]{1,6}" : "[0-9A-Fa-f]{4}")) {
      throw wrong("hexadecimal digits behind \\u", source);
    }
    to.append("\\x{").append(digits).append('}');
    return braces ? end + 1 : end;
  }

  private static IllegalArgumentException wrong(String expected, String received) {
    return new IllegalArgumentException(
        "Expected " + expected + " but received " + Received.text(received));
  }
}
