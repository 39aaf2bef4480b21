package io.tintype.imaging.header;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;

/// What drawing a part of an SVG takes, with everything that it refers to.
///
/// The limits come from trials with librsvg: a path of 10,000 lines that cross each other, or a
/// text of 7,000 characters, takes up to four seconds whatever the size of the raster, and the time
/// grows with the square; 100,000 small shapes take five seconds; three million dashes take more
/// than a gigabyte.
///
/// @param elements drawn or looked at
/// @param uses `use` elements
/// @param work squares of the numbers of lines in each path, and of letters in each text
/// @param outline length of all outlines, in their own units
/// @param pixels of embedded pictures
record SvgCost(double elements, double uses, double work, double outline, double pixels) {

  static final SvgCost NONE = new SvgCost(0, 0, 0, 0, 0);

  /// Fonts are looked for each time.
  private static final double WORK_OF_TEXT = 20_000;

  private static final double MOST_ELEMENTS = 50_000;
  private static final double MOST_USES = 1_000;
  private static final double MOST_WORK = 2e8;
  private static final double MOST_PIXELS = 16_000_000;
  private static final double MOST_DASHES = 300_000;

  static SvgCost use() {
    return new SvgCost(1, 1, 0, 0, 0);
  }

  static SvgCost shape(SvgPath.Extent extent) {
    return new SvgCost(1, 0, extent.pieces() * extent.pieces(), extent.length(), 0);
  }

  /// @param font size of its largest letters
  static SvgCost text(int letters, double font) {
    // The outline of a letter is rarely longer than ten times its height.
    double work = WORK_OF_TEXT + 2.0 * letters * letters;
    return new SvgCost(1, 0, work, 10.0 * letters * font, 0);
  }

  static SvgCost picture(long pixels) {
    return new SvgCost(1, 0, 0, 0, pixels);
  }

  SvgCost plus(SvgCost other) {
    return new SvgCost(
        elements + other.elements,
        uses + other.uses,
        work + other.work,
        outline + other.outline,
        pixels + other.pixels);
  }

  SvgCost times(double count) {
    return new SvgCost(
        elements * count, uses * count, work * count, outline * count, pixels * count);
  }

  /// @param dash the shortest period of a dashed line, without end where there is none
  void check(double dash) {
    require("uses of other elements", uses, MOST_USES);
    require("elements drawn", elements, MOST_ELEMENTS);
    require("units of work for paths and texts", work, MOST_WORK);
    require("pixels in embedded pictures", pixels, MOST_PIXELS);
    require("dashes", Double.isInfinite(dash) ? 0 : outline / dash, MOST_DASHES);
  }

  private static void require(String what, double found, double most) {
    // Numbers of a file may add up to what is no number.
    if (!(found <= most)) {
      throw new TintypeException(
          Reason.TOO_LARGE,
          String.format(
              java.util.Locale.ROOT,
              "Expected an SVG with at most %.0f %s but received %.3g",
              most,
              what,
              found));
    }
  }
}
