package io.tintype.imaging;

/// L of CIE Lab for engines that work on it alone.
public final class Lightness {

  private Lightness() {}

  /// 0..100.
  public static float of(int argb) {
    return Lab.lightness(argb);
  }

  /// The same hue and alpha with another lightness, which is clamped to 0..100.
  public static int replaced(int argb, float lightness) {
    float within = Math.clamp(lightness, 0, 100);
    return (argb & 0xFF000000) | Lab.rgb(within, Lab.a(argb), Lab.b(argb));
  }
}
