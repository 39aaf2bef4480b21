package io.tintype.testkit;

import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import org.assertj.core.api.AbstractAssert;

/// Assertions on pictures that read like prose:
/// `assertThatPicture(file).hasSize(40, 30).shows(RED, 0.25, 0.25)`.
public final class PictureAssert extends AbstractAssert<PictureAssert, Picture> {

  private int tolerance;

  private PictureAssert(Picture picture) {
    super(picture, PictureAssert.class);
  }

  public static PictureAssert assertThatPicture(Picture picture) {
    return new PictureAssert(picture);
  }

  /// Of a file that the JDK reads, see [Picture#decode].
  public static PictureAssert assertThatPicture(byte[] file) {
    return new PictureAssert(Picture.decode(file));
  }

  /// How far each component of a colour may be off from here on; 0 at first.
  public PictureAssert within(int levels) {
    tolerance = levels;
    return this;
  }

  public PictureAssert hasSize(Size size) {
    if (!actual.size().equals(size)) {
      failWithMessage("Expected a picture of %s but it is %s", size, actual.size());
    }
    return this;
  }

  public PictureAssert hasSize(int width, int height) {
    return hasSize(new Size(width, height));
  }

  public PictureAssert shows(Color color, int x, int y) {
    Color found = actual.at(x, y);
    if (distance(found, color) > tolerance) {
      failWithMessage(
          "Expected %s at %d,%d of %s, %d levels off at most, but found %s",
          name(color), x, y, actual.size(), tolerance, name(found));
    }
    return this;
  }

  /// At fractions of the sides.
  public PictureAssert shows(Color color, double x, double y) {
    return shows(color, (int) (x * actual.size().width()), (int) (y * actual.size().height()));
  }

  /// The colours in the middles of the four quarters: upper left, upper right, lower left, lower
  /// right.
  public PictureAssert showsQuarters(Quadrants quarters) {
    return shows(quarters.upperLeft(), 0.25, 0.25)
        .shows(quarters.upperRight(), 0.75, 0.25)
        .shows(quarters.lowerLeft(), 0.25, 0.75)
        .shows(quarters.lowerRight(), 0.75, 0.75);
  }

  /// Every pixel is that colour.
  public PictureAssert showsOnly(Color color) {
    for (int y = 0; y < actual.size().height(); y++) {
      for (int x = 0; x < actual.size().width(); x++) {
        shows(color, x, y);
      }
    }
    return this;
  }

  /// Pixel by pixel the same.
  public PictureAssert looksLike(Picture other) {
    hasSize(other.size());
    for (int y = 0; y < actual.size().height(); y++) {
      for (int x = 0; x < actual.size().width(); x++) {
        shows(other.at(x, y), x, y);
      }
    }
    return this;
  }

  public PictureAssert isOpaque() {
    for (int value : actual.argb()) {
      if (value >>> 24 != 255) {
        failWithMessage("Expected an opaque picture but found a pixel of alpha %d", value >>> 24);
      }
    }
    return this;
  }

  /// Largest difference of a component; where both are almost invisible the colour says nothing.
  private static int distance(Color one, Color other) {
    int alpha = Math.abs(one.alpha() - other.alpha());
    if (one.alpha() <= 2 && other.alpha() <= 2) {
      return alpha;
    }
    int colors =
        Math.max(
            Math.abs(one.red() - other.red()),
            Math.max(Math.abs(one.green() - other.green()), Math.abs(one.blue() - other.blue())));
    return Math.max(alpha, colors);
  }

  private static String name(Color color) {
    return color.hex() + (color.alpha() == 255 ? "" : " of alpha " + color.alpha());
  }
}
