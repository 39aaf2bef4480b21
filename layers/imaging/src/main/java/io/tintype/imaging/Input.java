package io.tintype.imaging;

/// How the source is read.
///
/// @param maxFrames read at most so many frames of an animation; 1 gives a still picture
/// @param page first frame or page that is read, from 0
/// @param density dots per inch at which a drawing (SVG) has its own size, 1..2400; 72 is that of
///     CSS pixels here, as in libvips
/// @param quarterTurns clockwise quarter turns (0..3) applied to the upright picture before
///     anything else
public record Input(int maxFrames, int quarterTurns, int page, double density) {

  public static final double USUAL_DENSITY = 72;
  public static final Input ALL_FRAMES = new Input(Integer.MAX_VALUE, 0);
  public static final Input FIRST_FRAME = new Input(1, 0);

  public Input {
    Expect.that(maxFrames >= 1, "at least 1 frame", maxFrames);
    Expect.that(quarterTurns >= 0 && quarterTurns <= 3, "0..3 quarter turns", quarterTurns);
    Expect.that(page >= 0, "a page of 0 or more", page);
    Expect.between(1, 2400, density, "a density in dpi");
  }

  public Input(int maxFrames, int quarterTurns) {
    this(maxFrames, quarterTurns, 0, USUAL_DENSITY);
  }
}
