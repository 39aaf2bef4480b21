package io.tintype.requests.sih;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.Color;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One value of a request's JSON. Numbers and truth values may also be written as texts, as
/// Serverless Image Handler allows in most places.
///
/// @param place such as `edits.resize.width`, for errors
/// @param dialect whether what isn't known is an error
record Value(String place, JsonNode node, Dialect dialect) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,18}(?:\\.\\d{0,18})?|\\.\\d{1,18})");
  private static final int LONGEST_LIST = 20_000;

  boolean isNumber() {
    return node.isNumber()
        || (node.isTextual() && NUMBER.matcher(node.textValue().strip()).matches());
  }

  boolean isObject() {
    return node.isObject();
  }

  boolean isList() {
    return node.isArray();
  }

  /// Whether it only says that something is to be done, and not how.
  boolean isTrue() {
    return asFlag().orElse(false);
  }

  boolean isFalse() {
    return asFlag().map(flag -> !flag).orElse(false);
  }

  double number() {
    double value = Double.NaN;
    if (node.isNumber()) {
      value = node.doubleValue();
    } else if (isNumber()) {
      value = Double.parseDouble(node.textValue().strip());
    }
    if (!Double.isFinite(value)) {
      throw wrong("a number");
    }
    return value;
  }

  /// A whole number that fits 32 bits.
  int whole() {
    double value = number();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw wrong("a whole number");
    }
    return (int) value;
  }

  String text() {
    if (!node.isTextual()) {
      throw wrong("a text");
    }
    return node.textValue();
  }

  boolean flag() {
    return asFlag().orElseThrow(() -> wrong("true or false"));
  }

  private Optional<Boolean> asFlag() {
    return switch (node.isBoolean() ? node.asText() : node.isTextual() ? node.textValue() : "") {
      case "true", "True", "TRUE" -> Optional.of(true);
      case "false", "False", "FALSE" -> Optional.of(false);
      case String other -> Optional.empty();
    };
  }

  Color color() {
    return JsonColors.read(this);
  }

  Fields fields() {
    if (!(node instanceof ObjectNode object)) {
      throw wrong("an object");
    }
    return new Fields(place, object, dialect);
  }

  List<Value> list() {
    if (!node.isArray() || node.size() > LONGEST_LIST) {
      throw wrong("a list of at most " + LONGEST_LIST);
    }
    List<Value> values = new ArrayList<>();
    for (int index = 0; index < node.size(); index++) {
      values.add(new Value(place + "[" + index + "]", node.get(index), dialect));
    }
    return values;
  }

  List<Double> numbers() {
    return list().stream().map(Value::number).toList();
  }

  <T> T oneOf(Map<String, T> words) {
    T found = words.get(node.isTextual() || node.isNumber() ? node.asText() : "");
    if (found == null) {
      throw wrong("one of " + String.join(", ", new TreeSet<>(words.keySet())));
    }
    return found;
  }

  TintypeException wrong(String expected) {
    return Wrong.at(place, expected, shown());
  }

  /// What was received, for errors.
  String shown() {
    return node.isTextual() ? node.textValue() : node.toString();
  }
}
