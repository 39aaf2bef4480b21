package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Color;
import io.tintype.imaging.Size;
import io.tintype.imaging.shape.Mask;

/// Puts pictures together along masks, with colours multiplied by alpha and nothing rounded in
/// between.
final class Masking {

  private Masking() {}

  static Image of(Scope scope, Mask mask) {
    return Image.of(scope, mask.coverage(), mask.size(), 1);
  }

  /// One picture where the mask covers, the other one where it doesn't.
  static Image mixed(Image one, Image other, Mask covered) {
    boolean alpha = one.alpha() || other.alpha();
    Image mask = of(one.scope(), covered);
    if (!alpha) {
      return choose(mask, one, other);
    }
    return straight(choose(mask, multiplied(one.withAlpha()), multiplied(other.withAlpha())));
  }

  /// @param mask 0 takes the other one, 255 the first
  static Image choose(Image mask, Image one, Image other) {
    try (Call call = mask.scope().vips().call("ifthenelse")) {
      return call.with("cond", mask)
          .with("in1", one)
          .with("in2", other)
          .with("blend", true)
          .image(mask.scope());
    }
  }

  /// In fractions, unlike [Image#premultiplied()].
  static Image multiplied(Image image) {
    return image.run("premultiply", call -> call);
  }

  static Image straight(Image multiplied) {
    return multiplied.run("unpremultiply", call -> call).rounded().cast(Image.UCHAR);
  }

  /// A part of a picture replaced, transparency included.
  static Image inserted(Image picture, Image part, Box place) {
    boolean alpha = picture.alpha() || part.alpha();
    try (Call call = picture.scope().vips().call("insert")) {
      return call.with("main", alpha ? picture.withAlpha() : picture)
          .with("sub", alpha ? part.withAlpha() : part)
          .with("x", place.left())
          .with("y", place.top())
          .image(picture.scope());
    }
  }

  static Image plain(Scope scope, Size size, Color color) {
    double[] samples = DrawingEdits.components(color, color.alpha() < 255 ? 4 : 3);
    byte[] pixel = new byte[samples.length];
    for (int i = 0; i < pixel.length; i++) {
      pixel[i] = (byte) samples[i];
    }
    return Image.of(scope, pixel, new Size(1, 1), pixel.length)
        .run("copy", call -> call.with("interpretation", Image.SRGB))
        .run("replicate", call -> call.with("across", size.width()).with("down", size.height()));
  }
}
