package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;
import io.tintype.imaging.Turning;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.coobird.thumbnailator.filters.Flip;

/// Carries edits out, in the caller's order.
final class Edits {

  private final Operands operands;

  Edits(Operands operands) {
    this.operands = operands;
  }

  Pixels apply(Edit edit, Pixels picture) {
    return switch (edit) {
      case Geometry geometry -> GeometryEdits.apply(geometry, picture);
      case Tone tone -> ToneEdits.apply(tone, picture);
      case Detail detail -> DetailEdits.apply(detail, picture);
      case Drawing drawing -> DrawingEdits.apply(drawing, picture, operands);
    };
  }

  static Set<Class<? extends Edit>> lacks() {
    return Stream.of(GeometryEdits.LACKS, ToneEdits.LACKS, DetailEdits.LACKS, DrawingEdits.LACKS)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  static Pixels flipped(Pixels picture, Flips flips) {
    if (flips.equals(Flips.NONE)) {
      return picture;
    }
    var image = picture.image();
    if (flips.horizontal()) {
      image = Flip.HORIZONTAL.apply(image);
    }
    return Pixels.of(flips.vertical() ? Flip.VERTICAL.apply(image) : image);
  }

  static Pixels scaled(Pixels picture, Size size) {
    Turning asIs = Turning.by(0, picture.size());
    var pyramid = new Pyramid(Stored.of(picture.image()));
    return Resampler.resample(pyramid, asIs, Box.of(picture.size()), size);
  }
}
