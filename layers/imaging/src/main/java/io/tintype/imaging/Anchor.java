package io.tintype.imaging;

/// The part of a picture that a covering crop keeps.
public sealed interface Anchor {

  Aligned CENTER = new Aligned(0.5, 0.5);

  /// A place as fractions of the picture: 0 left or top, 0.5 the middle, 1 right or bottom.
  record Aligned(double x, double y) implements Anchor {

    public Aligned {
      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
        throw new IllegalArgumentException(
            "Expected an anchor of fractions 0..1 but received " + x + "," + y);
      }
    }
  }

  /// The faces, where some are known: as many as there is room for, the largest first; a single
  /// small one by the rule of thirds. Else the most interesting part, found in the pixels, see
  /// [Findings#attention()].
  record Smart() implements Anchor {}

  /// The busiest part: the less varied edges are cut off first, as libvips's `entropy`.
  record Entropy() implements Anchor {}

  /// The middle of a box that the caller names, in pixels of the upright source after
  /// [Input#quarterTurns()] and before trim and crop. A middle that was cut off counts as the
  /// nearest place that is left.
  record Focal(Box area) implements Anchor {}

  /// A point like the middle of [Focal], as fractions 0..1 of that picture's sides.
  record FocalPoint(double x, double y) implements Anchor {

    public FocalPoint {
      Expect.that(
          x >= 0 && x <= 1 && y >= 0 && y <= 1, "a focal point of fractions 0..1", x + "," + y);
    }
  }
}
