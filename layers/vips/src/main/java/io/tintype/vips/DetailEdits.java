package io.tintype.vips;

import io.tintype.imaging.Convolution;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Mosaic;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Edits that look at a pixel's neighbours. All but the blur and the mosaic work on colours that
/// have been spread over what is transparent, so that no colour which nobody sees gets into one
/// that is seen; the median and the convolution do the same to alpha, the others keep it.
final class DetailEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  /// Colours of pixels with less alpha are too coarse to be of use.
  private static final double LEAST_ALPHA = 16;

  // VipsOperationRelational
  private static final int AT_LEAST = 5;

  // VipsPrecision
  private static final int FLOAT = 1;

  // VipsExtend: repeats the edge
  private static final int COPY = 1;

  private DetailEdits() {}

  static Image apply(Detail edit, Image picture) {
    return switch (edit) {
      case Detail.Blur(double sigma) -> Blurring.of(picture, sigma);
      case Detail.Pixelate pixelate -> pixelated(picture, pixelate);
      case Detail.Sharpen sharpen ->
          onColours(picture, edit.reach(), colours -> sharpened(colours, sharpen));
      case Detail.UnsharpMask mask ->
          onColours(picture, edit.reach(), colours -> Wavelets.apply(mask, colours));
      case Detail.Median(int side) ->
          onColoursAndAlpha(picture, edit.reach(), plane -> median(plane, side));
      case Detail.Convolve convolve ->
          onColoursAndAlpha(picture, edit.reach(), plane -> convolved(plane, convolve));
      case Detail.Clahe clahe ->
          onColours(picture, edit.reach(), colours -> equalized(colours, clahe));
    };
  }

  private static Image pixelated(Image picture, Detail.Pixelate edit) {
    PixelMemory memory = picture.memory();
    Mosaic.of(edit).apply(memory);
    return memory.image();
  }

  private static Image sharpened(Image colours, Detail.Sharpen edit) {
    return colours.run(
        "sharpen",
        call ->
            call.with("sigma", edit.sigma())
                .with("m1", edit.flat())
                .with("m2", edit.jagged())
                .with("x1", edit.threshold())
                .with("y2", edit.mostBrighter())
                .with("y3", edit.mostDarker()));
  }

  /// libvips wants a picture at least as large as the square.
  private static Image median(Image colours, int side) {
    Image wide = colours.bordered(side, COPY);
    Image filtered =
        wide.run(
            "rank",
            call -> call.with("width", side).with("height", side).with("index", side * side / 2));
    return filtered.without(side);
  }

  private static Image convolved(Image colours, Detail.Convolve edit) {
    Convolution convolution = Convolution.of(edit);
    if (convolution.large()) {
      PixelMemory result = colours.memory();
      convolution.apply(colours.memory(), result);
      return result.image();
    }
    double[] weights = new double[edit.weights().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = edit.weights().get(i) / edit.scale();
    }
    Image mask = Image.matrix(colours.scope(), edit.width(), edit.height(), weights);
    double[] ones = {1};
    double[] offset = {edit.offset()};
    return colours
        .run("conv", call -> call.with("mask", mask).with("precision", FLOAT))
        .linear(ones, offset)
        .rounded()
        .cast(Image.UCHAR);
  }

  private static Image equalized(Image colours, Detail.Clahe edit) {
    int width = Math.min(edit.width(), colours.width());
    int height = Math.min(edit.height(), colours.height());
    return colours.run(
        "hist_local",
        call ->
            call.with("width", width).with("height", height).with("max_slope", edit.maxSlope()));
  }

  /// @param edit of an opaque picture, to another opaque one of that size
  /// @param reach how far the edit looks, in pixels
  private static Image onColours(Image picture, int reach, UnaryOperator<Image> edit) {
    if (!picture.alpha()) {
      return edit.apply(picture);
    }
    Image alpha = picture.bandsFrom(3, 1);
    return edit.apply(spread(picture, alpha, reach)).with(alpha);
  }

  /// @param edit likewise, which also gets alpha as greys
  private static Image onColoursAndAlpha(Image picture, int reach, UnaryOperator<Image> edit) {
    if (!picture.alpha()) {
      return edit.apply(picture);
    }
    Image alpha = picture.bandsFrom(3, 1);
    Image greys = alpha.with(alpha).with(alpha);
    return edit.apply(spread(picture, alpha, reach)).with(edit.apply(greys).bandsFrom(0, 1));
  }

  private static Image spread(Image picture, Image alpha, int reach) {
    Image around = Blurring.of(picture, Math.clamp(reach / 2.0, 4, 30)).bandsFrom(0, 3);
    double[] least = {LEAST_ALPHA};
    Image seen =
        alpha.run("relational_const", call -> call.with("relational", AT_LEAST).with("c", least));
    Image colours = picture.bandsFrom(0, 3);
    try (Call call = picture.scope().vips().call("ifthenelse")) {
      // What is asked for twice below is worked out once.
      return call.with("cond", seen)
          .with("in1", colours)
          .with("in2", around)
          .image(picture.scope())
          .inMemory();
    }
  }
}
