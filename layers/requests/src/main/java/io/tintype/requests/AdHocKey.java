package io.tintype.requests;

/// Key of an ad-hoc rendition: `derivatives/r/<image id>/<request>.<accepted>`, or with `e` in
/// place of `r` for a request that expires. `<request>` is path and query without the first slash,
/// in base64url, with a slash after every 200 characters.
///
/// @param imageId 26 characters of base32, or [DerivativeKey#UNKNOWN_IMAGE]
/// @param expires whether the request names a time after which it is refused
public record AdHocKey(String imageId, PublicRequest request, Accepted accepted, boolean expires)
    implements DerivativeKey {

  public AdHocKey {
    KeyForm.requireImageId(imageId);
    if (request.toString().length() < 2) {
      throw new IllegalArgumentException("Expected a request but received a slash alone");
    }
  }

  @Override
  public String text() {
    return (expires ? "derivatives/e/" : "derivatives/r/")
        + imageId
        + "/"
        + KeyForm.encoded(request.toString().substring(1))
        + "."
        + accepted.id();
  }

  @Override
  public String toString() {
    return text();
  }
}
