package io.tintype.imaging;

import java.io.ByteArrayOutputStream;

/// A placeholder for a picture in about 25 bytes, in Evan Wallace's ThumbHash format
/// (https://evanw.github.io/thumbhash/). It carries the average colour, the rough shape and a
/// few waves of brightness, colour and transparency; browsers draw it while the picture loads.
///
/// The picture is split into luminance `L = (r + g + b) / 3`, `P = (r + g) / 2 - b`, `Q = r - g`
/// and alpha, all 0..1, with transparent parts filled with the average colour. Each channel is
/// kept as its mean and the low-frequency coefficients of its cosine transform, which are four
/// bits each, relative to the largest.
public final class ThumbHash {

  private static final int MAX_SIDE = 100;

  private ThumbHash() {}

  /// The hash of a picture; store it as base64.
  ///
  /// @param picture at most 100x100 pixels; a larger one would only take longer
  public static byte[] of(Raster picture) {
    int width = picture.size().width();
    int height = picture.size().height();
    if (Math.max(width, height) > MAX_SIDE) {
      throw new IllegalArgumentException(
          "Expected a picture of at most 100x100 pixels but received " + picture.size());
    }
    Planes planes = Planes.of(picture);
    boolean alpha = planes.transparent();
    int waves = alpha ? 5 : 7;
    int across = waves(waves, width, height);
    int down = waves(waves, height, width);
    var l = Cosines.of(planes.l(), width, height, Math.max(3, across), Math.max(3, down));
    var p = Cosines.of(planes.p(), width, height, 3, 3);
    var q = Cosines.of(planes.q(), width, height, 3, 3);

    var bits = new BitWriter();
    bits.write(6, 63 * l.mean());
    bits.write(6, 31.5 + 31.5 * p.mean());
    bits.write(6, 31.5 + 31.5 * q.mean());
    bits.write(5, 31 * l.scale());
    bits.write(1, alpha ? 1 : 0);
    bits.write(3, width > height ? down : across);
    bits.write(6, 63 * p.scale());
    bits.write(6, 63 * q.scale());
    bits.write(1, width > height ? 1 : 0);
    if (!alpha) {
      return bits.waves(l, p, q);
    }
    var a = Cosines.of(planes.a(), width, height, 5, 5);
    bits.write(4, 15 * a.mean());
    bits.write(4, 15 * a.scale());
    return bits.waves(l, p, q, a);
  }

  private static int waves(int most, int side, int otherSide) {
    return (int) Math.max(1, Math.round((double) most * side / Math.max(side, otherSide)));
  }

  /// Numbers of a few bits each, the lowest bit first.
  private static final class BitWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32);
    private int pending;
    private int used;

    void write(int bits, double value) {
      long largest = (1L << bits) - 1;
      pending |= (int) Math.clamp(Math.round(value), 0, largest) << used;
      used += bits;
      while (used >= 8) {
        bytes.write(pending);
        pending >>>= 8;
        used -= 8;
      }
    }

    byte[] waves(Cosines... channels) {
      for (Cosines channel : channels) {
        for (double wave : channel.waves()) {
          write(4, 15 * wave);
        }
      }
      if (used > 0) {
        bytes.write(pending);
      }
      return bytes.toByteArray();
    }
  }
}
