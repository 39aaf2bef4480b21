package io.tintype.imaging;

/// How the source is read.
///
/// @param maxFrames read at most so many frames of an animation; 1 gives a still picture
/// @param quarterTurns clockwise quarter turns (0..3) applied to the upright picture before
///     anything else
public record Input(int maxFrames, int quarterTurns) {

  public static final Input ALL_FRAMES = new Input(Integer.MAX_VALUE, 0);
  public static final Input FIRST_FRAME = new Input(1, 0);

  public Input {
    if (maxFrames < 1 || quarterTurns < 0 || quarterTurns > 3) {
      throw new IllegalArgumentException(
          "Expected at least 1 frame and 0..3 quarter turns but received "
              + maxFrames
              + " and "
              + quarterTurns);
    }
  }
}
