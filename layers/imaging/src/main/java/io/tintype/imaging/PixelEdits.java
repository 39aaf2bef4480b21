package io.tintype.imaging;

import io.tintype.imaging.Lowering.AlphaAfter;
import io.tintype.imaging.Lowering.Each;

/// Tone edits that need all channels of a pixel, and are no matrix.
final class PixelEdits {

  private static final int ALPHA = 0xFF000000;

  private PixelEdits() {}

  static Lowering threshold(int least) {
    return each(
        (argb, place) -> (argb & ALPHA) | (Lab.luminance(argb) >= least ? 0xFFFFFF : 0),
        AlphaAfter.SAME);
  }

  static Lowering saturation(double factor) {
    return each((argb, place) -> saturated(argb, factor), AlphaAfter.SAME);
  }

  private static int saturated(int argb, double factor) {
    int red = (argb >> 16) & 255;
    int green = (argb >> 8) & 255;
    int blue = argb & 255;
    double grey = Math.sqrt(0.299 * red * red + 0.587 * green * green + 0.114 * blue * blue);
    return (argb & ALPHA)
        | (moved(red, grey, factor) << 16)
        | (moved(green, grey, factor) << 8)
        | moved(blue, grey, factor);
  }

  private static int moved(int level, double grey, double factor) {
    // A hair more, so that factor 1 changes nothing: rounding is towards zero.
    return Math.clamp((int) (grey + (level - grey) * factor + 1e-9), 0, 255);
  }

  static Lowering extract(Tone.Channel channel) {
    int shift =
        switch (channel) {
          case RED -> 16;
          case GREEN -> 8;
          case BLUE -> 0;
          case ALPHA -> 24;
        };
    return each((argb, place) -> grey(ALPHA, (argb >>> shift) & 255), AlphaAfter.GONE);
  }

  static Lowering combine(Tone.Bitwise operator) {
    Each.Function function =
        switch (operator) {
          case AND -> (argb, place) -> grey(argb, (argb >> 16) & (argb >> 8) & argb & 255);
          case OR -> (argb, place) -> grey(argb, ((argb >> 16) | (argb >> 8) | argb) & 255);
          case EOR -> (argb, place) -> grey(argb, ((argb >> 16) ^ (argb >> 8) ^ argb) & 255);
        };
    return each(function, AlphaAfter.SAME);
  }

  static Lowering removeAlpha() {
    return each((argb, place) -> argb | ALPHA, AlphaAfter.GONE);
  }

  static Lowering ensureAlpha(double value, boolean present) {
    int added = (int) Math.rint(255 * value) << 24;
    return each((argb, place) -> present ? argb : added | (argb & 0xFFFFFF), AlphaAfter.PRESENT);
  }

  static Lowering unflatten() {
    return each(
        (argb, place) -> Lab.luminance(argb) == 255 ? argb & 0xFFFFFF : argb, AlphaAfter.PRESENT);
  }

  static Lowering noise(int amount, long seed) {
    return each((argb, place) -> noisy(argb, amount, seed, place), AlphaAfter.SAME);
  }

  private static int noisy(int argb, int amount, long seed, long place) {
    // The mixing function of SplitMix64, of a place instead of a state: any pixel by itself.
    long bits = seed * 0xD1342543DE82EF95L + (place + 1) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    int added = (int) Long.remainderUnsigned(bits ^ (bits >>> 31), amount) - amount / 2;
    return (argb & ALPHA)
        | (Math.clamp(((argb >> 16) & 255) + added, 0, 255) << 16)
        | (Math.clamp(((argb >> 8) & 255) + added, 0, 255) << 8)
        | Math.clamp((argb & 255) + added, 0, 255);
  }

  private static int grey(int alpha, int level) {
    return (alpha & ALPHA) | (level * 0x010101);
  }

  private static Each each(Each.Function function, AlphaAfter alphaAfter) {
    return new Each(function, alphaAfter);
  }
}
