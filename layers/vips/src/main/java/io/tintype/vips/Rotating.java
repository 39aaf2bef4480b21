package io.tintype.vips;

import io.tintype.imaging.Color;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;

/// Turns by any angle about the middle of a picture, bilinearly and with colours multiplied by
/// alpha; whole quarters pixel by pixel.
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
    Color color = edit.background();
    boolean opaque = !upright.alpha() && color.alpha() == 255;
    Image ready = opaque ? upright : Masking.multiplied(upright.withAlpha());
    Image turned = affine(ready, Math.toRadians(edit.rest()), after, background(color, opaque));
    return opaque ? turned.rounded().cast(Image.UCHAR) : Masking.straight(turned);
  }

  private static double[] background(Color color, boolean opaque) {
    double alpha = opaque ? 1 : color.alpha() / 255.0;
    double[] colors = {color.red() * alpha, color.green() * alpha, color.blue() * alpha};
    return opaque ? colors : new double[] {colors[0], colors[1], colors[2], color.alpha()};
  }

  /// Places count between the middles of pixels.
  private static Image affine(Image image, double angle, Size after, double[] background) {
    Size before = image.size();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return image.run(
        "affine",
        call ->
            call.with("matrix", new double[] {cos, -sin, sin, cos})
                .with("oarea", "0 0 " + after.width() + " " + after.height())
                .with("idx", -(before.width() - 1) / 2.0)
                .with("idy", -(before.height() - 1) / 2.0)
                .with("odx", (after.width() - 1) / 2.0)
                .with("ody", (after.height() - 1) / 2.0)
                .with("extend", BACKGROUND)
                .with("background", background)
                .with("premultiplied", true));
  }
}
