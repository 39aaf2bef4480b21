package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import io.tintype.testkit.Picture;

/// What rows ask of a shot, beside the goldens.
final class Checks {

  static final String PNG = "image/png";

  /// What a formula says of a pixel that it says nothing of.
  static final double[] ANYTHING = {};

  private Checks() {}

  /// What a pixel of the result has to be.
  @FunctionalInterface
  interface Formula {

    /// @param before the original
    /// @return red, green, blue and maybe alpha 0..255 (opaque without), not rounded and not
    ///     clamped; [#ANYTHING]
    double[] at(Picture before, int x, int y);
  }

  /// A formula that looks at one pixel only.
  @FunctionalInterface
  interface PointFormula {

    double[] of(double red, double green, double blue);
  }

  /// A PNG as large as the specimens, each pixel of which is what a formula makes of the one in
  /// its place, one level off at most.
  static Row.Check points(String image, PointFormula formula) {
    return pixels(
        image,
        Specimens.SIZE,
        /* tolerance= */ 1,
        (before, x, y) -> {
          var pixel = before.at(x, y);
          return formula.of(pixel.red(), pixel.green(), pixel.blue());
        });
  }

  /// A PNG of that size, every pixel of which is what a formula says.
  ///
  /// @param tolerance in levels, beside rounding
  static Row.Check pixels(String image, Size size, int tolerance, Formula formula) {
    return shot -> {
      Picture found = shot.shows(PNG).picture();
      assertThat(found.size()).isEqualTo(size);
      Picture before = Specimens.picture(image);
      for (int y = 0; y < size.height(); y++) {
        for (int x = 0; x < size.width(); x++) {
          double[] expected = formula.at(before, x, y);
          if (expected.length > 0) {
            requireNear(found, x, y, expected, tolerance);
          }
        }
      }
    };
  }

  private static void requireNear(Picture found, int x, int y, double[] expected, int tolerance) {
    var pixel = found.at(x, y);
    int[] levels = {pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()};
    double alpha = expected.length == 4 ? expected[3] : 255;
    for (int i = 0; i < 4; i++) {
      double level = i == 3 ? alpha : Math.clamp(expected[i], 0, 255);
      // colours count as much as they are seen
      assertThat(Math.abs(levels[i] - level) * (i == 3 ? 1 : alpha / 255))
          .as(
              "%s instead of %.1f in channel %d at %d,%d, which is off by",
              levels[i], level, i, x, y)
          .isLessThanOrEqualTo(tolerance + 0.5);
    }
  }

  /// Pixels as in the original, at another place of it.
  static Formula cutAt(int left, int top) {
    return (before, x, y) -> levels(before, x + left, y + top);
  }

  static double[] levels(Picture picture, int x, int y) {
    var pixel = picture.at(x, y);
    return new double[] {pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()};
  }

  /// A PNG of that size.
  static Row.Check size(int width, int height) {
    return shot -> assertThat(shot.shows(PNG).picture().size()).isEqualTo(new Size(width, height));
  }

  /// Of what Thumbnailator can't do, which it says.
  ///
  /// @param lacking what it names
  static Row.Check onlyVips(String lacking, Row.Check check) {
    return shot -> {
      if (shot.engine().equals("thumbnailator")) {
        refuses(shot, 415, lacking);
      } else {
        check.of(shot);
      }
    };
  }

  /// An error that names what is wrong.
  static void refuses(Shot shot, int status, String named) {
    assertThat(shot.status()).as(shot.text()).isEqualTo(status);
    assertThat(shot.header("content-type")).isEqualTo("application/json");
    assertThat(shot.text()).contains(named);
  }

  static Row.Check all(Row.Check... checks) {
    return shot -> {
      for (Row.Check check : checks) {
        check.of(shot);
      }
    };
  }

  /// A file of that type whose first bytes hold these letters.
  static Row.Check file(String mediaType, String letters) {
    return shot ->
        assertThat(shot.shows(mediaType).text().substring(0, Math.min(64, shot.body().length)))
            .contains(letters);
  }
}
