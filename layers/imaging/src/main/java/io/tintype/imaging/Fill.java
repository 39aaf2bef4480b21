package io.tintype.imaging;

/// What empty space around a picture shows.
public sealed interface Fill {

  record Plain(Color color) implements Fill {}

  /// The mean of the picture's opaque parts, each colour weighted by its alpha.
  record Average() implements Fill {}

  /// The median of each channel, as thumbor's `fill(auto)`.
  record Median() implements Fill {}

  /// The picture itself, enlarged to cover the box and blurred.
  record Blurred() implements Fill {}
}
