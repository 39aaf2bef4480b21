package io.tintype.thumbnailator;

import io.tintype.imaging.Box;
import io.tintype.imaging.ColorCounts;
import io.tintype.imaging.Detail;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Fill;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Geometry;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Size;
import io.tintype.imaging.Turning;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.resizers.Resizers;

/// Edits that change where pixels are and how many there are.
final class GeometryEdits {

  static final Set<Class<? extends Edit>> LACKS = Set.of(Geometry.Resample.class);

  private GeometryEdits() {}

  static Pixels apply(Geometry edit, Pixels picture) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> turned(picture, turns);
      case Geometry.Rotate rotate -> Rotating.of(picture, rotate);
      case Geometry.Cut cut -> cut(picture, cut.box(picture.size()));
      case Geometry.Pad pad -> Padding.of(pad).around(picture);
      case Geometry.Extend extend -> extended(picture, extend);
      case Geometry.PadTo padTo -> placed(picture, padTo);
      case Geometry.Proportion proportion ->
          Edits.scaled(picture, proportion.after(picture.size()));
      case Geometry.Resize resize -> {
        Size before = picture.size();
        Box kept =
            resize.kept(before, small -> new Raster(small, Edits.scaled(picture, small).argb()));
        yield Edits.scaled(cut(picture, kept), resize.after(before));
      }
      case Geometry.Resample _ -> throw new IllegalStateException("lacked by this engine");
      case Geometry.Flip(Flips flips) -> Edits.flipped(picture, flips);
      case Geometry.Affine affine -> Mapping.of(picture, affine);
    };
  }

  static Pixels turned(Pixels picture, int turns) {
    Size before = picture.size();
    Size after = turns % 2 == 0 ? before : before.turned();
    int[] turned = Turning.by(turns, before).seen(picture.argb(), before);
    return new Pixels(after, turned, picture.alpha());
  }

  /// By Thumbnailator's source region, at its own size.
  static Pixels cut(Pixels picture, Box box) {
    if (box.equals(Box.of(picture.size()))) {
      return picture;
    }
    try {
      return Pixels.of(
          Thumbnails.of(picture.image())
              .sourceRegion(new Rectangle(box.left(), box.top(), box.width(), box.height()))
              .scale(1)
              .resizer(Resizers.NULL)
              .imageType(picture.alpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
              .asBufferedImage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pixels placed(Pixels picture, Geometry.PadTo padTo) {
    Size before = picture.size();
    return switch (padTo.fill()) {
      case Fill.Plain(var color) -> Padding.of(padTo, before, color).around(picture);
      case Fill.Average() ->
          Padding.of(padTo, before, ColorCounts.of(picture.argb()).average()).around(picture);
      case Fill.Blurred blurred -> {
        Size after = padTo.after(before);
        Pixels part = Edits.scaled(cut(picture, blurred.part(before, after)), after);
        Pixels ground = DetailEdits.apply(new Detail.Blur(blurred.sigma(after)), part);
        yield Pixels.laid(picture, ground, padTo.inside(before));
      }
    };
  }

  private static Pixels extended(Pixels picture, Geometry.Extend extend) {
    Size before = picture.size();
    Size after = extend.after(before);
    int[] columns = places(after.width(), extend.left(), before.width(), extend.with());
    int[] rows = places(after.height(), extend.top(), before.height(), extend.with());
    int[] pixels = new int[Math.toIntExact(after.pixels())];
    for (int y = 0; y < after.height(); y++) {
      int row = rows[y] * before.width();
      for (int x = 0; x < after.width(); x++) {
        pixels[y * after.width() + x] = picture.argb()[row + columns[x]];
      }
    }
    return new Pixels(after, pixels, picture.alpha());
  }

  /// For each place of the result the one in the picture that it shows.
  private static int[] places(int length, int before, int inside, Geometry.Extend.With with) {
    int[] places = new int[length];
    for (int i = 0; i < length; i++) {
      int place = i - before;
      int within = Math.floorMod(place, inside);
      places[i] =
          switch (with) {
            case COPY -> Math.clamp(place, 0, inside - 1);
            case REPEAT -> within;
            case MIRROR ->
                Math.floorMod(Math.floorDiv(place, inside), 2) == 0 ? within : inside - 1 - within;
          };
    }
    return places;
  }
}
