package io.tintype.requests;

import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.signing.PathHash;
import java.util.Optional;
import java.util.regex.Pattern;

/// A path split by Thumbor's grammar, before filters and image are understood:
///
/// ```
/// [params/][unsafe/|<hash>/][debug/][meta/]<options>/<image>
/// ```
///
/// @param params imagor's question how the rest is read
/// @param hash the signature, decoded; empty when there is none
/// @param signed what the hash was computed over, as received; the rest of the path without one
/// @param image empty when nothing is left
record ThumborPath(
    boolean params,
    boolean unsafe,
    String hash,
    String signed,
    boolean meta,
    OptionPath options,
    PathText image) {

  /// Base64url of an HMAC always ends in padding, for SHA-1 (28 characters), SHA-256 and SHA-512.
  /// Without it, a long folder name would be taken for a signature.
  private static final Pattern HASH =
      Pattern.compile("[A-Za-z0-9_-]{27}=|[A-Za-z0-9_-]{43}=|[A-Za-z0-9_-]{86}==");

  private static final Pattern DIGITS = Pattern.compile("[A-Za-z0-9_-]+={0,2}");

  /// Clients put one slash too many between host and path. Were any number of them free, one
  /// signature would be good for any number of addresses.
  private static final int MOST_SLASHES = 2;

  /// @param pathHash where it shortens hashes, text of exactly that length is one too
  /// @throws io.tintype.imaging.TintypeException BAD_REQUEST naming the segment or filter; in
  ///     thumbor's dialect what can't be read belongs to the image
  static ThumborPath read(PathText path, PathHash pathHash, Dialect dialect) {
    int at = skipSlashes(path, 0);
    boolean params = isSegment(path, at, "params");
    at = params ? path.slash(at) + 1 : at;
    boolean unsafe = isSegment(path, at, "unsafe");
    String hash = unsafe ? "" : hash(path, at, pathHash);
    at = unsafe || !hash.isEmpty() ? path.slash(at) + 1 : at;
    String signed = path.raw(at, path.length());
    at = isSegment(path, at, "debug") ? path.slash(at) + 1 : at;
    boolean meta = isSegment(path, at, "meta");
    at = meta ? path.slash(at) + 1 : at;
    OptionReader reader = new OptionReader(path, at, /* lenient= */ dialect == Dialect.THUMBOR);
    OptionPath options = reader.read();
    int image = skipSlashes(path, reader.position());
    return new ThumborPath(
        params, unsafe, hash, signed, meta, options, path.part(image, path.length()));
  }

  /// Whether the path starts with `unsafe` or a signature, which no other grammar has.
  static boolean marked(PathText path, PathHash pathHash) {
    int at = skipSlashes(path, 0);
    return isSegment(path, at, "unsafe") || !hash(path, at, pathHash).isEmpty();
  }

  /// The signature in a path, before anything else of it is read.
  static Optional<Authorization.Hash> signature(PathText path, PathHash pathHash) {
    int start = skipSlashes(path, 0);
    int at = isSegment(path, start, "params") ? path.slash(start) + 1 : start;
    String hash = hash(path, at, pathHash);
    return hash.isEmpty() || isSegment(path, at, "unsafe")
        ? Optional.empty()
        : Optional.of(new Authorization.Hash(hash, path.raw(path.slash(at) + 1, path.length())));
  }

  /// Empty for anything else, and where it is written in a way that nobody's encoder writes it.
  private static String hash(PathText path, int at, PathHash pathHash) {
    int slash = path.slash(at);
    if (slash < 0 || skipSlashes(path, 0) > MOST_SLASHES) {
      return "";
    }
    String segment = path.text().substring(at, slash);
    if (!path.raw(at, slash).replaceAll("%3[Dd]", "=").equals(segment)) {
      return "";
    }
    boolean shortened =
        pathHash.length().filter(length -> length == segment.length()).isPresent()
            && DIGITS.matcher(segment).matches();
    return shortened || HASH.matcher(segment).matches() ? segment : "";
  }

  private static boolean isSegment(PathText path, int at, String word) {
    return path.text().startsWith(word, at) && path.slash(at) == at + word.length();
  }

  private static int skipSlashes(PathText path, int from) {
    int at = from;
    while (path.plain(at, '/')) {
      at++;
    }
    return at;
  }
}
