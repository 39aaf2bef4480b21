package io.tintype.imaging.header;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is looked for in CSS: in a `style` attribute, a style sheet, or the value of a presentation
/// attribute with its name before it. Nothing is parsed; text that merely looks like something
/// forbidden counts as such.
///
/// @param text with escapes resolved, since `f\69lter` is a filter too
record SvgStyle(String text) {

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-9A-Fa-f]{1,6})\\s?|(.))", Pattern.DOTALL);
  private static final Pattern EFFECT = property("(?:filter|mask(?:-image)?)", "\\s*+(?!none)");
  private static final Pattern DASH = property("stroke-dasharray", "([^;}\"']*)");
  private static final Pattern FONT_SIZE = property("font(?:-size)?", "([^;}\"']*)");
  private static final Pattern GEOMETRY = property("(?:r|rx|ry|width|height|d)", "");
  private static final Pattern URL =
      Pattern.compile(
          "(?:url\\(\\s*+[\"']?|@import)\\s*+([^\\s)\"']{0,200})", Pattern.CASE_INSENSITIVE);
  private static final Pattern SLOW_SELECTOR =
      Pattern.compile("~(?!=)|:(?:nth|has|not|is\\(|where|first-of|last|only)");
  private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+(?:[eE][+-]?\\d{1,3})?");

  /// A comment where the colon is expected may hide anything, so it counts as one.
  private static Pattern property(String name, String value) {
    return Pattern.compile(
        "(?<![\\w])" + name + "\\s*+(?::|/\\*)" + value, Pattern.CASE_INSENSITIVE);
  }

  static SvgStyle of(String css) {
    return new SvgStyle(
        css.indexOf('\\') < 0 ? css : ESCAPE.matcher(css).replaceAll(SvgStyle::plain));
  }

  private static String plain(java.util.regex.MatchResult escape) {
    String digits = escape.group(1);
    if (digits == null) {
      return Matcher.quoteReplacement(escape.group(2));
    }
    int code = Integer.parseInt(digits, 16);
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(code) ? Character.toString(code) : "?");
  }

  boolean effects() {
    return EFFECT.matcher(text).find();
  }

  /// What `url()` and `@import` name, `#` included.
  List<String> references() {
    List<String> all = new ArrayList<>();
    Matcher matcher = URL.matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  boolean setsGeometry() {
    return GEOMETRY.matcher(text).find();
  }

  boolean selectsSlowly() {
    return SLOW_SELECTOR.matcher(text).find();
  }

  /// About how many rules a style sheet has.
  int rules() {
    return (int) text.chars().filter(c -> c == '{' || c == ',').count();
  }

  /// The shortest length in a dash pattern; without end where nothing is dashed.
  double shortestDash() {
    double shortest = Double.POSITIVE_INFINITY;
    Matcher matcher = DASH.matcher(text);
    while (matcher.find()) {
      String pattern = matcher.group(1);
      if (pattern.contains("/*")) {
        return Double.MIN_VALUE;
      }
      double part = pattern.indexOf('%') < 0 ? 1 : 0.01;
      shortest = Math.min(shortest, part * shortest(pattern));
    }
    return shortest;
  }

  private static double shortest(String numbers) {
    double shortest = Double.POSITIVE_INFINITY;
    Matcher matcher = NUMBER.matcher(numbers);
    while (matcher.find()) {
      double number = Double.parseDouble(matcher.group());
      shortest = number > 0 ? Math.min(shortest, number) : shortest;
    }
    return shortest;
  }

  double largestFont() {
    double largest = 0;
    Matcher matcher = FONT_SIZE.matcher(text);
    while (matcher.find()) {
      Matcher number = NUMBER.matcher(matcher.group(1));
      while (number.find()) {
        largest = Math.max(largest, Double.parseDouble(number.group()));
      }
    }
    return largest;
  }
}
