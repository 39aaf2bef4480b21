package io.tintype.thumbnailator;

import io.tintype.imaging.Edit;
import io.tintype.imaging.Histogram;
import io.tintype.imaging.Lowering;
import io.tintype.imaging.Tone;
import java.util.Set;

/// Edits that look at one pixel at a time, or at one pixel and the picture's histogram.
final class ToneEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  private ToneEdits() {}

  static Pixels apply(Tone edit, Pixels picture) {
    Lowering lowering = Lowering.of(edit, picture.alpha(), () -> Histogram.of(picture.argb()));
    int[] result = new int[picture.argb().length];
    for (int i = 0; i < result.length; i++) {
      result[i] = lowering.apply(picture.argb()[i], i);
    }
    boolean alpha =
        switch (lowering.alphaAfter()) {
          case SAME -> picture.alpha();
          case GONE -> false;
          case PRESENT -> true;
        };
    return new Pixels(picture.size(), result, alpha);
  }
}
