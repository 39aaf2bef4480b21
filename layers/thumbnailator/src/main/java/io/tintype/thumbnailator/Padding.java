package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;

/// A border around a picture, which keeps its own transparency.
record Padding(int left, int top, int right, int bottom, Color color) {

  static Padding of(Geometry.Pad pad) {
    return new Padding(pad.left(), pad.top(), pad.right(), pad.bottom(), pad.color());
  }

  static Padding of(Geometry.PadTo padTo, Size before) {
    Size after = padTo.after(before);
    Box inside = padTo.inside(before);
    return switch (padTo.fill()) {
      case Fill.Plain(var color) ->
          new Padding(
              inside.left(),
              inside.top(),
              after.width() - inside.right(),
              after.height() - inside.bottom(),
              color);
      case Fill.Average _, Fill.Median _, Fill.Blurred _ ->
          throw new IllegalArgumentException("Not available with this engine: " + padTo.fill());
    };
  }

  Pixels around(Pixels picture) {
    Size inner = picture.size();
    Size outer = new Size(inner.width() + left + right, inner.height() + top + bottom);
    Pixels result = Pixels.filled(outer, color);
    for (int y = 0; y < inner.height(); y++) {
      System.arraycopy(
          picture.argb(),
          y * inner.width(),
          result.argb(),
          (y + top) * outer.width() + left,
          inner.width());
    }
    return new Pixels(outer, result.argb(), picture.alpha() || color.alpha() < 255);
  }
}
