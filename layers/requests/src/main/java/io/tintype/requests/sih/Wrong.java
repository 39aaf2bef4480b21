package io.tintype.requests.sih;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Received;
import java.util.Locale;
import java.util.function.Supplier;

/// How this package complains.
final class Wrong {

  private Wrong() {}

  static TintypeException at(String place, String expected, String received) {
    return new TintypeException(Reason.BAD_REQUEST, text(place, expected, received));
  }

  /// @param code Serverless Image Handler's word for it
  static TintypeException coded(String code, String place, String expected, String received) {
    return TintypeException.coded(Reason.BAD_REQUEST, code, text(place, expected, received));
  }

  /// Lets the domain's records say what they expect, and adds the place.
  static <T> T named(String place, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new TintypeException(
          Reason.BAD_REQUEST,
          place + ": " + message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1),
          e);
    }
  }

  private static String text(String place, String expected, String received) {
    return Received.text(place)
        + ": expected "
        + expected
        + " but received "
        + Received.text(received);
  }
}
