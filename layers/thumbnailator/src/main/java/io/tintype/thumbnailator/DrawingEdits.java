package io.tintype.thumbnailator;

import io.tintype.imaging.Drawing;
import io.tintype.imaging.Edit;
import java.util.Set;

/// Edits that draw on the picture or lay it onto something.
final class DrawingEdits {

  static final Set<Class<? extends Edit>> LACKS =
      Set.of(
          Drawing.Frame.class,
          Drawing.Combine.class,
          Drawing.Text.class,
          Drawing.RoundCorners.class,
          Drawing.Ellipse.class,
          Drawing.Redact.class);

  private DrawingEdits() {}

  static Pixels apply(Drawing edit, Pixels picture, Operands operands) {
    return switch (edit) {
      case Drawing.Background(var color) -> picture.on(color);
      case Drawing.Watermark watermark ->
          WatermarkOverlay.draw(watermark, operands.picture(watermark.image()), picture);
      case Drawing.Frame _,
          Drawing.Combine _,
          Drawing.Text _,
          Drawing.RoundCorners _,
          Drawing.Ellipse _,
          Drawing.Redact _ ->
          throw new IllegalArgumentException("Not available with this engine: " + edit);
    };
  }
}
