package io.tintype.thumbnailator;

import io.tintype.imaging.Color;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Size;

/// A border around a picture, which keeps its own transparency.
record Padding(int left, int top, int right, int bottom, Color color) {

  static Padding of(Edit.Pad pad) {
    return new Padding(pad.left(), pad.top(), pad.right(), pad.bottom(), pad.color());
  }

  /// Centred; an odd pixel goes right or below.
  static Padding of(Edit.PadTo padTo, Size before) {
    Size after = padTo.after(before);
    int across = after.width() - before.width();
    int down = after.height() - before.height();
    return new Padding(across / 2, down / 2, across - across / 2, down - down / 2, padTo.color());
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
