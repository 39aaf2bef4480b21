package io.tintype.imaging.metadata;

import java.time.Instant;
import java.util.List;

/// What an EXIF tag says.
public sealed interface ExifValue {

  record Text(String text) implements ExifValue {}

  /// One number; not finite where a fraction has none.
  record One(double number) implements ExifValue {}

  record Many(List<Double> numbers) implements ExifValue {

    public Many {
      numbers = List.copyOf(numbers);
    }
  }

  /// Bytes without a meaning that the standard gives, or text that is no ASCII.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Raw(byte[] bytes) implements ExifValue {}

  /// EXIF has no time zone here; as if it were UTC.
  record Moment(Instant time) implements ExifValue {}

  /// A value that is damaged or of an unknown type.
  record Nothing() implements ExifValue {}

  /// Appends the value as JSON.
  default void json(StringBuilder json) {
    switch (this) {
      case Text(String text) -> Json.text(text, json);
      case One(double number) -> Json.number(number, json);
      case Many(var numbers) -> Json.numbers(numbers, json);
      case Raw(byte[] bytes) -> Json.buffer(bytes, json);
      case Moment(Instant time) -> Json.time(time, json);
      case Nothing() -> json.append("null");
    }
  }
}
