package io.tintype.imaging;

import io.tintype.imaging.Lowering.AlphaAfter;
import io.tintype.imaging.Lowering.Each;

/// Tone edits in CIE Lab, as sharp's `operations.cc` does them.
final class LabEdits {

  private LabEdits() {}

  /// Lightness is scaled and shifted, a and b go through a matrix; alpha stays.
  private record Affine(float factor, float offset, float aOfA, float aOfB, float bOfA, float bOfB)
      implements Each.Function {

    @Override
    public int apply(int argb, long place) {
      float lightness = Lab.lightness(argb);
      float a = Lab.a(argb);
      float b = Lab.b(argb);
      return (argb & 0xFF000000)
          | Lab.rgb(factor * lightness + offset, aOfA * a + aOfB * b, bOfA * a + bOfB * b);
    }
  }

  /// Scaling chroma and turning the hue of LCh is a scaled rotation of a and b.
  static Lowering modulate(Tone.Modulate edit) {
    double turn = Math.toRadians(edit.hue());
    float cosine = (float) (edit.saturation() * Math.cos(turn));
    float sine = (float) (edit.saturation() * Math.sin(turn));
    return each(
        new Affine(
            (float) edit.brightness(), (float) edit.lightness(), cosine, -sine, sine, cosine));
  }

  /// Pictures with lightness in one place only stay as they are.
  static Lowering normalise(Tone.Normalise edit, Histogram histogram) {
    int darkest = histogram.percentile(edit.lower());
    int brightest = histogram.percentile(edit.upper());
    if (brightest - darkest <= 1) {
      return each((argb, place) -> argb);
    }
    float factor = 100f / (brightest - darkest);
    return each(new Affine(factor, -darkest * factor, 1, 0, 0, 1));
  }

  static Lowering tint(Color color) {
    int target = (color.red() << 16) | (color.green() << 8) | color.blue();
    int[] byGrey = new int[256];
    for (int grey = 0; grey < 256; grey++) {
      float lightness = Lab.lightness(grey * 0x010101);
      float fromMiddle = lightness / 100 - 0.5f;
      float share = 1 - 4 * fromMiddle * fromMiddle;
      byGrey[grey] = Lab.rgb(lightness, share * Lab.a(target), share * Lab.b(target));
    }
    return each((argb, place) -> (argb & 0xFF000000) | byGrey[Lab.luminance(argb)]);
  }

  private static Each each(Each.Function function) {
    return new Each(function, AlphaAfter.SAME);
  }
}
