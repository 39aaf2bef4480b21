package io.tintype.ondemand;

import static io.tintype.ondemand.Checks.points;
import static io.tintype.ondemand.Goldens.exact;
import static io.tintype.ondemand.Row.call;

import java.util.List;

/// Filters that change colours. The formulas are those of thumbor's filters, in floating point.
final class ToneRows {

  private static final String PHOTO = "photo.png";

  static final List<Row> ALL =
      List.of(
          call("brightness(40)", points(PHOTO, (r, g, b) -> three(r + 102, g + 102, b + 102))),
          call("brightness(-20)", points(PHOTO, (r, g, b) -> three(r - 51, g - 51, b - 51))),
          call("contrast(40)", points(PHOTO, (r, g, b) -> from(127.5, 1.96, r, g, b))),
          call("contrast(-50)", points(PHOTO, (r, g, b) -> from(127.5, 0.25, r, g, b))),
          call(
              "colorize(50,0,100,ff8040)",
              points(PHOTO, (r, g, b) -> three((r + 255) / 2, g, 0x40))),
          call(
              "curve([(0,255),(255,0)],[],[(0,0),(255,255)],[])",
              points(PHOTO, (r, g, b) -> three(255 - r, 255 - g, 255 - b))),
          call("curve([(0,0),(90,40),(255,255)],[(0,60),(255,200)],[],[])", exact("curve")),
          call("equalize()", exact("equalize")),
          call("grayscale()", points(PHOTO, (r, g, b) -> grey(0.299 * r + 0.587 * g + 0.114 * b))),
          call("hue(120)", exact("hue")),
          call("invert()", points(PHOTO, (r, g, b) -> three(255 - r, 255 - g, 255 - b))),
          call("modulate(20,-40,60)", exact("modulate")),
          call("noise(60,7)", exact("noise")),
          call("rgb(20,-10,0)", points(PHOTO, (r, g, b) -> three(r + 51, g - 25.5, b))),
          call("saturation(0.4)", points(PHOTO, (r, g, b) -> saturated(0.4, r, g, b))),
          call("saturation(1.8)", points(PHOTO, (r, g, b) -> saturated(1.8, r, g, b))));

  private ToneRows() {}

  static double[] three(double red, double green, double blue) {
    return new double[] {red, green, blue};
  }

  static double[] grey(double level) {
    return three(level, level, level);
  }

  /// So many times as far from a level.
  private static double[] from(double middle, double times, double r, double g, double b) {
    return three(
        middle + (r - middle) * times,
        middle + (g - middle) * times,
        middle + (b - middle) * times);
  }

  private static double[] saturated(double factor, double r, double g, double b) {
    double grey = Math.sqrt(0.299 * r * r + 0.587 * g * g + 0.114 * b * b);
    return from(grey, factor, r, g, b);
  }
}
