package io.tintype.thumbnailator;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import net.coobird.thumbnailator.filters.Watermark;
import net.coobird.thumbnailator.geometry.Coordinate;

/// Lays one picture over another. Where a mark is repeated, as many whole ones as fit lie from
/// edge to edge with equal gaps, as thumbor has it.
final class WatermarkOverlay {

  private WatermarkOverlay() {}

  static Pixels draw(Edit.Watermark watermark, Pixels operand, Pixels picture) {
    Size ground = picture.size();
    Pixels mark = Edits.scaled(operand, fitted(watermark, operand.size(), ground));
    Places across = Places.of(watermark.x(), mark.size().width(), ground.width());
    Places down = Places.of(watermark.y(), mark.size().height(), ground.height());
    BufferedImage layer = mark.image();
    if (across.count > 1) {
      layer = repeated(layer, across, /* horizontal= */ true);
    }
    if (down.count > 1) {
      layer = repeated(layer, down, /* horizontal= */ false);
    }
    float opacity = (100 - watermark.transparency()) / 100f;
    var filter = new Watermark(new Coordinate(across.first, down.first), layer, opacity);
    return Pixels.of(filter.apply(picture.image()));
  }

  /// As large as the ratios allow, in the mark's own proportions; without ratios as it is.
  private static Size fitted(Edit.Watermark watermark, Size mark, Size ground) {
    double byWidth =
        watermark
            .maxWidth()
            .map(percent -> ground.width() * percent / 100.0 / mark.width())
            .orElse(Double.MAX_VALUE);
    double byHeight =
        watermark
            .maxHeight()
            .map(percent -> ground.height() * percent / 100.0 / mark.height())
            .orElse(Double.MAX_VALUE);
    double scale = Math.min(byWidth, byHeight);
    if (scale == Double.MAX_VALUE) {
      return mark;
    }
    long width = Math.max(1, Math.round(mark.width() * scale));
    long height = Math.max(1, Math.round(mark.height() * scale));
    int most = Limits.DEFAULT.maxSide();
    if (scale > 1 && Math.max(width, height) > most) {
      throw new TintypeException(
          Reason.TOO_LARGE,
          "Expected watermark sides of at most "
              + most
              + " but they would be "
              + width
              + "x"
              + height);
    }
    return new Size((int) width, (int) height);
  }

  /// Where marks lie along one axis: the first one, how many, and from one to the next.
  private record Places(int first, int count, int step) {

    static Places of(Edit.Offset offset, int mark, int ground) {
      return switch (offset) {
        case Edit.Offset.Pixels(int value) -> at(value, mark, ground);
        case Edit.Offset.Percent(int value) -> {
          long pixels = Math.round(ground * Math.abs(value) / 100.0);
          yield at((int) (value < 0 ? -pixels : pixels), mark, ground);
        }
        case Edit.Offset.Center() -> new Places(Math.floorDiv(ground - mark, 2), 1, 0);
        case Edit.Offset.Repeat() -> {
          int count = Math.max(1, ground / mark);
          int gap = Math.max(0, ground - count * mark) / Math.max(1, count - 1);
          yield new Places(0, count, mark + gap);
        }
      };
    }

    private static Places at(int value, int mark, int ground) {
      return new Places(value < 0 ? ground - mark + value : value, 1, 0);
    }
  }

  private static BufferedImage repeated(BufferedImage mark, Places places, boolean horizontal) {
    int length = (places.count - 1) * places.step;
    var layer =
        new BufferedImage(
            mark.getWidth() + (horizontal ? length : 0),
            mark.getHeight() + (horizontal ? 0 : length),
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = layer.createGraphics();
    for (int i = 0; i < places.count; i++) {
      int at = i * places.step;
      graphics.drawImage(mark, horizontal ? at : 0, horizontal ? 0 : at, null);
    }
    graphics.dispose();
    return layer;
  }
}
