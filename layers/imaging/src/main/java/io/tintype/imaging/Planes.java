package io.tintype.imaging;

import java.util.Arrays;

/// The channels of [ThumbHash], each 0..1 or -1..1, row after row.
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy would cost
record Planes(double[] l, double[] p, double[] q, double[] a) {

  static Planes of(Raster picture) {
    int[] argb = picture.argb();
    int count = argb.length;
    double[] red = new double[count];
    double[] green = new double[count];
    double[] blue = new double[count];
    double[] alpha = new double[count];
    for (int i = 0; i < count; i++) {
      alpha[i] = (argb[i] >>> 24) / 255.0;
      red[i] = alpha[i] / 255 * ((argb[i] >> 16) & 255);
      green[i] = alpha[i] / 255 * ((argb[i] >> 8) & 255);
      blue[i] = alpha[i] / 255 * (argb[i] & 255);
    }
    double visible = Arrays.stream(alpha).sum();
    double[] mean = {mean(red, visible), mean(green, visible), mean(blue, visible)};
    for (int i = 0; i < count; i++) {
      double r = mean[0] * (1 - alpha[i]) + red[i];
      double g = mean[1] * (1 - alpha[i]) + green[i];
      double b = mean[2] * (1 - alpha[i]) + blue[i];
      red[i] = (r + g + b) / 3;
      green[i] = (r + g) / 2 - b;
      blue[i] = r - g;
    }
    return new Planes(red, green, blue, alpha);
  }

  boolean transparent() {
    return Arrays.stream(a).anyMatch(alpha -> alpha < 1);
  }

  private static double mean(double[] premultiplied, double visible) {
    return visible > 0 ? Arrays.stream(premultiplied).sum() / visible : 0;
  }
}
