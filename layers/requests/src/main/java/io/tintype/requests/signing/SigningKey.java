package io.tintype.requests.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret that URLs are signed with. It is never shown.
///
/// @param secret at least 1 character; its UTF-8 bytes are the key
public record SigningKey(String secret) {

  public SigningKey {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a signing key of at least 1 character but received an empty one");
    }
  }

  /// @param algorithm a name that the JDK knows, such as `HmacSHA1`
  byte[] mac(String algorithm, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[…]";
  }
}
