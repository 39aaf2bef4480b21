package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.requests.Claim;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.signing.SignatureCheck;
import io.tintype.requests.signing.SignatureCheck.Verdict;
import java.time.Instant;
import java.util.List;

/// Decides whether a request may be answered: by its signature, or without one where the settings
/// say so. An original's own bytes and its metadata have a setting of their own.
final class Permission {

  private final SigningKeys keys;
  private final OnDemandSettings.Signing settings;

  Permission(SigningKeys keys, OnDemandSettings.Signing settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /// The request that somebody answers for, before anything is said about what it asks.
  ///
  /// @param claims the same request as it may have been meant, in order
  /// @throws TintypeException FORBIDDEN when a signature is missing or wrong, UNAVAILABLE when the
  ///     keys can't be had
  ReceivedRequest genuine(List<Claim> claims) {
    for (Claim claim : claims) {
      switch (verdict(claim.authorization())) {
        case VALID -> {
          return claim.request();
        }
        case ABSENT -> {
          requireUnsafe();
          return claim.request();
        }
        case WRONG -> {}
      }
    }
    throw wrong();
  }

  /// @return whether the viewer may see originals' own bytes and metadata besides
  /// @throws TintypeException FORBIDDEN when a signature is missing or wrong, BAD_REQUEST when the
  ///     request has expired, UNAVAILABLE when the keys can't be had
  boolean require(ImageRequest request, Instant now) {
    boolean signed =
        switch (verdict(request.authorization())) {
          case VALID -> true;
          case WRONG -> throw wrong();
          case ABSENT -> {
            requireAllowedUnsigned(request);
            yield false;
          }
        };
    if (request.expires().filter(end -> !now.isBefore(end)).isPresent()) {
      throw TintypeException.coded(
          Reason.BAD_REQUEST, "ImageRequestExpired", "This request has expired");
    }
    return signed || settings.allowUnsafeOriginals();
  }

  private Verdict verdict(Authorization authorization) {
    return authorization instanceof Authorization.None
        ? Verdict.ABSENT
        : new SignatureCheck(keys.current(), settings.pathHash()).check(authorization);
  }

  private void requireUnsafe() {
    if (!settings.allowUnsafe()) {
      throw unsigned("This request needs a signature");
    }
  }

  private void requireAllowedUnsigned(ImageRequest request) {
    requireUnsafe();
    boolean revealing =
        switch (request.answer()) {
          case Answer.Raw(), Answer.Exif() -> true;
          case Answer.Picture _, Answer.Meta _, Answer.Params _ -> false;
        };
    if (revealing && !settings.allowUnsafeOriginals()) {
      throw unsigned("An original's own bytes and its metadata need a signature");
    }
  }

  private static TintypeException wrong() {
    return TintypeException.coded(
        Reason.FORBIDDEN, "SignatureDoesNotMatch", "The signature does not belong to this request");
  }

  private static TintypeException unsigned(String message) {
    return TintypeException.coded(Reason.FORBIDDEN, "AuthorizationQueryParametersError", message);
  }
}
