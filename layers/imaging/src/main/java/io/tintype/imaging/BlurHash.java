package io.tintype.imaging;

/// A placeholder for a picture in 6 to 166 characters, in Wolt's BlurHash format, see
/// `Algorithm.md` in woltapp/blurhash. It holds the mean colour and a few waves of the cosine
/// transform of linear red, green and blue.
public final class BlurHash {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

  /// Waves are kept in 19 steps each, 9 of them the mean.
  private static final int STEPS = 19;

  private BlurHash() {}

  /// The hash of a picture; transparent parts count as white.
  ///
  /// @param picture of any size; 64 pixels a side are plenty
  /// @param across how many waves from left to right, 1..9
  /// @param down how many from top to bottom, 1..9
  public static String of(Raster picture, int across, int down) {
    Expect.between(1, 9, across, "BlurHash components");
    Expect.between(1, 9, down, "BlurHash components");
    double[][] light = linear(picture);
    double[][] waves = new double[across * down][];
    double largest = 0;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        double[] wave = wave(light, picture.size(), x, y);
        waves[y * across + x] = wave;
        for (int channel = 0; channel < 3 && x + y > 0; channel++) {
          largest = Math.max(largest, Math.abs(wave[channel]));
        }
      }
    }
    boolean flat = waves.length == 1;
    int scale = flat ? 0 : Math.clamp((long) Math.floor(largest * 166 - 0.5), 0, 82);
    StringBuilder hash = new StringBuilder();
    write(hash, across - 1 + (down - 1) * 9L, 1);
    write(hash, scale, 1);
    write(hash, mean(waves[0]), 4);
    for (int index = 1; index < waves.length; index++) {
      write(hash, steps(waves[index], (scale + 1) / 166.0), 2);
    }
    return hash.toString();
  }

  /// Linear red, green and blue, 0..1.
  private static double[][] linear(Raster picture) {
    int[] argb = picture.argb();
    double[][] light = new double[argb.length][3];
    for (int pixel = 0; pixel < argb.length; pixel++) {
      int alpha = argb[pixel] >>> 24;
      for (int channel = 0; channel < 3; channel++) {
        int level = (argb[pixel] >> (16 - 8 * channel)) & 255;
        light[pixel][channel] = toLinear((level * alpha + 255 * (255 - alpha)) / 255.0 / 255.0);
      }
    }
    return light;
  }

  private static double[] wave(double[][] light, Size size, int across, int down) {
    double[] sum = new double[3];
    for (int y = 0; y < size.height(); y++) {
      double vertical = Math.cos(Math.PI * down * y / size.height());
      for (int x = 0; x < size.width(); x++) {
        double basis = vertical * Math.cos(Math.PI * across * x / size.width());
        double[] pixel = light[y * size.width() + x];
        for (int channel = 0; channel < 3; channel++) {
          sum[channel] += basis * pixel[channel];
        }
      }
    }
    double factor = (across + down == 0 ? 1.0 : 2.0) / light.length;
    for (int channel = 0; channel < 3; channel++) {
      sum[channel] *= factor;
    }
    return sum;
  }

  private static long mean(double[] wave) {
    return (long) toLevel(wave[0]) << 16 | (long) toLevel(wave[1]) << 8 | toLevel(wave[2]);
  }

  private static long steps(double[] wave, double scale) {
    long value = 0;
    for (double amount : wave) {
      double part = amount / scale;
      double root = Math.copySign(Math.sqrt(Math.abs(part)), part);
      value = value * STEPS + Math.clamp((long) Math.floor(root * 9 + 9.5), 0, STEPS - 1);
    }
    return value;
  }

  private static double toLinear(double level) {
    return level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
  }

  private static int toLevel(double linear) {
    double bounded = Math.clamp(linear, 0.0, 1.0);
    double level =
        bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
    return (int) (level * 255 + 0.5);
  }

  private static void write(StringBuilder hash, long value, int digits) {
    long divisor = 1;
    for (int digit = 1; digit < digits; digit++) {
      divisor *= DIGITS.length();
    }
    for (; divisor > 0; divisor /= DIGITS.length()) {
      hash.append(DIGITS.charAt((int) (value / divisor % DIGITS.length())));
    }
  }
}
