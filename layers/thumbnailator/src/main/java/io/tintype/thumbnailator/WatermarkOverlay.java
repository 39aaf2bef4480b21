package io.tintype.thumbnailator;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.OverlayPlacement;
import io.tintype.imaging.OverlayPlacement.Places;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
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
    if (watermark.blend() != Blend.OVER) {
      return blended(watermark, mark, placement, picture);
    }
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

  private static Pixels blended(
      Drawing.Watermark watermark, Pixels mark, OverlayPlacement placement, Pixels picture) {
    int[] columns = covered(placement.across(), mark.size().width(), picture.size().width());
    int[] rows = covered(placement.down(), mark.size().height(), picture.size().height());
    int opacity = 100 - watermark.transparency();
    return Blending.laid(
        picture,
        watermark.blend(),
        (x, y) -> {
          if (columns[x] < 0 || rows[y] < 0) {
            return 0;
          }
          int pixel = mark.argb()[rows[y] * mark.size().width() + columns[x]];
          int alpha = ((pixel >>> 24) * opacity + 50) / 100;
          return (alpha << 24) | (pixel & 0xFFFFFF);
        });
  }

  /// For each place of the picture the one of the mark that lies over it, or -1.
  private static int[] covered(Places places, int mark, int ground) {
    int[] covered = new int[ground];
    Arrays.fill(covered, -1);
    for (int i = 0; i < places.count(); i++) {
      int first = places.first() + i * places.step();
      for (int place = Math.max(0, first); place < Math.min(ground, first + mark); place++) {
        covered[place] = place - first;
      }
    }
    return covered;
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
