package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Percent-decoded text that remembers which of its characters were written encoded. A slash, a
/// comma or a parenthesis that somebody encoded is a part of a name, a plain one separates.
final class PathText {

  private final String raw;
  private final String text;
  private final BitSet encoded;

  /// Index in `raw` of every character of `text`, and of the end.
  private final int[] places;

  private PathText(String raw, String text, BitSet encoded, int[] places) {
    this.raw = raw;
    this.text = text;
    this.encoded = encoded;
    this.places = places;
  }

  /// @param raw as received
  /// @throws TintypeException BAD_REQUEST when an escape is damaged or hides something other than
  ///     UTF-8, or there is a control character other than a line feed
  static PathText decode(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    BitSet encoded = new BitSet();
    int[] places = new int[raw.length() + 1];
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) != '%') {
        places[text.length()] = at;
        text.append(raw.charAt(at));
        at++;
        continue;
      }
      int end = at;
      while (end < raw.length() && raw.charAt(end) == '%') {
        end += 3;
      }
      String run = utf8(raw, at, end);
      for (int index = 0; index < run.length(); index++) {
        char character = run.charAt(index);
        encoded.set(text.length());
        places[text.length()] = at;
        text.append(character);
        // Half of a pair has no bytes of its own.
        at += Character.isLowSurrogate(character) ? 0 : 3 * bytes(run.codePointAt(index));
      }
    }
    places[text.length()] = raw.length();
    String decoded = text.toString();
    refuseControls(decoded);
    return new PathText(raw, decoded, encoded, places);
  }

  /// Text in which `%` has no meaning.
  static PathText plain(String text) {
    return decode(text.replace("%", "%25"));
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /// Whether the character stands there and was not written encoded.
  boolean plain(int index, char character) {
    return index < text.length() && text.charAt(index) == character && !encoded.get(index);
  }

  boolean encoded(int index) {
    return encoded.get(index);
  }

  /// The next plain slash at or behind the index, or -1.
  int slash(int from) {
    int slash = text.indexOf('/', from);
    while (slash >= 0 && encoded.get(slash)) {
      slash = text.indexOf('/', slash + 1);
    }
    return slash;
  }

  /// A part as it was received.
  String raw(int from, int to) {
    return raw.substring(places[from], places[to]);
  }

  String raw() {
    return raw(0, length());
  }

  PathText part(int from, int to) {
    int[] moved = new int[to - from + 1];
    for (int index = from; index <= to; index++) {
      moved[index - from] = places[index];
    }
    return new PathText(raw, text.substring(from, to), encoded.get(from, to), moved);
  }

  /// Without blanks at both ends.
  PathText strip() {
    int from = 0;
    int to = length();
    while (from < to && charAt(from) == ' ') {
      from++;
    }
    while (to > from && charAt(to - 1) == ' ') {
      to--;
    }
    return part(from, to);
  }

  @Override
  public String toString() {
    return raw();
  }

  private static String utf8(String raw, int from, int to) {
    byte[] bytes = new byte[(to - from) / 3];
    for (int index = 0; index < bytes.length; index++) {
      int at = from + 3 * index;
      int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
      int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
      if (high < 0 || low < 0 || raw.charAt(at + 1) > 'f' || raw.charAt(at + 2) > 'f') {
        throw wrong(raw, at, "two hexadecimal digits after %");
      }
      bytes[index] = (byte) (16 * high + low);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw wrong(raw, from, "percent-encoded UTF-8");
    }
  }

  private static int bytes(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private static void refuseControls(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character != '\n' && Character.isISOControl(character)) {
        throw wrong(text, index, "no control characters");
      }
      if (Character.isSurrogate(character)) {
        if (index + 1 == text.length()
            || !Character.isSurrogatePair(character, text.charAt(index + 1))) {
          throw wrong(text, index, "whole Unicode characters");
        }
        index++;
      }
    }
  }

  private static TintypeException wrong(String text, int at, String expected) {
    return new TintypeException(
        Reason.BAD_REQUEST,
        "path at character "
            + (at + 1)
            + ": expected "
            + expected
            + " but received "
            + Received.text(text.substring(at, Math.min(text.length(), at + 12))));
  }
}
