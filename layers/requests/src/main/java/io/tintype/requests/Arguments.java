package io.tintype.requests;

import io.tintype.imaging.Color;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The arguments of one filter call, each read as the kind of value that the filter wants.
///
/// @param syntax how the filter is written, such as `rgb(red,green,blue)`; the names in it name
///     the arguments in errors, and those behind the first bracket may be left out
record Arguments(String syntax, FilterCall call) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:\\d{1,18}(?:\\.\\d*)?|\\.\\d+)");
  private static final int LONGEST_DECIMAL = 32;

  Arguments {
    int most = names(syntax).size();
    int optional = syntax.indexOf('[');
    int fewest = optional < 0 ? most : names(syntax.substring(0, optional)).size();
    int received = call.arguments().size();
    if (received < fewest || received > most) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "filter "
              + call.name()
              + ": expected "
              + syntax
              + " but received "
              + received
              + (received == 1 ? " argument" : " arguments"));
    }
  }

  private static List<String> names(String syntax) {
    String inside = syntax.substring(syntax.indexOf('(') + 1).replaceAll("[\\[\\])]", "");
    return inside.isEmpty() ? List.of() : List.of(inside.split(","));
  }

  boolean has(int index) {
    return index < call.arguments().size();
  }

  String text(int index) {
    String text = call.arguments().get(index).text();
    if (text.isEmpty()) {
      throw wrong(index, "a value");
    }
    return text;
  }

  int whole(int index, int least, int most) {
    return Math.toIntExact(wholeLong(index, least, most));
  }

  long wholeLong(int index, long least, long most) {
    String text = call.arguments().get(index).text();
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong(index, least + ".." + most);
  }

  /// A number at or above `least`; `expected` is what an error says.
  double decimal(int index, double least, double most, String expected) {
    String text = call.arguments().get(index).text();
    if (text.length() <= LONGEST_DECIMAL && DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong(index, expected);
  }

  boolean flag(int index) {
    return switch (call.arguments().get(index).text()) {
      case "true", "True", "1" -> true;
      case "false", "False", "0" -> false;
      case String other -> throw wrong(index, "true or false");
    };
  }

  Color color(int index, String expected) {
    Optional<Color> color = Colors.named(call.arguments().get(index).text());
    return color.orElseThrow(() -> wrong(index, expected));
  }

  TintypeException wrong(int index, String expected) {
    List<String> names = names(syntax);
    String label = names.size() == 1 ? "" : names.get(index) + ": ";
    return new TintypeException(
        Reason.BAD_REQUEST,
        "filter "
            + call.name()
            + ": "
            + label
            + "expected "
            + expected
            + " but received "
            + Received.text(call.arguments().get(index).text()));
  }
}
