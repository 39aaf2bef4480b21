package io.tintype.requests.sih;

import io.tintype.imaging.Color;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Colors;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours as sharp takes them: an object `{r, g, b, alpha}` with an alpha of 0..1, or a text as in
/// CSS (`#f80`, `orange`, `rgb(255, 136, 0)`, `rgba(…)`, `hsl(…)`).
final class JsonColors {

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(rgb|hsl)a?\\(\\s*(N)(?:deg)?[,\\s]\\s*(N)%?[,\\s]\\s*(N)%?(?:\\s*[,/]\\s*(N)(%)?)?\\s*\\)"
              .replace("N", "[+-]?\\d{0,9}(?:\\.\\d{1,9})?"));
  private static final int LONGEST = 100;

  private JsonColors() {}

  /// @throws TintypeException BAD_REQUEST
  static Color read(Value value) {
    if (value.isObject()) {
      Fields fields = value.fields();
      double alpha = fields.get("alpha", "a").map(Value::number).orElse(1.0);
      Color color =
          color(
              fields.require("r").number(),
              fields.require("g").number(),
              fields.require("b").number(),
              alpha);
      fields.close();
      return color;
    }
    return parse(value.text()).orElseThrow(() -> value.wrong("a colour as in CSS, or {r, g, b}"));
  }

  static Optional<Color> parse(String text) {
    String wanted = text.strip();
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher function = FUNCTION.matcher(wanted);
    if (function.matches()) {
      return function(function);
    }
    return Colors.named(wanted.startsWith("#") ? wanted.substring(1) : wanted);
  }

  private static Optional<Color> function(Matcher match) {
    double[] parts = {0, 0, 0, 1};
    for (int part = 0; part < 4; part++) {
      String number = match.group(part + 2);
      if (number != null) {
        if (number.isEmpty() || !Character.isDigit(number.charAt(number.length() - 1))) {
          return Optional.empty();
        }
        parts[part] = Double.parseDouble(number);
      }
    }
    double alpha = match.group(6) == null ? parts[3] : parts[3] / 100;
    return Optional.of(
        match.group(1).equals("rgb")
            ? color(parts[0], parts[1], parts[2], alpha)
            : hsl(parts[0], parts[1] / 100, parts[2] / 100, alpha));
  }

  /// CSS Color Module Level 4, section 7.1.
  private static Color hsl(double hue, double saturation, double lightness, double alpha) {
    double[] channels = new double[3];
    double amount = saturation * Math.min(lightness, 1 - lightness);
    for (int channel = 0; channel < 3; channel++) {
      double k = (channel * 8 % 12 + (hue % 360 + 360) / 30) % 12;
      // red starts at 0, green at 8 and blue at 4 twelfths
      channels[channel] =
          255 * (lightness - amount * Math.clamp(Math.min(k - 3, 9 - k), -1.0, 1.0));
    }
    return color(channels[0], channels[1], channels[2], alpha);
  }

  /// Rounded and clamped, as the library does that sharp reads colours with.
  static Color color(double red, double green, double blue, double alpha) {
    return new Color(level(red), level(green), level(blue), level(255 * alpha));
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
