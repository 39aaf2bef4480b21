package io.tintype.requests.sih;

import io.tintype.imaging.TintypeException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as in JavaScript's `decodeURIComponent`: a plus is a plus.
final class Percent {

  private Percent() {}

  /// @param place for errors
  /// @throws TintypeException BAD_REQUEST for a damaged escape
  static String decode(String place, String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (decoded.indexOf('\uFFFD') < 0 || text.contains("%EF%BF%BD")) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw Wrong.at(place, "percent-encoded UTF-8", text);
  }
}
