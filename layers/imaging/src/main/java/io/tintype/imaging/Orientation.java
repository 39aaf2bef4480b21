package io.tintype.imaging;

/// How a stored picture must be turned to be upright, numbered as in the EXIF Orientation tag
/// (0x0112). The names say which corner of the upright picture the first stored pixel belongs to,
/// as in the TIFF 6.0 specification.
public enum Orientation {
  TOP_LEFT(1),
  TOP_RIGHT(2),
  BOTTOM_RIGHT(3),
  BOTTOM_LEFT(4),
  LEFT_TOP(5),
  RIGHT_TOP(6),
  RIGHT_BOTTOM(7),
  LEFT_BOTTOM(8);

  private final int exif;

  Orientation(int exif) {
    this.exif = exif;
  }

  /// The orientation of an EXIF value; values outside 1..8 mean upright, as viewers treat them.
  public static Orientation ofExif(int value) {
    for (Orientation orientation : values()) {
      if (orientation.exif == value) {
        return orientation;
      }
    }
    return TOP_LEFT;
  }

  /// 1..8.
  public int exif() {
    return exif;
  }

  /// Clockwise quarter turns (0..3) that make the picture upright, after [#mirrored()] has been
  /// applied.
  public int quarterTurns() {
    return switch (this) {
      case TOP_LEFT, TOP_RIGHT -> 0;
      case RIGHT_TOP, RIGHT_BOTTOM -> 1;
      case BOTTOM_RIGHT, BOTTOM_LEFT -> 2;
      case LEFT_BOTTOM, LEFT_TOP -> 3;
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
