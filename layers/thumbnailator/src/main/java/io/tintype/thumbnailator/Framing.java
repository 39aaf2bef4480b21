package io.tintype.thumbnailator;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.NinePatch;
import io.tintype.imaging.Size;
import java.util.List;

/// Lays a nine-patch over a picture.
final class Framing {

  private Framing() {}

  static Pixels draw(Pixels patch, Pixels picture) {
    Size size = picture.size();
    List<NinePatch.Span> across =
        NinePatch.spans(marks(patch, patch.size().width(), 1), size.width());
    List<NinePatch.Span> down =
        NinePatch.spans(marks(patch, patch.size().height(), patch.size().width()), size.height());
    Pixels layer = Pixels.filled(size, Color.TRANSPARENT);
    for (NinePatch.Span row : down) {
      for (NinePatch.Span column : across) {
        var part = new Box(column.from(), row.from(), column.length(), row.length());
        var place = new Box(column.at(), row.at(), column.target(), row.target());
        Pixels piece = Edits.scaled(GeometryEdits.cut(patch, part), place.size());
        layer = Pixels.laidInto(piece, layer, place);
      }
    }
    int[] drawn = layer.argb();
    return Blending.laid(picture, Blend.OVER, (x, y) -> drawn[y * size.width() + x]);
  }

  /// Along the first row or the first column.
  private static boolean[] marks(Pixels patch, int length, int step) {
    boolean[] marks = new boolean[length];
    for (int i = 0; i < length; i++) {
      marks[i] = NinePatch.isMark(patch.argb()[i * step]);
    }
    return marks;
  }
}
