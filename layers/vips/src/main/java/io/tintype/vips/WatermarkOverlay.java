package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;

/// Lays one picture over another. Where a mark is repeated, as many whole ones as fit lie from
/// edge to edge with equal gaps, as thumbor has it.
final class WatermarkOverlay {

  // VipsExtend
  private static final int BLACK = 0;

  private WatermarkOverlay() {}

  /// @param operand upright 8-bit sRGB
  static Image draw(Edit.Watermark watermark, Image operand, Image picture) {
    Size ground = picture.size();
    Image mark = Edits.scaled(operand, fitted(watermark, operand.size(), ground)).withAlpha();
    Places across = Places.of(watermark.x(), mark.width(), ground.width());
    Places down = Places.of(watermark.y(), mark.height(), ground.height());
    Image layer = faded(tiled(mark, across, down), watermark.transparency());
    Image drawn = Edits.over(picture.withAlpha(), layer, across.first, down.first);
    return picture.alpha() ? drawn : drawn.bandsFrom(0, 3);
  }

  private static Image faded(Image layer, int transparency) {
    double opacity = (100 - transparency) / 100.0;
    return transparency == 0
        ? layer
        : layer.linear(new double[] {1, 1, 1, opacity}, new double[4]).rounded().cast(Image.UCHAR);
  }

  private static Image tiled(Image mark, Places across, Places down) {
    if (across.count == 1 && down.count == 1) {
      return mark;
    }
    Size last = mark.size();
    Image cell =
        mark.embedded(
            new Box(0, 0, across.step(last.width()), down.step(last.height())),
            BLACK,
            new double[0]);
    return cell.run("replicate", call -> call.with("across", across.count).with("down", down.count))
        .crop(new Box(0, 0, across.length(last.width()), down.length(last.height())));
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
  private record Places(int first, int count, int distance) {

    static Places of(Edit.Offset offset, int mark, int ground) {
      return switch (offset) {
        case Edit.Offset.Pixels(int value) -> at(value, mark, ground);
        case Edit.Offset.Percent(int value) -> {
          long pixels = Math.round(ground * Math.abs(value) / 100.0);
          yield at((int) (value < 0 ? -pixels : pixels), mark, ground);
        }
        case Edit.Offset.Center() -> new Places(Math.floorDiv(ground - mark, 2), 1, mark);
        case Edit.Offset.Repeat() -> {
          int count = Math.max(1, ground / mark);
          int gap = Math.max(0, ground - count * mark) / Math.max(1, count - 1);
          yield new Places(0, count, mark + gap);
        }
      };
    }

    private static Places at(int value, int mark, int ground) {
      return new Places(value < 0 ? ground - mark + value : value, 1, mark);
    }

    int step(int mark) {
      return count == 1 ? mark : distance;
    }

    int length(int mark) {
      return (count - 1) * step(mark) + mark;
    }
  }
}
