package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads the attributes of a DynamoDB item; one that is missing or of another type is an error that
/// names it.
record Item(Map<String, AttributeValue> attributes) {

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue decimal(double value) {
    return AttributeValue.fromN(BigDecimal.valueOf(value).toPlainString());
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String string(String name) {
    return find(name, AttributeValue::s).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalString(String name) {
    return has(name) ? Optional.of(string(name)) : Optional.empty();
  }

  long number(String name) {
    String digits = find(name, AttributeValue::n).orElseThrow(() -> missing(name));
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new TintypeException(
          Reason.INTERNAL, "Expected a whole number in " + name + " but received " + digits, e);
    }
  }

  double decimal(String name) {
    String digits = find(name, AttributeValue::n).orElseThrow(() -> missing(name));
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new TintypeException(
          Reason.INTERNAL, "Expected a number in " + name + " but received " + digits, e);
    }
  }

  int integer(String name) {
    return Math.toIntExact(number(name));
  }

  boolean flag(String name) {
    return find(name, AttributeValue::bool).orElseThrow(() -> missing(name));
  }

  Item map(String name) {
    return find(name, value -> value.hasM() ? new Item(value.m()) : null)
        .orElseThrow(() -> missing(name));
  }

  List<Item> maps(String name) {
    return find(name, value -> value.hasL() ? value.l() : null)
        .orElseThrow(() -> missing(name))
        .stream()
        .map(value -> new Item(value.m()))
        .toList();
  }

  private <T> Optional<T> find(String name, Function<AttributeValue, @Nullable T> as) {
    AttributeValue value = attributes.get(name);
    return value == null ? Optional.empty() : Optional.ofNullable(as.apply(value));
  }

  private static TintypeException missing(String name) {
    return new TintypeException(
        Reason.INTERNAL, "The attribute " + name + " is missing or of another type");
  }
}
