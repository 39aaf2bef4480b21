package io.tintype.vips;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Box;
import io.tintype.imaging.NinePatch;
import io.tintype.imaging.Size;
import java.util.List;

/// Lays a nine-patch over a picture.
final class Framing {

  private Framing() {}

  static Image draw(Image frame, Image picture) {
    Image patch = frame.withAlpha();
    Size size = patch.size();
    List<NinePatch.Span> across =
        NinePatch.spans(marks(patch.crop(new Box(0, 0, size.width(), 1))), picture.width());
    List<NinePatch.Span> down =
        NinePatch.spans(marks(patch.crop(new Box(0, 0, 1, size.height()))), picture.height());
    Image layer = row(patch, down.getFirst(), across);
    for (NinePatch.Span row : down.subList(1, down.size())) {
      layer = joined(layer, row(patch, row, across), /* direction= */ 1);
    }
    return Blending.laid(picture, layer, Blend.OVER, 0, 0);
  }

  private static Image row(Image patch, NinePatch.Span row, List<NinePatch.Span> across) {
    Image joined = piece(patch, row, across.getFirst());
    for (NinePatch.Span column : across.subList(1, across.size())) {
      joined = joined(joined, piece(patch, row, column), /* direction= */ 0);
    }
    return joined;
  }

  private static Image piece(Image patch, NinePatch.Span row, NinePatch.Span column) {
    var part = new Box(column.from(), row.from(), column.length(), row.length());
    return Edits.scaled(patch.crop(part), new Size(column.target(), row.target()));
  }

  private static Image joined(Image one, Image next, int direction) {
    try (Call call = one.scope().vips().call("join")) {
      return call.with("in1", one)
          .with("in2", next)
          .with("direction", direction)
          .image(one.scope());
    }
  }

  /// Of a row or a column with alpha.
  private static boolean[] marks(Image line) {
    byte[] samples = line.samples();
    boolean[] marks = new boolean[samples.length / 4];
    for (int i = 0; i < marks.length; i++) {
      int argb =
          (samples[4 * i + 3] & 255) << 24
              | (samples[4 * i] & 255) << 16
              | (samples[4 * i + 1] & 255) << 8
              | (samples[4 * i + 2] & 255);
      marks[i] = NinePatch.isMark(argb);
    }
    return marks;
  }
}
