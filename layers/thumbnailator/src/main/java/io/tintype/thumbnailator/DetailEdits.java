package io.tintype.thumbnailator;

import io.tintype.imaging.Convolution;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Mosaic;
import io.tintype.imaging.Size;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Edits that look at a pixel's neighbours. All but the blur and the mosaic work on colours that
/// have been spread over what is transparent, so that no colour which nobody sees gets into one
/// that is seen; the median and the convolution do the same to alpha, the others keep it.
final class DetailEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of();

  /// Colours of pixels with less alpha are too coarse to be of use.
  private static final int LEAST_ALPHA = 16;

  private DetailEdits() {}

  static Pixels apply(Detail edit, Pixels picture) {
    return switch (edit) {
      case Detail.Blur(double sigma) -> GaussianBlur.of(sigma).apply(picture);
      case Detail.Pixelate pixelate -> pixelated(picture, pixelate);
      case Detail.Sharpen sharpen ->
          onColours(picture, edit.reach(), colours -> Sharpening.apply(sharpen, colours));
      case Detail.UnsharpMask mask ->
          onColours(picture, edit.reach(), colours -> Wavelets.apply(mask, colours));
      case Detail.Median(int side) ->
          onColoursAndAlpha(picture, edit.reach(), plane -> MedianFilter.apply(side, plane));
      case Detail.Convolve convolve ->
          onColoursAndAlpha(picture, edit.reach(), plane -> convolved(plane, convolve));
      case Detail.Clahe clahe ->
          onColours(picture, edit.reach(), colours -> LocalEqualizing.apply(clahe, colours));
    };
  }

  private static Pixels pixelated(Pixels picture, Detail.Pixelate edit) {
    var surface = new PixelSurface(picture.size(), picture.argb().clone());
    Mosaic.of(edit).apply(surface);
    return new Pixels(picture.size(), surface.argb(), picture.alpha());
  }

  private static Pixels convolved(Pixels colours, Detail.Convolve edit) {
    Size size = colours.size();
    var result = new PixelSurface(size, new int[colours.argb().length]);
    Convolution.of(edit).apply(new PixelSurface(size, colours.argb()), result);
    return new Pixels(size, result.argb(), false);
  }

  /// @param edit of an opaque picture, to another opaque one of that size
  /// @param reach how far the edit looks, in pixels
  private static Pixels onColours(Pixels picture, int reach, UnaryOperator<Pixels> edit) {
    if (!picture.alpha()) {
      return edit.apply(picture);
    }
    int[] argb = edit.apply(spread(picture, reach)).argb().clone();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (picture.argb()[i] & 0xFF000000) | (argb[i] & 0xFFFFFF);
    }
    return new Pixels(picture.size(), argb, true);
  }

  /// @param edit likewise, which also gets alpha as greys
  private static Pixels onColoursAndAlpha(Pixels picture, int reach, UnaryOperator<Pixels> edit) {
    if (!picture.alpha()) {
      return edit.apply(picture);
    }
    int[] argb = edit.apply(spread(picture, reach)).argb().clone();
    int[] alpha = edit.apply(alphaAsGreys(picture)).argb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (alpha[i] << 24) | (argb[i] & 0xFFFFFF);
    }
    return new Pixels(picture.size(), argb, true);
  }

  private static Pixels alphaAsGreys(Pixels picture) {
    int[] greys = picture.argb().clone();
    for (int i = 0; i < greys.length; i++) {
      greys[i] = 0xFF000000 | (greys[i] >>> 24) * 0x010101;
    }
    return new Pixels(picture.size(), greys, false);
  }

  private static Pixels spread(Pixels picture, int reach) {
    int[] around = GaussianBlur.of(Math.clamp(reach / 2.0, 4, 30)).apply(picture).argb();
    int[] colours = picture.argb().clone();
    for (int i = 0; i < colours.length; i++) {
      int pixel = colours[i] >>> 24 < LEAST_ALPHA ? around[i] : colours[i];
      colours[i] = 0xFF000000 | pixel;
    }
    return new Pixels(picture.size(), colours, false);
  }
}
