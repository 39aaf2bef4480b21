package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Tone;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// What tone edits must do to an opaque picture, straight from the formulas in floating point and
/// without a single line of the code under test.
final class ToneOracle {

  private final Picture picture;

  ToneOracle(Picture picture) {
    this.picture = picture;
  }

  /// The three channels 0..255, not rounded; empty for edits whose outcome is no formula.
  Optional<double[]> after(Tone edit, int argb) {
    double[] rgb = {(argb >> 16) & 255, (argb >> 8) & 255, argb & 255};
    double luma = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
    return switch (edit) {
      case Tone.Greyscale() -> grey(luma);
      case Tone.Brightness(int percent) -> each(rgb, level -> level + 2.55 * percent);
      case Tone.Contrast _ -> Optional.empty(); // its factor is rounded, see LoweringTest
      case Tone.Rgb rgbEdit ->
          three(
              rgb[0] + 2.55 * rgbEdit.red(),
              rgb[1] + 2.55 * rgbEdit.green(),
              rgb[2] + 2.55 * rgbEdit.blue());
      case Tone.Colorize c ->
          three(
              rgb[0] + (c.color().red() - rgb[0]) * c.red() / 100,
              rgb[1] + (c.color().green() - rgb[1]) * c.green() / 100,
              rgb[2] + (c.color().blue() - rgb[2]) * c.blue() / 100);
      case Tone.Saturation(double factor) -> saturated(rgb, factor);
      case Tone.Linear linear -> linear(linear, rgb);
      case Tone.Gamma(double exponent) -> each(rgb, level -> 255 * Math.pow(level / 255, exponent));
      case Tone.Negate _ -> each(rgb, level -> 255 - level);
      case Tone.Equalize() -> equalized(argb);
      case Tone.Threshold(int level, boolean grey) ->
          grey
              ? threshold(255 * LabOracle.encoded(luminance(rgb)), level)
              : each(rgb, value -> value >= level ? 255 : 0);
      case Tone.Recomb recomb -> recombined(recomb, rgb);
      case Tone.Modulate modulate -> modulated(modulate, rgb);
      case Tone.Normalise normalise -> normalised(normalise, rgb);
      case Tone.Tint(var color) -> tinted(color, 255 * LabOracle.encoded(luminance(rgb)));
      case Tone.ExtractChannel(var channel) ->
          switch (channel) {
            case RED -> grey(rgb[0]);
            case GREEN -> grey(rgb[1]);
            case BLUE -> grey(rgb[2]);
            case ALPHA -> grey(255);
          };
      case Tone.Bandbool(var operator) -> {
        int red = (int) rgb[0];
        int green = (int) rgb[1];
        int blue = (int) rgb[2];
        yield switch (operator) {
          case AND -> grey(red & green & blue);
          case OR -> grey(red | green | blue);
          case EOR -> grey(red ^ green ^ blue);
        };
      }
      case Tone.RemoveAlpha _, Tone.EnsureAlpha _, Tone.Unflatten _ -> Optional.of(rgb);
      case Tone.Curve _, Tone.Noise _ -> Optional.empty();
    };
  }

  /// Empty where rounding decides which grey it is.
  private static Optional<double[]> tinted(Color color, double luminance) {
    double grey = Math.rint(luminance);
    if (Math.abs(luminance - grey) > 0.45) {
      return Optional.empty();
    }
    double lightness = LabOracle.lab(new double[] {grey, grey, grey})[0];
    double share = 1 - 4 * Math.pow(lightness / 100 - 0.5, 2);
    double[] tint = LabOracle.lab(new double[] {color.red(), color.green(), color.blue()});
    return Optional.of(LabOracle.rgb(lightness, share * tint[1], share * tint[2]));
  }

  private static Optional<double[]> saturated(double[] c, double factor) {
    double grey = Math.sqrt(0.299 * c[0] * c[0] + 0.587 * c[1] * c[1] + 0.114 * c[2] * c[2]);
    return each(c, level -> grey + (level - grey) * factor);
  }

  private static Optional<double[]> linear(Tone.Linear edit, double[] rgb) {
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      int at = edit.factors().size() == 1 ? 0 : i;
      result[i] = edit.factors().get(at) * rgb[i] + edit.offsets().get(at);
    }
    return Optional.of(result);
  }

  private static Optional<double[]> recombined(Tone.Recomb edit, double[] rgb) {
    double[] result = new double[3];
    for (int i = 0; i < 9; i++) {
      result[i / 3] += edit.weights().get(i) * rgb[i % 3];
    }
    return Optional.of(result);
  }

  private Optional<double[]> equalized(int argb) {
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      int shift = 16 - 8 * i;
      int level = (argb >> shift) & 255;
      long upTo = levels(shift).filter(other -> other <= level).count();
      int darkest = levels(shift).min().orElseThrow();
      long first = levels(shift).filter(other -> other == darkest).count();
      result[i] = 255.0 * (upTo - first) / (picture.argb().length - first);
    }
    return Optional.of(result);
  }

  private IntStream levels(int shift) {
    return IntStream.of(picture.argb()).map(pixel -> (pixel >> shift) & 255);
  }

  /// Empty where rounding decides.
  private static Optional<double[]> threshold(double luminance, int level) {
    return Math.abs(luminance - level) < 1.5
        ? Optional.empty()
        : grey(luminance >= level ? 255 : 0);
  }

  private static Optional<double[]> modulated(Tone.Modulate edit, double[] rgb) {
    double[] lab = LabOracle.lab(rgb);
    double chroma = Math.hypot(lab[1], lab[2]) * edit.saturation();
    double hue = Math.atan2(lab[2], lab[1]) + Math.toRadians(edit.hue());
    double lightness = lab[0] * edit.brightness() + edit.lightness();
    return Optional.of(LabOracle.rgb(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)));
  }

  private Optional<double[]> normalised(Tone.Normalise edit, double[] rgb) {
    int[] sorted =
        IntStream.of(picture.argb()).map(p -> (int) LabOracle.lab(p)[0]).sorted().toArray();
    int least = percentile(sorted, edit.lower());
    int most = percentile(sorted, edit.upper());
    double[] lab = LabOracle.lab(rgb);
    return Optional.of(LabOracle.rgb((lab[0] - least) * 100 / (most - least), lab[1], lab[2]));
  }

  /// As libvips's `percent` finds it in its histograms.
  private static int percentile(int[] sorted, double percent) {
    int last = sorted[sorted.length - 1];
    if (percent == 0 || percent == 100) {
      return sorted[percent == 0 ? 0 : sorted.length - 1];
    }
    return IntStream.rangeClosed(0, last)
        .filter(
            level -> {
              long upToIt = IntStream.of(sorted).filter(one -> one <= level).count();
              return Math.floor((double) upToIt * last / sorted.length)
                  >= percent * (last + 1) / 100;
            })
        .findFirst()
        .orElse(last + 1);
  }

  private static Optional<double[]> grey(double level) {
    return three(level, level, level);
  }

  private static Optional<double[]> three(double red, double green, double blue) {
    return Optional.of(new double[] {red, green, blue});
  }

  private static Optional<double[]> each(double[] rgb, DoubleUnaryOperator change) {
    return three(
        change.applyAsDouble(rgb[0]), change.applyAsDouble(rgb[1]), change.applyAsDouble(rgb[2]));
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * LabOracle.linear(rgb[0])
        + 0.7152 * LabOracle.linear(rgb[1])
        + 0.0722 * LabOracle.linear(rgb[2]);
  }
}
