package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import java.util.Set;

/// Edits that change where pixels are and how many there are.
final class GeometryEdits {

  static final Set<Class<? extends Edit>> LACKS =
      Set.of(Geometry.Rotate.class, Geometry.Cut.class, Geometry.Extend.class);

  // VipsExtend
  private static final int BACKGROUND = 5;

  private GeometryEdits() {}

  static Image apply(Geometry edit, Image picture) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> picture.turned(turns);
      case Geometry.Pad pad ->
          padded(picture, pad.left(), pad.top(), pad.after(picture.size()), pad.color());
      case Geometry.PadTo padTo -> placed(picture, padTo);
      case Geometry.Proportion proportion ->
          Edits.scaled(picture, proportion.after(picture.size()));
      case Geometry.Rotate _, Geometry.Cut _, Geometry.Extend _ ->
          throw new IllegalArgumentException("Not available with this engine: " + edit);
    };
  }

  private static Image placed(Image picture, Geometry.PadTo padTo) {
    Size before = picture.size();
    Box inside = padTo.inside(before);
    return switch (padTo.fill()) {
      case Fill.Plain(var color) ->
          padded(picture, inside.left(), inside.top(), padTo.after(before), color);
      case Fill.Average _, Fill.Median _, Fill.Blurred _ ->
          throw new IllegalArgumentException("Not available with this engine: " + padTo.fill());
    };
  }

  private static Image padded(Image picture, int left, int top, Size after, Color color) {
    Image ready = color.alpha() < 255 ? picture.withAlpha() : picture;
    return ready.embedded(
        new Box(left, top, after.width(), after.height()),
        BACKGROUND,
        DrawingEdits.components(color, ready.bands()));
  }
}
