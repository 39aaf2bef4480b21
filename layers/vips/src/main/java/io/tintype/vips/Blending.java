package io.tintype.vips;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import java.util.List;

/// Lays pictures over each other by the formulas of the W3C's Compositing and Blending Level 1.
/// libvips blends colours that it has multiplied by alpha, which is right for opaque ones only, so
/// colours are blended as opaque ones first and laid over the picture then.
final class Blending {

  /// In the order of `VipsBlendMode`.
  private static final List<Blend> MODES =
      List.of(
          Blend.CLEAR,
          Blend.SOURCE,
          Blend.OVER,
          Blend.IN,
          Blend.OUT,
          Blend.ATOP,
          Blend.DEST,
          Blend.DEST_OVER,
          Blend.DEST_IN,
          Blend.DEST_OUT,
          Blend.DEST_ATOP,
          Blend.XOR,
          Blend.ADD,
          Blend.SATURATE,
          Blend.MULTIPLY,
          Blend.SCREEN,
          Blend.OVERLAY,
          Blend.DARKEN,
          Blend.LIGHTEN,
          Blend.COLOUR_DODGE,
          Blend.COLOUR_BURN,
          Blend.HARD_LIGHT,
          Blend.SOFT_LIGHT,
          Blend.DIFFERENCE,
          Blend.EXCLUSION);

  private Blending() {}

  /// @param top with alpha; may lie outside of the ground, which keeps its size
  static Image laid(Image ground, Image top, Blend blend, int x, int y) {
    Image laid = combined(ground, top, blend, x, y);
    return ground.alpha() || blend.clears() ? laid : laid.bandsFrom(0, 3);
  }

  private static Image combined(Image ground, Image top, Blend blend, int x, int y) {
    if (blend.mixes()) {
      return blended(ground, layer(ground, top, x, y), blend);
    }
    if (blend == Blend.SATURATE) {
      return saturated(ground.withAlpha(), layer(ground, top, x, y));
    }
    if (blend == Blend.ATOP) {
      return atop(ground.withAlpha(), top, x, y);
    }
    if (blend == Blend.DEST_ATOP) {
      return atop(layer(ground, top, x, y), ground.withAlpha(), 0, 0);
    }
    return composite(ground.withAlpha(), top, blend, x, y);
  }

  /// The colours as over an opaque picture, the alpha as it was.
  private static Image atop(Image ground, Image top, int x, int y) {
    Image opaque = ground.bandsFrom(0, 3).withAlpha();
    return composite(opaque, top, Blend.OVER, x, y).bandsFrom(0, 3).with(ground.bandsFrom(3, 1));
  }

  /// What the picture leaves of a pixel takes as much of the layer as there is: the layer below
  /// the picture, with its alpha as a part of that rest.
  private static Image saturated(Image ground, Image layer) {
    Image rest = ground.bandsFrom(3, 1).linear(new double[] {-1}, new double[] {255});
    Image part;
    try (Call call = ground.scope().vips().call("divide")) {
      part = call.with("left", layer.bandsFrom(3, 1)).with("right", rest).image(ground.scope());
    }
    Image alpha = part.linear(new double[] {255}, new double[] {0}).rounded().cast(Image.UCHAR);
    return composite(ground, layer.bandsFrom(0, 3).with(alpha), Blend.DEST_OVER, 0, 0);
  }

  /// As large as the ground, and transparent beside the picture on top. What is transparent loses
  /// its colour, which nobody sees.
  private static Image layer(Image ground, Image top, int x, int y) {
    Image nothing = Masking.plain(top.scope(), ground.size(), Color.TRANSPARENT);
    return composite(nothing, top, Blend.OVER, x, y);
  }

  private static Image blended(Image ground, Image layer, Blend blend) {
    Image colors = layer.bandsFrom(0, 3);
    Image below = ground.bandsFrom(0, 3);
    Image mixed =
        composite(below.withAlpha(), edged(colors, blend).withAlpha(), blend, 0, 0).bandsFrom(0, 3);
    if (ground.alpha()) {
      mixed = Masking.choose(ground.bandsFrom(3, 1), mixed, colors);
    }
    return composite(ground.withAlpha(), mixed.with(layer.bandsFrom(3, 1)), Blend.OVER, 0, 0);
  }

  private static Image composite(Image ground, Image top, Blend blend, int x, int y) {
    try (Call call = ground.scope().vips().call("composite2")) {
      return call.with("base", ground)
          .with("overlay", top)
          .with("mode", MODES.indexOf(blend))
          .with("x", x)
          .with("y", y)
          .image(ground.scope())
          .cast(Image.UCHAR);
    }
  }

  /// Where the specification decides by cases, libvips divides: of black over white and white over
  /// black it makes the opposite. A level less or more gives what is meant everywhere.
  private static Image edged(Image colors, Blend blend) {
    if (blend == Blend.COLOUR_DODGE) {
      return clamped(colors, 0, 254);
    }
    return blend == Blend.COLOUR_BURN ? clamped(colors, 1, 255) : colors;
  }

  private static Image clamped(Image colors, double least, double most) {
    return colors.run("clamp", call -> call.with("min", least).with("max", most)).cast(Image.UCHAR);
  }
}
