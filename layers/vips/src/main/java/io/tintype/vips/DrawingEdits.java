package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import java.util.Set;

/// Edits that draw on the picture or lay it onto something.
final class DrawingEdits {

  static final Set<Class<? extends Edit>> LACKS =
      Set.of(
          Drawing.Frame.class,
          Drawing.Combine.class,
          Drawing.Text.class,
          Drawing.RoundCorners.class,
          Drawing.Ellipse.class,
          Drawing.Redact.class);

  // VipsExtend
  private static final int BACKGROUND = 5;

  // VipsBlendMode
  private static final int OVER = 2;

  private DrawingEdits() {}

  static Image apply(Drawing edit, Image picture, Operands operands) {
    return switch (edit) {
      case Drawing.Background(var color) -> on(picture, color);
      case Drawing.Watermark watermark ->
          WatermarkOverlay.draw(
              watermark, operands.picture(watermark.image(), picture.scope()), picture);
      case Drawing.Frame _,
          Drawing.Combine _,
          Drawing.Text _,
          Drawing.RoundCorners _,
          Drawing.Ellipse _,
          Drawing.Redact _ ->
          throw new IllegalArgumentException("Not available with this engine: " + edit);
    };
  }

  /// Laid onto a plane of one colour.
  static Image on(Image picture, Color color) {
    if (!picture.alpha()) {
      return picture;
    }
    if (color.alpha() == 255) {
      double[] opaque = {color.red(), color.green(), color.blue()};
      return picture.run("flatten", call -> call.with("background", opaque)).cast(Image.UCHAR);
    }
    var picked = new Box(1, 1, picture.width(), picture.height());
    Image plane = picture.embedded(picked, BACKGROUND, components(color, 4));
    // One pixel of border gives a pixel of the colour, which is then as large as the picture.
    Image pixel = plane.crop(new Box(0, 0, 1, 1));
    Image ground =
        pixel.run(
            "replicate",
            call -> call.with("across", picture.width()).with("down", picture.height()));
    return over(ground, picture, 0, 0);
  }

  /// One picture over another, which keeps its size; both have alpha.
  static Image over(Image ground, Image top, int x, int y) {
    try (Call call = ground.scope().vips().call("composite2")) {
      return call.with("base", ground)
          .with("overlay", top)
          .with("mode", OVER)
          .with("x", x)
          .with("y", y)
          .image(ground.scope())
          .cast(Image.UCHAR);
    }
  }

  static double[] components(Color color, int bands) {
    return bands == 4
        ? new double[] {color.red(), color.green(), color.blue(), color.alpha()}
        : new double[] {color.red(), color.green(), color.blue()};
  }
}
