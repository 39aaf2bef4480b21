package io.tintype.imaging;

/// How the cropped source is brought to the wanted size. With one automatic side the given one
/// decides alone and the fit does not matter: nothing is cut off, stretched or padded.
///
/// @param adaptive exchange the wanted sides when the source is portrait and the box landscape,
///     or the reverse
/// @param enlarge whether a source that is smaller than wanted may be scaled up. Where it may
///     not, [Fit#COVER] and [Fit#FILL] clamp the wanted sides to the trimmed and cropped source's,
///     the others leave the source at its size
/// @param reduce whether a source that is larger than wanted may be scaled down. Where it may not,
///     it keeps its size, and [Fit#COVER] cuts the box out of it
public record Sizing(
    Length width,
    Length height,
    Fit fit,
    Anchor anchor,
    boolean adaptive,
    boolean enlarge,
    boolean reduce) {

  /// Leaves the picture at the size it has.
  public static final Sizing NONE =
      new Sizing(new Length.Auto(), new Length.Auto(), Fit.COVER, Anchor.CENTER, false, true);

  public Sizing(
      Length width, Length height, Fit fit, Anchor anchor, boolean adaptive, boolean enlarge) {
    this(width, height, fit, anchor, adaptive, enlarge, /* reduce= */ true);
  }

  /// One wanted side.
  public sealed interface Length {

    /// So many pixels, at least 1.
    record Pixels(int value) implements Length {

      public Pixels {
        if (value < 1) {
          throw new IllegalArgumentException(
              "Expected a side of at least 1 pixel but received " + value);
        }
      }
    }

    /// So many times the side that the (trimmed, cropped) source has, rounded half up, at least
    /// 1 pixel.
    record Fraction(double factor) implements Length {

      public Fraction {
        Expect.that(factor > 0 && factor <= 100, "a ratio above 0 and at most 100", factor);
      }
    }

    /// In proportion to the other side; the source's own size when both sides are automatic.
    record Auto() implements Length {}

    /// The side that the (trimmed, cropped) source has.
    record Original() implements Length {}
  }

  /// What happens when the wanted box and the source differ in shape; words as in CSS
  /// `object-fit` and sharp.
  public enum Fit {
    /// Fills the box and cuts off what sticks out, around the [Anchor].
    COVER,
    /// Fits into the box, then pads to it: transparent where the output format can be, else with
    /// [Output#background()]; an aligned [Anchor] says where in the box. Another colour is
    /// [Fit#INSIDE] followed by a [Geometry.PadTo].
    CONTAIN,
    /// Stretches to the box.
    FILL,
    /// Fits into the box; at most as large as it on both sides.
    INSIDE,
    /// Covers the box; at least as large as it on both sides, nothing is cut off.
    OUTSIDE
  }
}
