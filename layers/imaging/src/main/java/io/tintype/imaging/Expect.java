package io.tintype.imaging;

/// What the compact constructors of edits hold their components to.
final class Expect {

  private Expect() {}

  static void that(boolean holds, String expected, Object received) {
    if (!holds) {
      throw new IllegalArgumentException("Expected " + expected + " but received " + received);
    }
  }

  static void percent(int value, String what) {
    that(value >= -100 && value <= 100, what + " -100..100", value);
  }

  static void between(double least, double most, double value, String what) {
    that(value >= least && value <= most, what + " " + plain(least) + ".." + plain(most), value);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
