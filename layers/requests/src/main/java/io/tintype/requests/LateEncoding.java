package io.tintype.requests;

import io.tintype.imaging.TintypeException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Undoes the percent-encoding that was laid over a path after it had been signed, as when a client
/// signs `blur(2, 2)/a.jpg` and a browser asks for `blur(2,%202)/a.jpg`.
///
/// Only what one of the usual encoders writes is undone. Otherwise any letter could be encoded at
/// will, and one signature would be good for any number of addresses that are each made and stored.
final class LateEncoding {

  private static final String ALWAYS_LEFT =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./";

  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-F]{2})+");

  private static final List<Encoder> ENCODERS =
      List.of(
          // Browsers: the URL Standard's path percent-encode set, which leaves percent signs alone.
          new Encoder("!$%&'()*+,:;=@[\\]^|~"),
          // JavaScript's encodeURI.
          new Encoder("!#$&'()*+,:;=?@~"),
          // JavaScript's encodeURIComponent, on every segment.
          new Encoder("!'()*~"),
          // Python's quote, and all who leave RFC 3986's unreserved characters only.
          new Encoder("~"));

  private LateEncoding() {}

  /// What may have been there before, without `path` itself.
  static List<String> undone(String path) {
    return path.indexOf('%') < 0
        ? List.of()
        : ENCODERS.stream().flatMap(encoder -> encoder.undone(path)).distinct().toList();
  }

  /// @param left what it leaves as it is, besides [#ALWAYS_LEFT]
  private record Encoder(String left) {

    Stream<String> undone(String path) {
      String before = ESCAPES.matcher(path).replaceAll(run -> decoded(run.group()));
      return !before.equals(path) && encoded(before).equals(path)
          ? Stream.of(before)
          : Stream.empty();
    }

    /// What it wouldn't have encoded was encoded before.
    private String decoded(String run) {
      try {
        var plain = new StringBuilder();
        PathText.decode(run)
            .text()
            .codePoints()
            .forEach(
                point -> {
                  String character = Character.toString(point);
                  plain.append(leaves(point) ? escaped(character) : character);
                });
        return Matcher.quoteReplacement(plain.toString());
      } catch (TintypeException e) {
        return Matcher.quoteReplacement(run);
      }
    }

    private String encoded(String text) {
      var encoded = new StringBuilder();
      text.codePoints()
          .forEach(
              point -> {
                String character = Character.toString(point);
                encoded.append(leaves(point) ? character : escaped(character));
              });
      return encoded.toString();
    }

    private boolean leaves(int point) {
      return ALWAYS_LEFT.indexOf(point) >= 0 || left.indexOf(point) >= 0;
    }

    private static String escaped(String character) {
      byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
      return "%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(bytes);
    }
  }
}
