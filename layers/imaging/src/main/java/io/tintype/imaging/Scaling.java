package io.tintype.imaging;

import io.tintype.imaging.Sizing.Length;
import java.util.Optional;

/// How a region becomes the sized picture. Widths and heights are of 64 bits: a proportional side
/// may be larger than any picture, which is for [EditSteps] to refuse.
///
/// @param cut what is kept, in pixels of the region
/// @param width of the sized picture, at least 1
/// @param height of the sized picture, at least 1
/// @param box what the sized picture is then padded to
record Scaling(Box cut, long width, long height, Optional<Size> box) {

  /// With one automatic side the given one decides alone: nothing is cut off or padded, and a
  /// given 100 gives exactly 100, whatever the fit. (thumbor derives the other side, rounds it, and
  /// then fits or crops to both, which may turn the 100 into 99 or cut off a row.)
  static Scaling of(Sizing sizing, Size region, Keeping keeping) {
    boolean widthAuto = sizing.width() instanceof Length.Auto;
    boolean heightAuto = sizing.height() instanceof Length.Auto;
    if (widthAuto && heightAuto) {
      return whole(region, region.width(), region.height());
    }
    int width = side(sizing.width(), region.width());
    int height = side(sizing.height(), region.height());
    if (heightAuto) {
      int given = allowed(width, region.width(), sizing);
      return whole(region, given, proportional(region.height(), given, region.width()));
    }
    if (widthAuto) {
      int given = allowed(height, region.height(), sizing);
      return whole(region, proportional(region.width(), given, region.height()), given);
    }
    Size wanted = new Size(width, height);
    return fit(sizing, region, sizing.adaptive() ? adapted(wanted, region) : wanted, keeping);
  }

  private static Scaling fit(Sizing sizing, Size region, Size wanted, Keeping keeping) {
    return switch (sizing.fit()) {
      case COVER -> {
        Size target = sizing.enlarge() ? wanted : atMost(wanted, region);
        boolean larger = region.width() > target.width() && region.height() > target.height();
        Box cut =
            larger && !sizing.reduce()
                ? keeping.of(region, target)
                : CoverCrop.of(region, target, keeping);
        yield new Scaling(cut, target.width(), target.height(), Optional.empty());
      }
      case FILL ->
          whole(
              region,
              allowed(wanted.width(), region.width(), sizing),
              allowed(wanted.height(), region.height(), sizing));
      case INSIDE -> keepShape(region, wanted, Touch.FIRST_SIDE, sizing);
      case OUTSIDE -> keepShape(region, wanted, Touch.SECOND_SIDE, sizing);
      case CONTAIN -> {
        Scaling inside = keepShape(region, wanted, Touch.FIRST_SIDE, sizing);
        yield new Scaling(inside.cut, inside.width, inside.height, Optional.of(wanted));
      }
    };
  }

  /// Which side of the box a growing picture of unchanged shape stops at.
  private enum Touch {
    FIRST_SIDE,
    SECOND_SIDE
  }

  /// The side that stops is exact; the other is rounded half up, as thumbor's fit-in does by
  /// adding 1e-5 before it rounds.
  private static Scaling keepShape(Size region, Size wanted, Touch touch, Sizing sizing) {
    // compares the shapes without dividing: the region is wider than the box where wide > tall
    long wide = (long) region.width() * wanted.height();
    long tall = (long) region.height() * wanted.width();
    boolean byWidth = touch == Touch.FIRST_SIDE ? wide >= tall : wide <= tall;
    int target = byWidth ? wanted.width() : wanted.height();
    int present = byWidth ? region.width() : region.height();
    if (allowed(target, present, sizing) != target) {
      return whole(region, region.width(), region.height());
    }
    return byWidth
        ? whole(region, wanted.width(), halfUp(tall, region.width()))
        : whole(region, halfUp(wide, region.height()), wanted.height());
  }

  private static Scaling whole(Size region, long width, long height) {
    return new Scaling(Box.of(region), width, height, Optional.empty());
  }

  private static int side(Length length, int original) {
    return switch (length) {
      case Length.Pixels(int value) -> value;
      case Length.Fraction(double factor) ->
          Math.clamp(Math.round(original * factor), 1, Integer.MAX_VALUE);
      case Length.Original(), Length.Auto() -> original;
    };
  }

  /// A side as far as it may be changed.
  private static int allowed(int wanted, int present, Sizing sizing) {
    int most = sizing.enlarge() ? wanted : Math.min(wanted, present);
    return sizing.reduce() ? most : Math.max(most, present);
  }

  /// With its sides exchanged where one of both is upright and the other one isn't.
  static Size adapted(Size wanted, Size region) {
    boolean differs =
        Integer.signum(Integer.compare(region.width(), region.height()))
                * Integer.signum(Integer.compare(wanted.width(), wanted.height()))
            < 0;
    return differs ? wanted.turned() : wanted;
  }

  private static Size atMost(Size wanted, Size region) {
    return new Size(
        Math.min(wanted.width(), region.width()), Math.min(wanted.height(), region.height()));
  }

  /// `side * given / original`, rounded half to even as thumbor's get_proportional_width does.
  private static long proportional(int side, int given, int original) {
    return Math.max(1, (long) Math.rint((double) ((long) side * given) / original));
  }

  private static long halfUp(long numerator, long denominator) {
    return Math.max(1, Math.floorDiv(2 * numerator + denominator, 2 * denominator));
  }
}
