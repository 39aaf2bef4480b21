package io.tintype.thumbnailator;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import java.util.Set;

/// Edits that change where pixels are and how many there are.
final class GeometryEdits {

  static final Set<Class<? extends Edit>> LACKS =
      Set.of(Geometry.Rotate.class, Geometry.Cut.class, Geometry.Extend.class);

  private GeometryEdits() {}

  static Pixels apply(Geometry edit, Pixels picture) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> turned(picture, turns);
      case Geometry.Pad pad -> Padding.of(pad).around(picture);
      case Geometry.PadTo padTo -> Padding.of(padTo, picture.size()).around(picture);
      case Geometry.Proportion proportion ->
          Edits.scaled(picture, proportion.after(picture.size()));
      case Geometry.Rotate _, Geometry.Cut _, Geometry.Extend _ ->
          throw new IllegalArgumentException("Not available with this engine: " + edit);
    };
  }

  private static Pixels turned(Pixels picture, int turns) {
    Upright upright = Upright.turning(picture.size(), turns);
    Size size = turns % 2 == 0 ? picture.size() : picture.size().turned();
    return new Pixels(size, upright.turn(picture.argb(), picture.size()), picture.alpha());
  }
}
