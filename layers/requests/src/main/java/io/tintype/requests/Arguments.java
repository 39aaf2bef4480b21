package io.tintype.requests;

import io.tintype.imaging.Color;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The arguments of one filter call, each read as the kind of value that the filter wants.
///
/// @param syntax how the filter is written, such as `rgb(red,green,blue)`; the names in it name
///     the arguments in errors, and those behind the first bracket may be left out
record Arguments(String syntax, String name, List<PathText> values) {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:\\d{1,18}(?:\\.\\d*)?|\\.\\d+)");
  private static final int LONGEST_DECIMAL = 32;

  Arguments {
    values = List.copyOf(values);
    int most = names(syntax).size();
    int optional = syntax.indexOf('[');
    int fewest = optional < 0 ? most : names(syntax.substring(0, optional)).size();
    int received = values.size();
    if (received < fewest || received > most) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "filter "
              + name
              + ": expected "
              + syntax
              + " but received "
              + received
              + (received == 1 ? " argument" : " arguments"));
    }
  }

  /// An encoded comma belongs to its argument; where there are no others, and the filter takes
  /// several arguments, somebody encoded the separators too.
  ///
  /// @throws TintypeException BAD_REQUEST when there are too many or too few
  static Arguments of(String syntax, FilterCall call) {
    boolean separated = call.arguments().size() != 1 || names(syntax).size() < 2;
    return new Arguments(
        syntax,
        call.name(),
        separated ? call.arguments() : splitAtCommas(call.arguments().getFirst()));
  }

  private static List<PathText> splitAtCommas(PathText text) {
    List<PathText> parts = new ArrayList<>();
    int start = 0;
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) == ',' && text.encoded(index)) {
        parts.add(text.part(start, index).strip());
        start = index + 1;
      }
    }
    parts.add(start == 0 ? text : text.part(start, text.length()).strip());
    return parts;
  }

  private static List<String> names(String syntax) {
    String inside = syntax.substring(syntax.indexOf('(') + 1).replaceAll("[\\[\\])]", "");
    return inside.isEmpty() ? List.of() : List.of(inside.split(","));
  }

  /// Whether the argument is there and not empty.
  boolean has(int index) {
    return index < values.size() && values.get(index).length() > 0;
  }

  int count() {
    return values.size();
  }

  PathText value(int index) {
    if (values.get(index).length() == 0) {
      throw wrong(index, "a value");
    }
    return values.get(index);
  }

  String text(int index) {
    return value(index).text();
  }

  int whole(int index, int least, int most) {
    return Math.toIntExact(wholeLong(index, least, most));
  }

  int whole(int index, int least, int most, int otherwise) {
    return has(index) ? whole(index, least, most) : otherwise;
  }

  long wholeLong(int index, long least, long most) {
    String text = values.get(index).text();
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong(index, least + ".." + most);
  }

  double decimal(int index, double least, double most) {
    return decimal(index, values.get(index).text(), least, most);
  }

  /// A number within an argument.
  double decimal(int index, String text, double least, double most) {
    return decimal(index, text, least, most, plain(least) + ".." + plain(most));
  }

  /// A number at or above `least`; `expected` is what an error says.
  double decimal(int index, double least, double most, String expected) {
    return decimal(index, values.get(index).text(), least, most, expected);
  }

  private double decimal(int index, String text, double least, double most, String expected) {
    if (text.length() <= LONGEST_DECIMAL && DECIMAL.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw wrong(index, expected);
  }

  boolean flag(int index) {
    return switch (values.get(index).text()) {
      case "true", "True", "1" -> true;
      case "false", "False", "0" -> false;
      case String other -> throw wrong(index, "true or false");
    };
  }

  /// A colour, or `none` for transparency.
  Color color(int index) {
    String text = values.get(index).text();
    Optional<Color> color =
        text.equals("none") ? Optional.of(Color.TRANSPARENT) : Colors.named(text);
    return color.orElseThrow(() -> wrong(index, Colors.EXPECTED));
  }

  TintypeException wrong(int index, String expected) {
    List<String> names = names(syntax);
    String label = names.size() == 1 ? "" : names.get(index) + ": ";
    return new TintypeException(
        Reason.BAD_REQUEST,
        "filter "
            + name
            + ": "
            + label
            + "expected "
            + expected
            + " but received "
            + Received.text(values.get(index).text()));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
