package io.tintype.requests;

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

  /// @throws io.tintype.imaging.TintypeException BAD_REQUEST naming the segment or filter
  static ThumborPath read(PathText path) {
    int at = skipSlashes(path, 0);
    boolean params = isSegment(path, at, "params");
    at = params ? path.slash(at) + 1 : at;
    boolean unsafe = isSegment(path, at, "unsafe");
    String hash = unsafe ? "" : hash(path, at);
    at = unsafe || !hash.isEmpty() ? path.slash(at) + 1 : at;
    String signed = path.raw(at, path.length());
    at = isSegment(path, at, "debug") ? path.slash(at) + 1 : at;
    boolean meta = isSegment(path, at, "meta");
    at = meta ? path.slash(at) + 1 : at;
    OptionReader reader = new OptionReader(path, at);
    OptionPath options = reader.read();
    int image = skipSlashes(path, reader.position());
    return new ThumborPath(
        params, unsafe, hash, signed, meta, options, path.part(image, path.length()));
  }

  private static String hash(PathText path, int at) {
    int slash = path.slash(at);
    String segment = slash < 0 ? "" : path.text().substring(at, slash);
    return HASH.matcher(segment).matches() ? segment : "";
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
