package io.tintype.requests;

import java.util.Locale;

/// What a viewer's Accept header comes down to: the best of the formats that the edge negotiates.
/// It is the last part of an ad-hoc rendition's key, also where the request names a format itself.
public enum Accepted {
  /// Neither AVIF nor WebP may be assumed: JPEG, or PNG for a picture with transparency.
  ANY,
  WEBP,
  AVIF;

  /// Lower-case name, as in keys.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
