package io.tintype.imaging;

/// How the colours of an overlay and of the picture below it are combined: Porter and Duff's
/// operators, which say how much of each is left, and modes that first mix the colours where both
/// are. The formulas are those of the W3C's Compositing and Blending Level 1, on sRGB values.
public enum Blend {
  CLEAR(Share.NONE, Share.NONE),
  SOURCE(Share.ALL, Share.NONE),
  OVER(Share.ALL, Share.OUTSIDE),
  IN(Share.INSIDE, Share.NONE),
  OUT(Share.OUTSIDE, Share.NONE),
  ATOP(Share.INSIDE, Share.OUTSIDE),
  DEST(Share.NONE, Share.ALL),
  DEST_OVER(Share.OUTSIDE, Share.ALL),
  DEST_IN(Share.NONE, Share.INSIDE),
  DEST_OUT(Share.NONE, Share.OUTSIDE),
  DEST_ATOP(Share.OUTSIDE, Share.INSIDE),
  XOR(Share.OUTSIDE, Share.OUTSIDE),
  ADD(Share.ALL, Share.ALL),
  SATURATE(Share.ROOM, Share.ALL),
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

  private final Share source;
  private final Share backdrop;
  private final boolean mixes;

  Blend(Share source, Share backdrop) {
    this.source = source;
    this.backdrop = backdrop;
    this.mixes = false;
  }

  Blend() {
    this.source = Share.ALL;
    this.backdrop = Share.OUTSIDE;
    this.mixes = true;
  }

  /// How much of one picture's alpha is left beside another's.
  public enum Share {
    NONE,
    ALL,
    /// Where the other one is.
    INSIDE,
    /// Where the other one isn't.
    OUTSIDE,
    /// As much as there is room for beside the other one.
    ROOM;

    /// @param own alpha, 0..1
    /// @param other alpha, 0..1
    public float of(float own, float other) {
      return switch (this) {
        case NONE -> 0;
        case ALL -> own;
        case INSIDE -> own * other;
        case OUTSIDE -> own * (1 - other);
        case ROOM -> Math.min(own, 1 - other);
      };
    }
  }

  /// What is left of the overlay.
  public Share source() {
    return source;
  }

  /// What is left of the picture below.
  public Share backdrop() {
    return backdrop;
  }

  /// Whether colours are mixed where both are, and then laid over the picture as [#OVER] does it.
  public boolean mixes() {
    return mixes;
  }

  /// Whether an opaque picture can get transparent, be it only where nothing is laid over it.
  public boolean clears() {
    return leaves(0) < 1 || leaves(1) < 1;
  }

  /// The alpha of an opaque picture afterwards, which is linear between no overlay and an opaque
  /// one.
  private float leaves(float overlay) {
    return source.of(overlay, 1) + backdrop.of(1, overlay);
  }
}
