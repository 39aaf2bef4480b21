package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Tone;
import java.util.Collections;
import java.util.List;

/// One or more of every tone and every detail edit, for tests that go through all of them.
public final class SampleEdits {

  private SampleEdits() {}

  public static List<Tone> tones() {
    return List.of(
        new Tone.Greyscale(),
        new Tone.Brightness(30),
        new Tone.Brightness(-100),
        new Tone.Contrast(45),
        new Tone.Contrast(-70),
        new Tone.Rgb(20, -30, 100),
        new Tone.Colorize(40, 0, 100, Color.opaque(200, 90, 10)),
        new Tone.Saturation(0),
        new Tone.Saturation(2.5),
        new Tone.Curve(
            List.of(knot(0, 0), knot(40, 59), knot(255, 255)),
            List.of(knot(32, 59), knot(128, 153), knot(200, 180)),
            List.of(knot(0, 255), knot(255, 0)),
            List.of()),
        new Tone.Linear(List.of(1.3), List.of(-20.0)),
        new Tone.Linear(List.of(0.5, 1.0, 2.0), List.of(10.0, 0.0, -100.0)),
        new Tone.Gamma(0.45),
        new Tone.Gamma(2.2),
        new Tone.Negate(false),
        new Tone.Negate(true),
        new Tone.Normalise(0, 100),
        new Tone.Normalise(10, 80),
        new Tone.Equalize(),
        new Tone.Threshold(128, false),
        new Tone.Threshold(100, true),
        new Tone.Recomb(List.of(0.39, 0.77, 0.19, 0.35, 0.69, 0.17, -0.27, 0.53, 1.13)),
        new Tone.Modulate(1.2, 0.5, 0, 0),
        new Tone.Modulate(1, 1, 120, 5),
        new Tone.Tint(Color.opaque(255, 180, 60)),
        new Tone.ExtractChannel(Tone.Channel.GREEN),
        new Tone.ExtractChannel(Tone.Channel.ALPHA),
        new Tone.Bandbool(Tone.Bitwise.AND),
        new Tone.Bandbool(Tone.Bitwise.OR),
        new Tone.Bandbool(Tone.Bitwise.EOR),
        new Tone.RemoveAlpha(),
        new Tone.EnsureAlpha(0.5),
        new Tone.Unflatten(),
        new Tone.Noise(60, 7));
  }

  public static List<Detail> details() {
    return List.of(
        new Detail.Blur(3),
        new Detail.Sharpen(1.5),
        new Detail.Sharpen(2, 0, 4, 1, 30, 30),
        new Detail.UnsharpMask(2, 1, true),
        new Detail.UnsharpMask(4, 3, false),
        new Detail.Median(3),
        new Detail.Median(8),
        new Detail.Convolve(3, 3, List.of(-1.0, 0.0, 1.0, -2.0, 0.0, 2.0, -1.0, 0.0, 1.0), 4, 128),
        new Detail.Convolve(21, 17, Collections.nCopies(357, 1.0), 357, 0),
        new Detail.Clahe(11, 9, 3),
        new Detail.Clahe(40, 40, 0),
        new Detail.Pixelate(7));
  }

  private static Tone.Curve.Knot knot(int before, int after) {
    return new Tone.Curve.Knot(before, after);
  }
}
