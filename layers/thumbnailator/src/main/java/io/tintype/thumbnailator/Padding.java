package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;

/// A border around a picture, which keeps its own transparency.
record Padding(int left, int top, int right, int bottom, Color color) {

  static Padding of(Geometry.Pad pad) {
    return new Padding(pad.left(), pad.top(), pad.right(), pad.bottom(), pad.color());
  }

  static Padding of(Geometry.PadTo padTo, Size before, Color color) {
    Size after = padTo.after(before);
    Box inside = padTo.inside(before);
    return new Padding(
        inside.left(),
        inside.top(),
        after.width() - inside.right(),
        after.height() - inside.bottom(),
        color);
  }

  Pixels around(Pixels picture) {
    Size inner = picture.size();
    Size outer = new Size(inner.width() + left + right, inner.height() + top + bottom);
    Box inside = new Box(left, top, inner.width(), inner.height());
    return Pixels.laidInto(picture, Pixels.filled(outer, color), inside);
  }
}
