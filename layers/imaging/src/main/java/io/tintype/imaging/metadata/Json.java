package io.tintype.imaging.metadata;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes values as JavaScript's `JSON.stringify` does.
final class Json {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Json() {}

  static void text(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    json.append('"');
  }

  /// The shortest digits that give the number again, without an exponent from a millionth up.
  static void number(double number, StringBuilder json) {
    if (!Double.isFinite(number)) {
      json.append("null");
    } else if (number == Math.rint(number)) {
      json.append((long) number);
    } else if (Math.abs(number) >= 1e-6) {
      json.append(new BigDecimal(Double.toString(number)).toPlainString());
    } else {
      // 1.0E-7 in Java is 1e-7 in JavaScript.
      json.append(Double.toString(number).replace(".0E", "e").replace('E', 'e'));
    }
  }

  static void numbers(List<Double> numbers, StringBuilder json) {
    json.append('[');
    String separator = "";
    for (double number : numbers) {
      json.append(separator);
      number(number, json);
      separator = ",";
    }
    json.append(']');
  }

  static void buffer(byte[] bytes, StringBuilder json) {
    json.append("{\"type\":\"Buffer\",\"data\":[");
    for (int i = 0; i < bytes.length; i++) {
      json.append(i == 0 ? "" : ",").append(bytes[i] & 255);
    }
    json.append("]}");
  }

  static void time(Instant time, StringBuilder json) {
    json.append('"').append(ISO.format(time)).append('"');
  }
}
