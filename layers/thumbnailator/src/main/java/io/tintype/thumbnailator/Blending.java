package io.tintype.thumbnailator;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Size;
import io.tintype.imaging.shape.Mask;
import java.util.function.IntUnaryOperator;

/// One pixel over another, by the formulas of the W3C's Compositing and Blending Level 1 and of
/// Porter and Duff. Colours are `0xAARRGGBB`, not multiplied by alpha, and the formulas work on
/// them as 0..1.
final class Blending {

  private static final float LEVELS = 255;

  private Blending() {}

  /// @param top the source of the formulas
  /// @param bottom the backdrop
  static int blend(Blend blend, int top, int bottom) {
    float above = (top >>> 24) / LEVELS;
    float below = (bottom >>> 24) / LEVELS;
    float ofSource = blend.source().of(above, below);
    float ofBackdrop = blend.backdrop().of(below, above);
    float alpha = Math.min(1, ofSource + ofBackdrop);
    if (alpha <= 0) {
      return 0;
    }
    int result = level(alpha) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      float backdrop = ((bottom >> shift) & 255) / LEVELS;
      float source = ((top >> shift) & 255) / LEVELS;
      if (blend.mixes()) {
        source = (1 - below) * source + below * mixed(blend, backdrop, source);
      }
      result |= level((ofSource * source + ofBackdrop * backdrop) / alpha) << shift;
    }
    return result;
  }

  /// What is laid over a picture: a colour with alpha for each of its pixels.
  @FunctionalInterface
  interface Layer {
    int argb(int x, int y);
  }

  static Pixels laid(Pixels picture, Blend blend, Layer layer) {
    Size size = picture.size();
    int[] result = picture.argb().clone();
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int top = layer.argb(x, y);
        if (top >>> 24 != 0 || blend.clears()) {
          int at = y * size.width() + x;
          result[at] = blend(blend, top, result[at]);
        }
      }
    }
    return new Pixels(size, result, picture.alpha() || blend.clears());
  }

  /// One picture where a mask covers, the other one where it doesn't.
  static Pixels mixed(Pixels one, Pixels other, Mask covered) {
    return mixed(one, other, i -> covered.coverage()[i] & 255);
  }

  /// As the mask, the alpha of a picture.
  static Pixels mixed(Pixels one, Pixels other, Pixels covered) {
    return mixed(one, other, i -> covered.argb()[i] >>> 24);
  }

  private static Pixels mixed(Pixels one, Pixels other, IntUnaryOperator covered) {
    int[] result = new int[one.argb().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = mixed(one.argb()[i], other.argb()[i], covered.applyAsInt(i));
    }
    return new Pixels(one.size(), result, one.alpha() || other.alpha());
  }

  /// Weighted by alpha, so that what can't be seen gives no colour.
  private static int mixed(int one, int other, int covered) {
    if (covered == 255 || one == other) {
      return one;
    }
    if (covered == 0) {
      return other;
    }
    int first = (one >>> 24) * covered;
    int second = (other >>> 24) * (255 - covered);
    int alpha = first + second;
    if (alpha == 0) {
      return 0;
    }
    int result = ((alpha + 127) / 255) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = ((one >> shift) & 255) * first + ((other >> shift) & 255) * second;
      result |= ((sum + alpha / 2) / alpha) << shift;
    }
    return result;
  }

  private static int level(float value) {
    return Math.clamp((int) (value * LEVELS + 0.5f), 0, 255);
  }

  /// The specification's `B(Cb, Cs)`.
  private static float mixed(Blend blend, float backdrop, float source) {
    return switch (blend) {
      case MULTIPLY -> backdrop * source;
      case SCREEN -> backdrop + source - backdrop * source;
      case OVERLAY -> hardLight(source, backdrop);
      case DARKEN -> Math.min(backdrop, source);
      case LIGHTEN -> Math.max(backdrop, source);
      case COLOUR_DODGE ->
          backdrop == 0 ? 0 : source == 1 ? 1 : Math.min(1, backdrop / (1 - source));
      case COLOUR_BURN ->
          backdrop == 1 ? 1 : source == 0 ? 0 : 1 - Math.min(1, (1 - backdrop) / source);
      case HARD_LIGHT -> hardLight(backdrop, source);
      case SOFT_LIGHT -> softLight(backdrop, source);
      case DIFFERENCE -> Math.abs(backdrop - source);
      case EXCLUSION -> backdrop + source - 2 * backdrop * source;
      case CLEAR,
          SOURCE,
          OVER,
          IN,
          OUT,
          ATOP,
          DEST,
          DEST_OVER,
          DEST_IN,
          DEST_OUT,
          DEST_ATOP,
          XOR,
          ADD,
          SATURATE ->
          source;
    };
  }

  private static float hardLight(float backdrop, float source) {
    return source <= 0.5f
        ? backdrop * 2 * source
        : backdrop + (2 * source - 1) - backdrop * (2 * source - 1);
  }

  private static float softLight(float backdrop, float source) {
    if (source <= 0.5f) {
      return backdrop - (1 - 2 * source) * backdrop * (1 - backdrop);
    }
    float curve =
        backdrop <= 0.25f
            ? ((16 * backdrop - 12) * backdrop + 4) * backdrop
            : (float) Math.sqrt(backdrop);
    return backdrop + (2 * source - 1) * (curve - backdrop);
  }
}
