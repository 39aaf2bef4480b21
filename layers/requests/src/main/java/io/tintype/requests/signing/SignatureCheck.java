package io.tintype.requests.signing;

import io.tintype.requests.ImageRequest.Authorization;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;

/// Holds what requests say for themselves to the signing keys. Any of the keys will do, so that
/// one can be replaced while URLs made with the other are still about; without keys nothing is
/// valid. Takes the same time wherever a signature is wrong. Safe for use by several threads.
///
/// @param keys in any order
/// @param pathHash how Thumbor's hash is computed here
public record SignatureCheck(List<SigningKey> keys, PathHash pathHash) {

  public SignatureCheck {
    keys = List.copyOf(keys);
  }

  /// What a signature is worth.
  public enum Verdict {
    /// Made with one of the keys, over exactly this request.
    VALID,
    /// There is none.
    ABSENT,
    /// There is one, but not one of ours.
    WRONG
  }

  public Verdict check(Authorization authorization) {
    return switch (authorization) {
      case Authorization.None() -> Verdict.ABSENT;
      case Authorization.Hash(String hash, String signed) ->
          compare(hash, key -> pathHash.of(key, signed));
      case Authorization.Signature(String hex, String signed) ->
          compare(hex, key -> QuerySignature.of(key, signed));
    };
  }

  private Verdict compare(String received, Function<SigningKey, String> expected) {
    byte[] bytes = received.getBytes(StandardCharsets.UTF_8);
    boolean valid = false;
    for (SigningKey key : keys) {
      // No early end: which of the keys fits is nobody's business.
      valid |= MessageDigest.isEqual(bytes, expected.apply(key).getBytes(StandardCharsets.UTF_8));
    }
    return valid ? Verdict.VALID : Verdict.WRONG;
  }
}
