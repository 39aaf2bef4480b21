package io.tintype.requests.signing;

import io.tintype.requests.ImageRequest.Authorization;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// How the hash at the start of a Thumbor path is computed: base64url, with padding, of the HMAC
/// of all that follows it, percent-encoded as received.
///
/// @param length only so many characters of it are written, as imagor can be told;
///     [#SHORTEST] or more, empty for all
public record PathHash(Algorithm algorithm, Optional<Integer> length) {

  /// Thumbor's, and imagor's unless it is told otherwise.
  public static final PathHash THUMBOR = new PathHash(Algorithm.SHA1, Optional.empty());

  /// imagor takes nothing shorter for a hash.
  public static final int SHORTEST = 17;

  /// The hash function inside of the HMAC.
  public enum Algorithm {
    SHA1("HmacSHA1", 28),
    SHA256("HmacSHA256", 44),
    SHA512("HmacSHA512", 88);

    private final String mac;
    private final int characters;

    Algorithm(String mac, int characters) {
      this.mac = mac;
      this.characters = characters;
    }
  }

  public PathHash {
    length.ifPresent(
        value -> {
          if (value < SHORTEST || value > algorithm.characters) {
            throw new IllegalArgumentException(
                "Expected a hash length of "
                    + SHORTEST
                    + ".."
                    + algorithm.characters
                    + " for "
                    + algorithm
                    + " but received "
                    + value);
          }
        });
  }

  /// What the path says for itself in its first segment. Only that one segment is taken off, so
  /// that a hash repeated further on stays part of what is signed.
  ///
  /// @param path with its leading slash, still percent-encoded, without the query
  /// @return [Authorization.None] for `unsafe` and for a path of one segment; else the first
  ///     segment as a hash, whatever it looks like
  public static Authorization read(String path) {
    int start = path.startsWith("/") ? 1 : 0;
    int slash = path.indexOf('/', start);
    if (slash < 0) {
      return new Authorization.None();
    }
    String first = path.substring(start, slash);
    return first.equals("unsafe")
        ? new Authorization.None()
        : new Authorization.Hash(decoded(first), path.substring(slash + 1));
  }

  /// Characters of a hash that is written whole.
  public int longest() {
    return algorithm.characters;
  }

  String of(SigningKey key, String path) {
    String hash = Base64.getUrlEncoder().encodeToString(key.mac(algorithm.mac, path));
    return length.map(characters -> hash.substring(0, characters)).orElse(hash);
  }

  /// Some clients write the padding as `%3D`.
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment; // a stray percent sign, so not a hash of ours
    }
  }
}
