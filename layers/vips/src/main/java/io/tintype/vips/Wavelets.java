package io.tintype.vips;

import io.tintype.imaging.Detail;

/// Carries [Detail.UnsharpMask] out: each layer of detail is the difference between a picture and
/// the same seen through a hat of 1 2 1, whose sides are twice as far apart from layer to layer.
/// Beyond an edge the picture is mirrored.
final class Wavelets {

  // VipsPrecision
  private static final int FLOAT = 1;

  // VipsExtend
  private static final int MIRROR = 3;

  /// What all hats together look at.
  private static final int REACH = 31;

  private static final double[] LUMA = {0.299, 0.587, 0.114};

  private Wavelets() {}

  static Image apply(Detail.UnsharpMask edit, Image colours) {
    Image plane = colours;
    if (edit.luminanceOnly()) {
      Image weights = Image.matrix(colours.scope(), 3, 1, LUMA);
      plane = colours.run("recomb", call -> call.with("m", weights));
    }
    Image exact = plane.cast(Image.FLOAT);
    Image sharper = sharper(exact.bordered(REACH, MIRROR), edit.gains()).without(REACH);
    Image result =
        edit.luminanceOnly()
            ? colours.cast(Image.FLOAT).plus(sharper.plus(times(exact, -1)))
            : sharper;
    return result
        .rounded()
        .cast(Image.UCHAR)
        .run("copy", call -> call.with("interpretation", Image.SRGB));
  }

  /// The sum of gain * (plane - smoother) over the layers and of the smoothest plane, by planes:
  /// what one layer takes from a plane, the one before adds to it.
  private static Image sharper(Image plane, double[] gains) {
    Image sum = times(plane, gains[0]);
    Image smooth = plane;
    for (int layer = 0; layer < gains.length; layer++) {
      smooth = smoothed(smooth, 1 << layer);
      double next = layer + 1 < gains.length ? gains[layer + 1] : 1;
      sum = sum.plus(times(smooth, next - gains[layer]));
    }
    return sum;
  }

  private static Image smoothed(Image plane, int reach) {
    double[] hat = new double[2 * reach + 1];
    hat[0] = 0.25;
    hat[reach] = 0.5;
    hat[2 * reach] = 0.25;
    Image mask = Image.matrix(plane.scope(), hat.length, 1, hat);
    return plane.run("convsep", call -> call.with("mask", mask).with("precision", FLOAT));
  }

  private static Image times(Image plane, double factor) {
    double[] factors = {factor};
    double[] none = {0};
    return plane.linear(factors, none);
  }
}
