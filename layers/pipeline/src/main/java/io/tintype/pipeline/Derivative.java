package io.tintype.pipeline;

import io.tintype.imaging.Rendition;
import java.util.Optional;

/// A file as it is stored under a derivative's key and sent to viewers.
///
/// @param bytes not to be changed
/// @param mediaType value of Content-Type
/// @param cacheControl value of Cache-Control; empty: that of the settings
/// @param disposition value of Content-Disposition
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
public record Derivative(
    byte[] bytes, String mediaType, Optional<String> cacheControl, Optional<String> disposition) {

  /// A picture, kept for as long as the settings say.
  public static Derivative of(Rendition rendition) {
    return new Derivative(
        rendition.bytes(), rendition.format().mediaType(), Optional.empty(), Optional.empty());
  }
}
