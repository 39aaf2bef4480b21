package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;

/// Writes TIFFs of 32-bit floating point, as programs for photos with a high dynamic range do:
/// linear light, of which 1 is white, and alpha, not multiplied by it.
final class FloatTiff {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRIES = 11;
  private static final int BITS = 8 + 2 + 12 * ENTRIES + 4;
  private static final int FORMATS = BITS + 8;
  private static final int PIXELS = FORMATS + 8;

  private FloatTiff() {}

  static byte[] plain(Size size, Color color) {
    var file = new Bytes().text("II").little16(42).little32(8).little16(ENTRIES);
    entry(file, 256, LONG, 1, size.width());
    entry(file, 257, LONG, 1, size.height());
    entry(file, 258, SHORT, 4, BITS);
    entry(file, 259, SHORT, 1, 1); // not compressed
    entry(file, 262, SHORT, 1, 2); // RGB
    entry(file, 273, LONG, 1, PIXELS);
    entry(file, 277, SHORT, 1, 4);
    entry(file, 278, LONG, 1, size.height());
    entry(file, 279, LONG, 1, 16 * Math.toIntExact(size.pixels()));
    entry(file, 338, SHORT, 1, 2); // alpha, not multiplied
    entry(file, 339, SHORT, 4, FORMATS);
    file.little32(0);
    for (int bits : new int[] {32, 32, 32, 32}) {
      file.little16(bits);
    }
    for (int format : new int[] {3, 3, 3, 3}) {
      file.little16(format); // floating point
    }
    for (int i = 0; i < size.pixels(); i++) {
      for (int level : new int[] {color.red(), color.green(), color.blue()}) {
        number(file, LabOracle.linear(level));
      }
      number(file, color.alpha() / 255.0);
    }
    return file.done();
  }

  private static void number(Bytes file, double value) {
    file.little32(Float.floatToRawIntBits((float) value));
  }

  private static void entry(Bytes file, int tag, int type, int count, int value) {
    file.little16(tag).little16(type).little32(count).little32(value);
  }
}
