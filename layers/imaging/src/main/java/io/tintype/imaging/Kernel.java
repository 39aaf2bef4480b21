package io.tintype.imaging;

/// How pixels are weighed where a picture gets another size; words as in sharp and libvips. Where
/// nothing is said an engine takes its own best way, which for libvips is [#LANCZOS3].
public enum Kernel {
  NEAREST,
  LINEAR,
  /// Catmull-Rom.
  CUBIC,
  MITCHELL,
  LANCZOS2,
  LANCZOS3,
  /// Magic Kernel Sharp 2013.
  MKS2013,
  /// Magic Kernel Sharp 2021.
  MKS2021
}
