package io.tintype.vips;

import io.tintype.imaging.Color;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;

/// Turns by any angle about the middle of a picture, or maps it by a matrix, bilinearly and with
/// colours multiplied by alpha; whole quarters are turned pixel by pixel.
final class Rotating {

  // VipsExtend
  private static final int BACKGROUND = 5;

  private Rotating() {}

  static Image of(Image picture, Geometry.Rotate edit) {
    Size after = edit.after(picture.size());
    Image upright = picture.turned(edit.quarterTurns());
    if (edit.rest() == 0) {
      return upright;
    }
    double cos = Math.cos(Math.toRadians(edit.rest()));
    double sin = Math.sin(Math.toRadians(edit.rest()));
    Size before = upright.size();
    // about the middles of both, counted between the middles of pixels
    var mapping =
        new Mapping(
            new double[] {cos, -sin, sin, cos},
            -(before.width() - 1) / 2.0,
            -(before.height() - 1) / 2.0,
            (after.width() - 1) / 2.0,
            (after.height() - 1) / 2.0);
    return mapping.of(upright, after, edit.background());
  }

  static Image of(Image picture, Geometry.Affine edit) {
    Size before = picture.size();
    var mapping =
        new Mapping(
            new double[] {edit.a(), edit.b(), edit.c(), edit.d()},
            0.5,
            0.5,
            -0.5 - edit.left(before),
            -0.5 - edit.top(before));
    return mapping.of(picture, edit.after(before), edit.background());
  }

  private static double[] background(Color color, boolean opaque) {
    double alpha = opaque ? 1 : color.alpha() / 255.0;
    double[] colors = {color.red() * alpha, color.green() * alpha, color.blue() * alpha};
    return opaque ? colors : new double[] {colors[0], colors[1], colors[2], color.alpha()};
  }

  /// Places count between the middles of pixels.
  ///
  /// @param beforeX added to places of the picture
  /// @param afterX added to where they come to lie
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Mapping(
      double[] matrix, double beforeX, double beforeY, double afterX, double afterY) {

    Image of(Image picture, Size after, Color color) {
      boolean opaque = !picture.alpha() && color.alpha() == 255;
      Image ready = opaque ? picture : Masking.multiplied(picture.withAlpha());
      Image mapped =
          ready.run(
              "affine",
              call ->
                  call.with("matrix", matrix)
                      .with("oarea", "0 0 " + after.width() + " " + after.height())
                      .with("idx", beforeX)
                      .with("idy", beforeY)
                      .with("odx", afterX)
                      .with("ody", afterY)
                      .with("extend", BACKGROUND)
                      .with("background", background(color, opaque))
                      .with("premultiplied", true));
      return opaque ? mapped.rounded().cast(Image.UCHAR) : Masking.straight(mapped);
    }
  }
}
