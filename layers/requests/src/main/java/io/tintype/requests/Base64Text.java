package io.tintype.requests;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// imagor's `b64:` and text in base64url, for what a URL can't hold otherwise.
final class Base64Text {

  private static final String MARK = "b64:";

  private Base64Text() {}

  /// The text; empty where it doesn't start with the mark or what follows is something else.
  ///
  /// @throws io.tintype.imaging.TintypeException BAD_REQUEST when it hides control characters
  static Optional<String> decode(String text) {
    if (!text.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      String digits = text.substring(MARK.length()).replaceFirst("={1,2}$", "");
      byte[] bytes = Base64.getUrlDecoder().decode(digits);
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(PathText.plain(decoded).text());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
