package io.tintype.imaging;

/// What empty space around a picture shows.
public sealed interface Fill {

  record Plain(Color color) implements Fill {}

  /// The mean of each channel, each pixel weighted by its alpha.
  record Average() implements Fill {}

  /// The picture itself, enlarged to cover the box, its middle kept, and blurred.
  record Blurred() implements Fill {

    /// How much it is blurred: so strongly that nothing competes with the picture, whatever its
    /// size.
    public double sigma(Size box) {
      return Math.clamp(Math.max(box.width(), box.height()) / 40.0, 1, 150);
    }

    /// The part of the picture that is enlarged.
    public Box part(Size picture, Size box) {
      Keeping middle =
          Keeping.around(new Findings.Point(picture.width() / 2.0, picture.height() / 2.0));
      return CoverCrop.of(picture, box, middle);
    }
  }
}
