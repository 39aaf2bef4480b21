package io.tintype.requests;

import io.tintype.imaging.Crop;
import io.tintype.imaging.Geometry;
import java.util.Map;

/// Filters that change the sized picture's size or where its pixels lie.
final class GeometryFilters {

  private static final int LARGEST_BORDER = 1_000_000;

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.edit("crop", "(left,top,width,height)", a -> new Geometry.Cut(crop(a))),
          Filter.edit("padding", "(color,left[,top[,right,bottom]])", GeometryFilters::padding),
          Filter.edit("proportion", "(factor)", GeometryFilters::proportion),
          Filter.of("rotate", "(degrees)", GeometryFilters::rotate));

  private GeometryFilters() {}

  /// Fractions of the picture where any of the numbers has a point, else pixels.
  private static Crop crop(Arguments arguments) {
    if (arguments.values().stream().noneMatch(value -> value.text().indexOf('.') >= 0)) {
      int left = arguments.whole(0, 0, LARGEST_BORDER);
      int top = arguments.whole(1, 0, LARGEST_BORDER);
      int width = arguments.whole(2, 1, LARGEST_BORDER);
      int height = arguments.whole(3, 1, LARGEST_BORDER);
      return new Crop.Pixels(left, top, left + width, top + height);
    }
    double left = arguments.decimal(0, 0, 1);
    double top = arguments.decimal(1, 0, 1);
    return new Crop.Fractions(
        left,
        top,
        Math.min(1, left + arguments.decimal(2, 0, 1)),
        Math.min(1, top + arguments.decimal(3, 0, 1)));
  }

  private static Geometry padding(Arguments arguments) {
    int left = arguments.whole(1, 0, LARGEST_BORDER);
    int top = arguments.whole(2, 0, LARGEST_BORDER, left);
    boolean four = arguments.has(3);
    if (arguments.count() == 4) {
      throw arguments.wrong(3, "a bottom border behind it");
    }
    int right = four ? arguments.whole(3, 0, LARGEST_BORDER) : left;
    int bottom = four ? arguments.whole(4, 0, LARGEST_BORDER) : top;
    return new Geometry.Pad(left, top, right, bottom, arguments.color(0));
  }

  /// Above 1 it is percent, as in imagor.
  private static Geometry proportion(Arguments arguments) {
    double factor =
        arguments.decimal(
            0, Double.MIN_VALUE, 100, "a factor above 0 and at most 1, or a percentage up to 100");
    return new Geometry.Proportion(factor > 1 ? factor / 100 : factor);
  }

  private static void rotate(Arguments arguments, RecipeDraft draft) {
    int turns = clockwiseTurns(arguments, -1_000_000, 1_000_000, "a multiple of 90");
    if (turns != 0) {
      draft.add(new Geometry.QuarterTurn(turns));
    }
  }

  /// Clockwise quarter turns, 0..3, of the counter-clockwise degrees in the first argument.
  static int clockwiseTurns(Arguments arguments, int least, int most, String expected) {
    double degrees = arguments.decimal(0, least, most, expected);
    if (degrees % 90 != 0) {
      throw arguments.wrong(0, expected);
    }
    return Math.floorMod(-((int) degrees / 90), 4);
  }
}
