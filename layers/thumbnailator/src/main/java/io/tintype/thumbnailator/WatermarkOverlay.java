package io.tintype.thumbnailator;

import io.tintype.imaging.Drawing;
import io.tintype.imaging.OverlayPlacement;
import io.tintype.imaging.OverlayPlacement.Places;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.filters.Watermark;
import net.coobird.thumbnailator.geometry.Coordinate;

/// Lays one picture over another, once or repeated, where [OverlayPlacement] says.
final class WatermarkOverlay {

  private WatermarkOverlay() {}

  static Pixels draw(Drawing.Watermark watermark, Pixels operand, Pixels picture) {
    var placement = OverlayPlacement.of(watermark, operand.size(), picture.size());
    Places across = placement.across();
    Places down = placement.down();
    Pixels mark = Edits.scaled(operand, placement.mark());
    BufferedImage layer = mark.image();
    if (across.count() > 1) {
      layer = repeated(layer, across, /* horizontal= */ true);
    }
    if (down.count() > 1) {
      layer = repeated(layer, down, /* horizontal= */ false);
    }
    float opacity = (100 - watermark.transparency()) / 100f;
    var filter = new Watermark(new Coordinate(across.first(), down.first()), layer, opacity);
    return Pixels.of(filter.apply(picture.image()));
  }

  private static BufferedImage repeated(BufferedImage mark, Places places, boolean horizontal) {
    int length = (places.count() - 1) * places.step();
    var layer =
        new BufferedImage(
            mark.getWidth() + (horizontal ? length : 0),
            mark.getHeight() + (horizontal ? 0 : length),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = layer.createGraphics();
    for (int i = 0; i < places.count(); i++) {
      int at = i * places.step();
      graphics.drawImage(mark, horizontal ? at : 0, horizontal ? 0 : at, null);
    }
    graphics.dispose();
    return layer;
  }
}
