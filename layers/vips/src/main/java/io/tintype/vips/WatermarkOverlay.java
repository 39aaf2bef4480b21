package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.OverlayPlacement;
import io.tintype.imaging.OverlayPlacement.Places;

/// Lays one picture over another, once or repeated, where [OverlayPlacement] says.
final class WatermarkOverlay {

  // VipsExtend
  private static final int BLACK = 0;

  private WatermarkOverlay() {}

  /// @param operand upright 8-bit sRGB
  static Image draw(Drawing.Watermark watermark, Image operand, Image picture) {
    var placement = OverlayPlacement.of(watermark, operand.size(), picture.size());
    Places across = placement.across();
    Places down = placement.down();
    Image mark = Edits.scaled(operand, placement.mark()).withAlpha();
    Image layer = faded(tiled(mark, across, down), watermark.transparency());
    return Blending.laid(picture, layer, watermark.blend(), across.first(), down.first());
  }

  private static Image faded(Image layer, int transparency) {
    double opacity = (100 - transparency) / 100.0;
    return transparency == 0
        ? layer
        : layer.linear(new double[] {1, 1, 1, opacity}, new double[4]).rounded().cast(Image.UCHAR);
  }

  private static Image tiled(Image mark, Places across, Places down) {
    if (across.count() == 1 && down.count() == 1) {
      return mark;
    }
    Image cell = mark.embedded(new Box(0, 0, across.step(), down.step()), BLACK, new double[0]);
    return cell.run(
            "replicate", call -> call.with("across", across.count()).with("down", down.count()))
        .crop(new Box(0, 0, across.length(), down.length()));
  }
}
