package io.tintype.testkit;

/// CIE Lab (ISO/CIE 11664-4, D65) of sRGB (IEC 61966-2-1) in floating point.
final class LabOracle {

  private LabOracle() {}

  static double linear(double level) {
    double value = level / 255;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  static double encoded(double light) {
    double within = Math.clamp(light, 0, 1);
    return within <= 0.0031308 ? 12.92 * within : 1.055 * Math.pow(within, 1 / 2.4) - 0.055;
  }

  static double[] lab(int argb) {
    return lab(new double[] {(argb >> 16) & 255, (argb >> 8) & 255, argb & 255});
  }

  static double[] lab(double[] rgb) {
    double r = linear(rgb[0]);
    double g = linear(rgb[1]);
    double b = linear(rgb[2]);
    double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
    double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088827);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  /// Red, green and blue, 0..255, not rounded.
  static double[] rgb(double lightness, double a, double b) {
    double fy = (lightness + 16) / 116;
    double x = cube(fy + a / 500) * 0.95047;
    double y = cube(fy);
    double z = cube(fy - b / 200) * 1.088827;
    return new double[] {
      255 * encoded(3.2406 * x - 1.5372 * y - 0.4986 * z),
      255 * encoded(-0.9689 * x + 1.8758 * y + 0.0415 * z),
      255 * encoded(0.0557 * x - 0.2040 * y + 1.0570 * z)
    };
  }

  static int argb(double lightness, double a, double b) {
    double[] rgb = rgb(lightness, a, b);
    return 0xFF000000
        | (int) Math.round(rgb[0]) << 16
        | (int) Math.round(rgb[1]) << 8
        | (int) Math.round(rgb[2]);
  }

  private static double root(double share) {
    return share > 216.0 / 24389 ? Math.cbrt(share) : 841.0 / 108 * share + 4.0 / 29;
  }

  private static double cube(double root) {
    return root > 6.0 / 29 ? root * root * root : (root - 4.0 / 29) * 108 / 841;
  }
}
