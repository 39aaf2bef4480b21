package io.tintype.imaging;

import java.util.function.Supplier;

/// A tone edit in the form that every engine applies, so that engines agree: a table for each
/// channel, one matrix over three, or a function of the pixel. Works on 8-bit sRGB that is not
/// premultiplied.
///
/// The formulas of thumbor's filters round as its C code does: divisions of integers round towards
/// zero. All others round to nearest. Results are clamped to 0..255. An engine that applies them
/// in floating point and rounds otherwise differs by at most one level.
public sealed interface Lowering {

  /// One pixel, `0xAARRGGBB`, before and after.
  ///
  /// @param place of the pixel in its picture, row after row; only noise looks at it
  int apply(int argb, long place);

  /// What becomes of the picture's alpha channel.
  default AlphaAfter alphaAfter() {
    return AlphaAfter.SAME;
  }

  enum AlphaAfter {
    /// Present if it was.
    SAME,
    GONE,
    PRESENT
  }

  /// @param alpha whether the picture has an alpha channel and isn't opaque everywhere
  /// @param histogram of the picture, asked for where the edit depends on it
  static Lowering of(Tone edit, boolean alpha, Supplier<Histogram> histogram) {
    return switch (edit) {
      case Tone.Brightness(int percent) -> Tables.added(percent, percent, percent);
      case Tone.Rgb(int red, int green, int blue) -> Tables.added(red, green, blue);
      case Tone.Contrast(int percent) -> Tables.contrast(percent);
      case Tone.Colorize colorize -> Tables.colorize(colorize);
      case Tone.Curve curve -> Tables.curve(curve);
      case Tone.Linear linear -> Tables.linear(linear);
      case Tone.Gamma(double exponent) -> Tables.gamma(exponent);
      case Tone.Negate(boolean alphaToo) -> Tables.negate(alphaToo && alpha);
      case Tone.Equalize() -> Tables.equalize(histogram.get());
      case Tone.Greyscale() -> Matrix.LUMA;
      case Tone.Recomb recomb ->
          new Matrix(recomb.weights().stream().mapToDouble(weight -> weight).toArray());
      case Tone.Normalise normalise -> LabEdits.normalise(normalise, histogram.get());
      case Tone.Modulate modulate -> LabEdits.modulate(modulate);
      case Tone.Tint(Color color) -> LabEdits.tint(color);
      case Tone.Threshold(int level, boolean greyscale) ->
          greyscale ? PixelEdits.threshold(level) : Tables.threshold(level);
      case Tone.Saturation(double factor) -> PixelEdits.saturation(factor);
      case Tone.ExtractChannel(Tone.Channel channel) -> PixelEdits.extract(channel);
      case Tone.Bandbool(Tone.Bitwise operator) -> PixelEdits.combine(operator);
      case Tone.RemoveAlpha() -> PixelEdits.removeAlpha();
      case Tone.EnsureAlpha(double value) -> PixelEdits.ensureAlpha(value, alpha);
      case Tone.Unflatten() -> PixelEdits.unflatten();
      case Tone.Noise(int amount, long seed) -> PixelEdits.noise(amount, seed);
    };
  }

  /// New level by old level 0..255, for each channel.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
  record Table(int[] red, int[] green, int[] blue, int[] alpha) implements Lowering {

    public Table {
      for (int[] levels : new int[][] {red, green, blue, alpha}) {
        if (levels.length != 256) {
          throw new IllegalArgumentException(
              "Expected tables of 256 levels but received " + levels.length);
        }
      }
    }

    @Override
    public int apply(int argb, long place) {
      return (alpha[argb >>> 24] << 24)
          | (red[(argb >> 16) & 255] << 16)
          | (green[(argb >> 8) & 255] << 8)
          | blue[argb & 255];
    }
  }

  /// Rows give red, green and blue, columns take them; results are rounded half up. Alpha stays.
  ///
  /// @param weights nine of them, row after row
  @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
  record Matrix(double[] weights) implements Lowering {

    private static final double RED = 19595 / 65536.0;
    private static final double GREEN = 38470 / 65536.0;
    private static final double BLUE = 7471 / 65536.0;

    /// BT.601 luma in all three channels, with the fixed-point weights of Pillow's mode L.
    static final Matrix LUMA =
        new Matrix(new double[] {RED, GREEN, BLUE, RED, GREEN, BLUE, RED, GREEN, BLUE});

    public Matrix {
      if (weights.length != 9) {
        throw new IllegalArgumentException("Expected 9 weights but received " + weights.length);
      }
    }

    @Override
    public int apply(int argb, long place) {
      return (argb & 0xFF000000) | (row(0, argb) << 16) | (row(3, argb) << 8) | row(6, argb);
    }

    private int row(int first, int argb) {
      double sum =
          ((argb >> 16) & 255) * weights[first]
              + ((argb >> 8) & 255) * weights[first + 1]
              + (argb & 255) * weights[first + 2];
      return (int) Math.clamp(Math.floor(sum + 0.5), 0, 255);
    }
  }

  /// Any function of a pixel and its place.
  record Each(Function function, AlphaAfter alphaAfter) implements Lowering {

    /// Safe for use by several threads.
    @FunctionalInterface
    public interface Function {
      int apply(int argb, long place);
    }

    @Override
    public int apply(int argb, long place) {
      return function.apply(argb, place);
    }
  }
}
