package io.tintype.imaging;

/// How the colours of an overlay and of the picture below it are combined; the formulas are those
/// of the W3C's Compositing and Blending Level 1, on sRGB values, and Porter and Duff's operators.
public enum Blend {
  CLEAR,
  SOURCE,
  OVER,
  IN,
  OUT,
  ATOP,
  DEST,
  DEST_OVER,
  DEST_IN,
  DEST_OUT,
  DEST_ATOP,
  XOR,
  ADD,
  SATURATE,
  MULTIPLY,
  SCREEN,
  OVERLAY,
  DARKEN,
  LIGHTEN,
  COLOUR_DODGE,
  COLOUR_BURN,
  HARD_LIGHT,
  SOFT_LIGHT,
  DIFFERENCE,
  EXCLUSION;

  /// Whether an opaque picture can get transparent, be it only where nothing is laid over it.
  public boolean clears() {
    return switch (this) {
      case CLEAR, SOURCE, IN, OUT, DEST_IN, DEST_OUT, DEST_ATOP, XOR -> true;
      case OVER,
          ATOP,
          DEST,
          DEST_OVER,
          ADD,
          SATURATE,
          MULTIPLY,
          SCREEN,
          OVERLAY,
          DARKEN,
          LIGHTEN,
          COLOUR_DODGE,
          COLOUR_BURN,
          HARD_LIGHT,
          SOFT_LIGHT,
          DIFFERENCE,
          EXCLUSION ->
          false;
    };
  }
}
