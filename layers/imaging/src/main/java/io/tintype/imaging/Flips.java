package io.tintype.imaging;

/// Mirrorings of the sized picture: left to right, and top to bottom.
public record Flips(boolean horizontal, boolean vertical) {

  public static final Flips NONE = new Flips(false, false);
}
