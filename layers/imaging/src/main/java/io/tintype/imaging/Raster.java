package io.tintype.imaging;

/// A small upright picture in memory: 8-bit sRGB with alpha (not premultiplied), `0xAARRGGBB`,
/// row after row.
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
public record Raster(Size size, int[] argb) {

  public Raster {
    if (argb.length != size.pixels()) {
      throw new IllegalArgumentException(
          "Expected " + size.pixels() + " pixels but received " + argb.length);
    }
  }
}
