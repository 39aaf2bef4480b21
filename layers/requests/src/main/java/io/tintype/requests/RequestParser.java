package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Grammar;

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

  public RequestParser(Dialect dialect) {
    this.dialect = dialect;
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
    return switch (grammar(received)) {
      case VARIANT -> VariantRequest.parse(received);
      case PLAIN -> PlainRequest.parse(received);
      case THUMBOR, SIH_JSON, SIH_THUMBOR -> ThumborRequest.parse(received, dialect);
    };
  }

  private Grammar grammar(ReceivedRequest received) {
    if (VariantRequest.asked(received)) {
      return Grammar.VARIANT;
    }
    if (PlainRequest.asked(received) && !ThumborRequest.marked(received)) {
      return Grammar.PLAIN;
    }
    return Grammar.THUMBOR;
  }
}
