package io.tintype.requests;

import io.tintype.imaging.TintypeException;

/// The key of a derivative in the derivatives bucket. The edge writes it from a viewer's request,
/// S3 finds the object under it, and where there is none the on-demand function reads it back into
/// the request. Only `[A-Za-z0-9/_.-]` appears in it, so nothing between the three encodes it.
public sealed interface DerivativeKey permits AdHocKey, VariantKey {

  /// Stands for the image id where the edge can't be certain of it.
  String UNKNOWN_IMAGE = "_";

  /// Whose derivative it is: 26 characters of base32, or [#UNKNOWN_IMAGE].
  String imageId();

  /// The key itself.
  String text();

  /// Whether S3 takes the key. A longer one is rendered for every viewer anew.
  default boolean storable() {
    return text().length() <= KeyForm.MAX_LENGTH;
  }

  /// Reads a key back.
  ///
  /// @param text with or without a slash before it
  /// @throws TintypeException NOT_FOUND when it is no key that the edge would write
  static DerivativeKey parse(String text) {
    return KeyForm.parse(text.startsWith("/") ? text.substring(1) : text);
  }
}
