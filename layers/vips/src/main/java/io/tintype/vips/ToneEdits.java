package io.tintype.vips;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Size;
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

  static Image apply(Tone edit, Image picture) {
    return Lowering.of(edit)
        .map(lowering -> lowered(picture, lowering))
        .orElseThrow(() -> new IllegalArgumentException("Not available with this engine: " + edit));
  }

  private static Image lowered(Image picture, Lowering lowering) {
    Image colours = picture.alpha() ? picture.bandsFrom(0, 3) : picture;
    Image result =
        switch (lowering) {
          case Lowering.Table table -> {
            Image lut = Image.of(picture.scope(), levels(table), new Size(256, 1), 3);
            yield colours.run("maplut", call -> call.with("lut", lut));
          }
          case Lowering.Matrix(int[] weights) -> {
            double[] numbers = new double[9];
            for (int i = 0; i < 9; i++) {
              numbers[i] = weights[i] / 65536.0;
            }
            Image matrix = Image.matrix(picture.scope(), 3, 3, numbers);
            yield colours.run("recomb", call -> call.with("m", matrix)).rounded().cast(Image.UCHAR);
          }
        };
    return picture.alpha() ? result.with(picture.bandsFrom(3, 1)) : result;
  }

  private static byte[] levels(Lowering.Table table) {
    byte[] samples = new byte[3 * 256];
    for (int level = 0; level < 256; level++) {
      samples[3 * level] = (byte) table.red()[level];
      samples[3 * level + 1] = (byte) table.green()[level];
      samples[3 * level + 2] = (byte) table.blue()[level];
    }
    return samples;
  }
}
