package io.tintype.pipeline;

import io.tintype.imaging.Format;

/// Where derivatives lie. Only `[A-Za-z0-9/_.-]` ever appears in a key, so nothing needs encoding
/// between the edge, S3 and a function.
public final class DerivativeKeys {

  private DerivativeKeys() {}

  /// `derivatives/v/<image id>/<variant>.<format>`.
  public static String variant(ImageId id, String variant, Format format) {
    return variants(id) + variant + "." + format.id();
  }

  /// Prefix of all variants of an image.
  public static String variants(ImageId id) {
    return "derivatives/v/" + id + "/";
  }
}
