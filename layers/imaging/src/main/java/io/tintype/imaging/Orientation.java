package io.tintype.imaging;

/// How a stored picture must be turned to be upright, numbered as in the EXIF Orientation tag
/// (0x0112). The names say which corner of the upright picture the first stored pixel belongs to,
/// as in the TIFF 6.0 specification.
public enum Orientation {
  TOP_LEFT,
  TOP_RIGHT,
  BOTTOM_RIGHT,
  BOTTOM_LEFT,
  LEFT_TOP,
  RIGHT_TOP,
  RIGHT_BOTTOM,
  LEFT_BOTTOM;

  /// The orientation of an EXIF value; values outside 1..8 mean upright, as viewers treat them.
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : TOP_LEFT;
  }

  /// 1..8.
  public int exif() {
    return ordinal() + 1;
  }

  /// Clockwise quarter turns (0..3) that make the picture upright, after [#mirrored()] has been
  /// applied.
  public int quarterTurns() {
    return switch (this) {
      case TOP_LEFT, TOP_RIGHT -> 0;
      case RIGHT_TOP, LEFT_TOP -> 1;
      case BOTTOM_RIGHT, BOTTOM_LEFT -> 2;
      case LEFT_BOTTOM, RIGHT_BOTTOM -> 3;
    };
  }

  /// Whether the stored picture is first mirrored left to right.
  public boolean mirrored() {
    return switch (this) {
      case TOP_LEFT, BOTTOM_RIGHT, RIGHT_TOP, LEFT_BOTTOM -> false;
      case TOP_RIGHT, BOTTOM_LEFT, LEFT_TOP, RIGHT_BOTTOM -> true;
    };
  }

  /// Size of the upright picture.
  public Size apply(Size stored) {
    return quarterTurns() % 2 == 0 ? stored : stored.turned();
  }
}
