package io.tintype.imaging;

/// CIE Lab (D65) and luminance of 8-bit sRGB, with the constants of IEC 61966-2-1 and of libvips's
/// conversions; within one level of libvips, which interpolates in smaller tables.
final class Lab {

  // D65, as libvips
  private static final float WHITE_X = 95.0470f;
  private static final float WHITE_Y = 100;
  private static final float WHITE_Z = 108.8827f;

  private static final int ROOT_STEPS = 8192;

  private static final float[] LINEAR = new float[256];
  private static final byte[] ENCODED = new byte[65536];
  private static final float[] ROOTS = new float[ROOT_STEPS + 2];

  static {
    for (int level = 0; level < 256; level++) {
      double value = level / 255.0;
      LINEAR[level] =
          (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
    for (int i = 0; i < ENCODED.length; i++) {
      double light = i / 65535.0;
      double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
      ENCODED[i] = (byte) Math.round(255 * value);
    }
    for (int i = 0; i < ROOTS.length; i++) {
      double share = (double) i / ROOT_STEPS;
      ROOTS[i] = (float) (share < 0.008856 ? 7.787 * share + 16 / 116.0 : Math.cbrt(share));
    }
  }

  private Lab() {}

  /// The grey that is as bright, 0..255, as libvips's conversion to `B_W`.
  static int luminance(int argb) {
    return encoded(
        0.2126f * LINEAR[(argb >> 16) & 255]
            + 0.7152f * LINEAR[(argb >> 8) & 255]
            + 0.0722f * LINEAR[argb & 255]);
  }

  /// L, 0..100.
  static float lightness(int argb) {
    return 116 * root(y(argb)) - 16;
  }

  static float a(int argb) {
    return 500 * (root(x(argb)) - root(y(argb)));
  }

  static float b(int argb) {
    return 200 * (root(y(argb)) - root(z(argb)));
  }

  /// `0x00RRGGBB`; colours that sRGB doesn't have are clamped channel by channel.
  static int rgb(float lightness, float a, float b) {
    float fy = lightness < 8 ? 7.787f * lightness / 903.3f + 16 / 116f : (lightness + 16) / 116;
    float y = lightness < 8 ? lightness / 903.3f : fy * fy * fy;
    float x = cube(a / 500 + fy) * WHITE_X / 100;
    float z = cube(fy - b / 200) * WHITE_Z / 100;
    int red = encoded(3.240625f * x - 1.537208f * y - 0.498629f * z);
    int green = encoded(-0.968931f * x + 1.875756f * y + 0.041518f * z);
    int blue = encoded(0.055710f * x - 0.204021f * y + 1.056996f * z);
    return (red << 16) | (green << 8) | blue;
  }

  private static float x(int argb) {
    return (0.4124f * LINEAR[(argb >> 16) & 255]
            + 0.3576f * LINEAR[(argb >> 8) & 255]
            + 0.1805f * LINEAR[argb & 255])
        * (100 / WHITE_X);
  }

  private static float y(int argb) {
    return (0.2126f * LINEAR[(argb >> 16) & 255]
            + 0.7152f * LINEAR[(argb >> 8) & 255]
            + 0.0722f * LINEAR[argb & 255])
        * (100 / WHITE_Y);
  }

  private static float z(int argb) {
    return (0.0193f * LINEAR[(argb >> 16) & 255]
            + 0.1192f * LINEAR[(argb >> 8) & 255]
            + 0.9505f * LINEAR[argb & 255])
        * (100 / WHITE_Z);
  }

  private static float root(float share) {
    float at = Math.clamp(share, 0, 1) * ROOT_STEPS;
    int step = (int) at;
    return ROOTS[step] + (at - step) * (ROOTS[step + 1] - ROOTS[step]);
  }

  private static float cube(float root) {
    return root < 0.2069f ? (root - 0.13793f) / 7.787f : root * root * root;
  }

  private static int encoded(float light) {
    return ENCODED[(int) (Math.clamp(light, 0, 1) * 65535 + 0.5f)] & 255;
  }
}
