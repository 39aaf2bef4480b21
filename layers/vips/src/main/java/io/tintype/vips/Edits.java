package io.tintype.vips;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Size;
import io.tintype.imaging.Tone;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Carries edits out, in the caller's order, on 8-bit sRGB that is not multiplied by alpha.
final class Edits {

  private final Operands operands;

  Edits(Operands operands) {
    this.operands = operands;
  }

  Image apply(Edit edit, Image picture) {
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

  static Image scaled(Image picture, Size size) {
    return picture.size().equals(size)
        ? picture
        : picture.premultiplied().resized(size).unpremultiplied();
  }
}
