package io.tintype.requests;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Trim;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Filters that say how the source is read, cropped and sized; their place among the others does
/// not matter, except for that of `fill`.
final class SizingFilters {

  private static final Pattern AREA =
      Pattern.compile("(N)x(N):(N)x(N)".replace("N", "\\d{1,9}(?:\\.\\d{0,18})?|\\.\\d{1,18}"));

  static final Map<String, Filter> ALL =
      Map.ofEntries(
          Filter.of("cover", "()", (arguments, draft) -> draft.maxFrames(1)),
          Filter.of("dpi", "(dpi)", (a, draft) -> draft.density(a.whole(0, 1, 2400))),
          Filter.of("fill", "(color[,transparent])", SizingFilters::fill),
          Filter.of("focal", "(area[,y])", SizingFilters::focal),
          Filter.of(
              "max_frames", "(frames)", (a, draft) -> draft.maxFrames(a.whole(0, 1, 1_000_000))),
          Filter.of("no_upscale", "()", (arguments, draft) -> draft.enlarge(false)),
          Filter.of("orient", "(degrees)", SizingFilters::orient),
          Filter.of("page", "(page)", (a, draft) -> draft.page(a.whole(0, 1, 1_000_000) - 1)),
          Filter.of("stretch", "()", (arguments, draft) -> draft.stretch()),
          Filter.of("trim", "([tolerance[,corner]])", SizingFilters::trim),
          Filter.of("upscale", "()", (arguments, draft) -> draft.enlarge(true)));

  private SizingFilters() {}

  private static void fill(Arguments arguments, RecipeDraft draft) {
    Fill fill =
        switch (arguments.text(0)) {
          case "auto" -> new Fill.Average();
          case "blur" -> new Fill.Blurred();
          case String other -> new Fill.Plain(arguments.color(0));
        };
    if (draft.boxMayTurn() && !draft.boxIsKnown()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "filter fill: expected sides in pixels with adaptive-fit-in but received orig");
    }
    if (arguments.has(1) && arguments.flag(1)) {
      if (!(fill instanceof Fill.Plain(var color))) {
        throw arguments.wrong(1, "false, because only a colour can fill transparency,");
      }
      draft.add(new Drawing.Background(color));
    }
    draft.fill(fill);
  }

  private static void focal(Arguments arguments, RecipeDraft draft) {
    if (draft.hasFocal()) {
      throw arguments.wrong(0, "one focal area only");
    }
    if (arguments.count() == 2) {
      draft.focal(point(arguments));
      return;
    }
    Matcher area = AREA.matcher(arguments.text(0));
    if (!area.matches()) {
      throw arguments.wrong(0, "LxT:RxB in pixels or fractions, with R > L and B > T,");
    }
    double left = Double.parseDouble(area.group(1));
    double top = Double.parseDouble(area.group(2));
    double right = Double.parseDouble(area.group(3));
    double bottom = Double.parseDouble(area.group(4));
    if (!(right > left && bottom > top)) {
      throw arguments.wrong(0, "LxT:RxB in pixels or fractions, with R > L and B > T,");
    }
    if (arguments.text(0).indexOf('.') < 0) {
      draft.focal(
          new Anchor.Focal(
              new Box((int) left, (int) top, (int) (right - left), (int) (bottom - top))));
    } else if (right <= 1 && bottom <= 1) {
      draft.focal(new Anchor.FocalPoint((left + right) / 2, (top + bottom) / 2));
    } else {
      throw arguments.wrong(0, "whole pixels, or fractions 0..1 only,");
    }
  }

  private static Anchor point(Arguments arguments) {
    boolean fractions = (arguments.text(0) + arguments.text(1)).indexOf('.') >= 0;
    if (fractions) {
      return new Anchor.FocalPoint(arguments.decimal(0, 0, 1), arguments.decimal(1, 0, 1));
    }
    int x = arguments.whole(0, 0, 999_999_999);
    int y = arguments.whole(1, 0, 999_999_999);
    return new Anchor.Focal(new Box(x, y, 1, 1));
  }

  private static void orient(Arguments arguments, RecipeDraft draft) {
    draft.orient(GeometryFilters.clockwiseTurns(arguments, 0, 270, "0, 90, 180 or 270"));
  }

  private static void trim(Arguments arguments, RecipeDraft draft) {
    if (!draft.untouched()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "filter trim: expected no size, crop or edit before it; the segment trim: works with"
              + " them");
    }
    int tolerance = arguments.whole(0, 0, 442, 0);
    Trim.Corner corner =
        switch (arguments.has(1) ? arguments.text(1) : "top-left") {
          case "top-left" -> Trim.Corner.TOP_LEFT;
          case "bottom-right" -> Trim.Corner.BOTTOM_RIGHT;
          case String other -> throw arguments.wrong(1, "top-left or bottom-right");
        };
    draft.trim(new Trim(corner, tolerance));
  }
}
