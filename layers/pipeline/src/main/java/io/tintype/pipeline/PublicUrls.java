package io.tintype.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes the URLs under which the edge shows variants.
///
/// @param base scheme and host, `https://img.example.com`; without one the URLs are root-relative
public record PublicUrls(Optional<String> base) {

  private static final String UNRESERVED = "-._~";

  public PublicUrls {
    base = base.map(text -> text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /// The edge picks the format that the viewer accepts.
  public String negotiated(String variant, String originalKey) {
    return base.orElse("") + "/v/" + variant + "/" + encoded(originalKey);
  }

  /// Always this format.
  public String explicit(StoredVariant variant, String originalKey) {
    return negotiated(variant.name() + "." + variant.format().id(), originalKey);
  }

  /// Percent-encodes all but RFC 3986's unreserved characters and the slashes between segments.
  private static String encoded(String key) {
    var text = new StringBuilder(key.length() + 16);
    for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      if (character == '/' || isUnreserved(character)) {
        text.append(character);
      } else {
        text.append(String.format("%%%02X", (int) character));
      }
    }
    return text.toString();
  }

  private static boolean isUnreserved(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || UNRESERVED.indexOf(character) >= 0;
  }
}
