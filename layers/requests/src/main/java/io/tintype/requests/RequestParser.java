package io.tintype.requests;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.signing.QuerySignature;
import io.tintype.requests.sih.JsonRequest;
import io.tintype.requests.sih.RewriteRule;
import io.tintype.requests.sih.SihThumbor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Reads requests in every grammar, and is the one place that decides which one a request is
/// written in:
///
/// 1. `/v/…`: a variant
/// 2. base64 of a JSON object: Serverless Image Handler's
/// 3. `?d=`, `?showExif=true`, and `?width=` and its like (without a rewrite rule, and in other
///    dialects than Serverless Image Handler's), unless the path starts with a signature or
///    `unsafe`: the key alone
/// 4. everything else: Thumbor's, or Serverless Image Handler's reading of it in its dialect; a
///    rewrite rule changes the path before
///
/// Safe for use by several threads.
public final class RequestParser {

  /// CloudFront takes no longer address.
  private static final int LONGEST_PATH = 8192;

  private final Dialect dialect;
  private final PathHash pathHash;
  private final Optional<RewriteRule> rewrite;
  private final SihThumbor sihThumbor;

  public RequestParser(Dialect dialect) {
    this(dialect, PathHash.THUMBOR);
  }

  /// @param pathHash how Thumbor's hashes are written here, to know one when it is seen
  public RequestParser(Dialect dialect, PathHash pathHash) {
    this(dialect, pathHash, _ -> false, Optional.empty());
  }

  /// @param sourceBucket whether a segment `s3:name` may name this bucket in Serverless Image
  ///     Handler's dialect, where any other name is part of a key
  public RequestParser(
      Dialect dialect,
      PathHash pathHash,
      Predicate<String> sourceBucket,
      Optional<RewriteRule> rewrite) {
    this.dialect = dialect;
    this.pathHash = pathHash;
    this.rewrite = rewrite;
    this.sihThumbor = new SihThumbor(sourceBucket, rewrite);
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
    if (VariantRequest.asked(received)) {
      return VariantRequest.parse(received, PathText.decode(received.path()));
    }
    return JsonRequest.parse(received, dialect).orElseGet(() -> path(received));
  }

  /// What the request says for itself, so that it can be checked before anything else is read.
  /// Several where a path with a signature may have been percent-encoded after it was signed.
  ///
  /// @throws TintypeException BAD_REQUEST when the path is not percent-encoded as it should be, or
  ///     there are parameters that its signature doesn't cover
  public List<Claim> claims(ReceivedRequest received) {
    if (dialect == Dialect.SIH) {
      return List.of(new Claim(QuerySignature.read(received), received));
    }
    return ThumborPath.signature(rewritten(received), pathHash)
        .map(hash -> claims(hash, received))
        .orElseGet(() -> List.of(new Claim(QuerySignature.read(received), received)));
  }

  private List<Claim> claims(Authorization.Hash hash, ReceivedRequest received) {
    if (!received.query().isEmpty()) {
      // Anybody could write other values, and every one would be made and stored anew.
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected no parameters with a signature in the path, which doesn't cover them, but"
              + " received "
              + Received.text(String.join(", ", new TreeSet<>(received.query().keySet())))
              + "; the filter expire() says until when");
    }
    List<Claim> claims = new ArrayList<>();
    claims.add(new Claim(hash, received));
    if (rewrite.isEmpty()) {
      String path = received.path();
      String before = path.substring(0, path.length() - hash.signed().length());
      for (String signed : LateEncoding.undone(hash.signed())) {
        claims.add(
            new Claim(
                new Authorization.Hash(hash.hash(), signed),
                new ReceivedRequest(before + signed, received.query())));
      }
    }
    return claims;
  }

  private PathText rewritten(ReceivedRequest received) {
    return PathText.decode(
        rewrite.map(rule -> rule.apply(received.path())).orElse(received.path()));
  }

  private ImageRequest path(ReceivedRequest received) {
    PathText path = PathText.decode(received.path());
    // A hash covers the path only, so it can't allow what the query asks.
    // In Serverless Image Handler's own dialect they mean something beside all that a path says.
    boolean edits = dialect != Dialect.SIH && rewrite.isEmpty();
    if (PlainRequest.asked(received, edits) && !ThumborPath.marked(path, pathHash)) {
      return PlainRequest.parse(received, path, dialect);
    }
    return switch (dialect) {
      case SIH -> sihThumbor.parse(received);
      case TINTYPE, THUMBOR ->
          ThumborRequest.parse(
              received, ThumborPath.read(rewritten(received), pathHash, dialect), dialect);
    };
  }
}
