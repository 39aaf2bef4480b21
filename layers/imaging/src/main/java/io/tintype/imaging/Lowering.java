package io.tintype.imaging;

import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// A point edit (one that looks at one pixel at a time) in the form that every engine applies, so
/// that engines agree: a table for each channel, or one matrix over all three. Works on 8-bit sRGB
/// that is not premultiplied; alpha stays as it is.
///
/// The formulas and their rounding are those of thumbor's C filters: divisions of integers round
/// towards zero, and results are clamped to 0..255. An engine that applies them in floating point
/// and rounds to nearest differs by at most one level.
public sealed interface Lowering {

  /// One pixel, `0xAARRGGBB`, before and after.
  int apply(int argb);

  /// The edit as a table or a matrix; empty for an edit that is not a point edit.
  static Optional<Lowering> of(Edit edit) {
    return switch (edit) {
      case Tone.Brightness(int percent) -> Optional.of(added(percent, percent, percent));
      case Tone.Rgb(int red, int green, int blue) -> Optional.of(added(red, green, blue));
      case Tone.Contrast(int percent) -> Optional.of(contrast(percent));
      case Tone.Greyscale() -> Optional.of(Matrix.LUMA);
      case Tone.Colorize _,
          Tone.Saturation _,
          Tone.Curve _,
          Tone.Linear _,
          Tone.Gamma _,
          Tone.Negate _,
          Tone.Normalise _,
          Tone.Equalize _,
          Tone.Threshold _,
          Tone.Recomb _,
          Tone.Modulate _,
          Tone.Tint _,
          Tone.ExtractChannel _,
          Tone.Bandbool _,
          Tone.RemoveAlpha _,
          Tone.EnsureAlpha _,
          Tone.Unflatten _,
          Tone.Noise _ ->
          Optional.empty();
      case Geometry _, Detail _, Drawing _ -> Optional.empty();
    };
  }

  /// New level by old level 0..255, for each channel.
  @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
  record Table(int[] red, int[] green, int[] blue) implements Lowering {

    public Table {
      if (red.length != 256 || green.length != 256 || blue.length != 256) {
        throw new IllegalArgumentException(
            "Expected tables of 256 levels but received "
                + red.length
                + ", "
                + green.length
                + ", "
                + blue.length);
      }
    }

    @Override
    public int apply(int argb) {
      return (argb & 0xFF000000)
          | (red[(argb >> 16) & 255] << 16)
          | (green[(argb >> 8) & 255] << 8)
          | blue[argb & 255];
    }
  }

  /// Rows give red, green and blue, columns take them; weights are in 1/65536. Each result is
  /// `(r * w0 + g * w1 + b * w2 + 32768) >> 16`, so it is rounded half up.
  ///
  /// @param weights nine of them, row after row
  @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
  record Matrix(int[] weights) implements Lowering {

    /// BT.601 luma in all three channels, with the fixed-point weights of Pillow's mode L.
    static final Matrix LUMA =
        new Matrix(new int[] {19595, 38470, 7471, 19595, 38470, 7471, 19595, 38470, 7471});

    public Matrix {
      if (weights.length != 9) {
        throw new IllegalArgumentException("Expected 9 weights but received " + weights.length);
      }
    }

    @Override
    public int apply(int argb) {
      return (argb & 0xFF000000) | (row(0, argb) << 16) | (row(3, argb) << 8) | row(6, argb);
    }

    private int row(int first, int argb) {
      int sum =
          ((argb >> 16) & 255) * weights[first]
              + ((argb >> 8) & 255) * weights[first + 1]
              + (argb & 255) * weights[first + 2];
      return Math.clamp((sum + 32768) >> 16, 0, 255);
    }
  }

  private static Table added(int red, int green, int blue) {
    return new Table(
        levels(level -> level + 255 * red / 100),
        levels(level -> level + 255 * green / 100),
        levels(level -> level + 255 * blue / 100));
  }

  private static Table contrast(int percent) {
    int factor = (percent + 100) * (percent + 100) / 100;
    int[] levels = levels(level -> factor * (level - 128) / 100 + 128);
    return new Table(levels, levels, levels);
  }

  private static int[] levels(IntUnaryOperator change) {
    int[] levels = new int[256];
    for (int level = 0; level < 256; level++) {
      levels[level] = Math.clamp(change.applyAsInt(level), 0, 255);
    }
    return levels;
  }
}
