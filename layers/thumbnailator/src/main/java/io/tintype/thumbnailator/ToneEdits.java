package io.tintype.thumbnailator;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Tone;
import java.util.Set;

/// Edits that look at one pixel at a time, or at one pixel and the picture's histogram.
final class ToneEdits {

  static final Set<Class<? extends Edit>> LACKS =
      Set.of(
          Tone.Colorize.class,
          Tone.Saturation.class,
          Tone.Curve.class,
          Tone.Linear.class,
          Tone.Gamma.class,
          Tone.Negate.class,
          Tone.Normalise.class,
          Tone.Equalize.class,
          Tone.Threshold.class,
          Tone.Recomb.class,
          Tone.Modulate.class,
          Tone.Tint.class,
          Tone.ExtractChannel.class,
          Tone.Bandbool.class,
          Tone.RemoveAlpha.class,
          Tone.EnsureAlpha.class,
          Tone.Unflatten.class,
          Tone.Noise.class);

  private ToneEdits() {}

  static Pixels apply(Tone edit, Pixels picture) {
    return Lowering.of(edit)
        .map(lowering -> lowered(picture, lowering))
        .orElseThrow(() -> new IllegalArgumentException("Not available with this engine: " + edit));
  }

  private static Pixels lowered(Pixels picture, Lowering lowering) {
    int[] result = new int[picture.argb().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = lowering.apply(picture.argb()[i]);
    }
    return new Pixels(picture.size(), result, picture.alpha());
  }
}
