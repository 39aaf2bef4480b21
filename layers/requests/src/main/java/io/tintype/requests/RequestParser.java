package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.signing.PathHash;

/// Reads requests in every grammar, and is the one place that decides which one a request is
/// written in:
///
/// 1. `/v/…`: a variant
/// 2. `?d=` or `?showExif=true`, unless the path starts with a signature or `unsafe`: the key alone
/// 3. everything else: Thumbor's
///
/// Safe for use by several threads.
public final class RequestParser {

  /// CloudFront takes no longer address.
  private static final int LONGEST_PATH = 8192;

  private final Dialect dialect;
  private final PathHash pathHash;

  public RequestParser(Dialect dialect) {
    this(dialect, PathHash.THUMBOR);
  }

  /// @param pathHash how Thumbor's hashes are written here, to know one when it is seen
  public RequestParser(Dialect dialect, PathHash pathHash) {
    this.dialect = dialect;
    this.pathHash = pathHash;
  }

  /// @throws TintypeException BAD_REQUEST naming the part that is wrong, what was received and what
  ///     was expected; NOT_FOUND for a path that can be nobody's
  public ImageRequest parse(ReceivedRequest received) {
    if (received.path().length() > LONGEST_PATH) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected a path of at most "
              + LONGEST_PATH
              + " characters but received "
              + received.path().length());
    }
    PathText path = PathText.decode(received.path());
    return switch (grammar(received, path)) {
      case VARIANT -> VariantRequest.parse(received, path);
      case PLAIN -> PlainRequest.parse(received, path);
      case THUMBOR, SIH_JSON, SIH_THUMBOR ->
          ThumborRequest.parse(received, ThumborPath.read(path, pathHash, dialect), dialect);
    };
  }

  private Grammar grammar(ReceivedRequest received, PathText path) {
    if (VariantRequest.asked(received)) {
      return Grammar.VARIANT;
    }
    // A hash covers the path only, so it can't allow what the query asks.
    if (PlainRequest.asked(received) && !ThumborPath.marked(path, pathHash)) {
      return Grammar.PLAIN;
    }
    return Grammar.THUMBOR;
  }
}
