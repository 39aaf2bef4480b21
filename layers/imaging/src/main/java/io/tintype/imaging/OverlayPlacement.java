package io.tintype.imaging;

/// Where a watermark lies, for every engine alike: the size that it is scaled to, and its places
/// along both axes. Where it is repeated, as many whole ones as fit lie from edge to edge with
/// equal gaps, as thumbor has it; where only one would fit, a second one is cut off. Repeated
/// along both axes there are at most six along each when more than a hundred would fit.
///
/// @param mark size of the watermark after scaling
public record OverlayPlacement(Size mark, Places across, Places down) {

  private static final int MOST_REPEATED = 100;
  private static final int FEWER = 6;

  /// @param mark size of the watermark's picture, upright
  /// @param ground size of the picture that it is laid over
  /// @throws TintypeException TOO_LARGE when the ratios ask for an enormous one
  public static OverlayPlacement of(Drawing.Watermark watermark, Size mark, Size ground) {
    Size scaled = scaled(watermark, mark, ground);
    Places across = Places.of(watermark.x(), scaled.width(), ground.width());
    Places down = Places.of(watermark.y(), scaled.height(), ground.height());
    boolean mosaic =
        watermark.x() instanceof Offset.Repeat && watermark.y() instanceof Offset.Repeat;
    if (mosaic && (long) across.count() * down.count() > MOST_REPEATED) {
      across = Places.spread(Math.min(FEWER, across.count()), scaled.width(), ground.width());
      down = Places.spread(Math.min(FEWER, down.count()), scaled.height(), ground.height());
    }
    return new OverlayPlacement(scaled, across, down);
  }

  /// Places along one axis.
  ///
  /// @param first the near edge of the first mark, in pixels; may lie outside of the picture
  /// @param count how many marks, at least 1
  /// @param step from one mark to the next, in pixels
  /// @param length from the near edge of the first to the far edge of the last
  public record Places(int first, int count, int step, int length) {

    /// Before a mark that is cut off, in pixels.
    private static final int GAP = 10;

    /// @param mark length of what is laid over, in pixels
    /// @param ground length of the picture, in pixels
    public static Places of(Offset offset, int mark, int ground) {
      return switch (offset) {
        case Offset.Pixels(int value) -> at(value, mark, ground);
        case Offset.Percent(double value) -> {
          long pixels = Math.round(ground * Math.abs(value) / 100.0);
          yield at((int) (value < 0 ? -pixels : pixels), mark, ground);
        }
        case Offset.Center() -> one(Math.floorDiv(ground - mark, 2), mark);
        case Offset.FromCenter(int value) -> one(Math.floorDiv(ground - mark, 2) + value, mark);
        case Offset.Near(int value) -> one(value, mark);
        case Offset.Far(int value) -> one(ground - mark + value, mark);
        case Offset.Repeat() -> repeated(mark, ground);
      };
    }

    private static Places at(int value, int mark, int ground) {
      return one(value < 0 ? ground - mark + value : value, mark);
    }

    private static Places one(int first, int mark) {
      return new Places(first, 1, mark, mark);
    }

    private static Places repeated(int mark, int ground) {
      if (ground <= mark) {
        return one(0, mark);
      }
      if (ground / mark < 2) {
        return new Places(0, 2, mark + GAP, 2 * mark + GAP);
      }
      return spread(ground / mark, mark, ground);
    }

    /// @param count that fit
    private static Places spread(int count, int mark, int ground) {
      int step = mark + (ground - count * mark) / Math.max(1, count - 1);
      return new Places(0, count, step, (count - 1) * step + mark);
    }
  }

  /// As large as the ratios allow, in the mark's own proportions; without ratios as it is.
  private static Size scaled(Drawing.Watermark watermark, Size mark, Size ground) {
    double byWidth =
        watermark
            .maxWidth()
            .map(percent -> ground.width() * percent / 100.0 / mark.width())
            .orElse(Double.MAX_VALUE);
    double byHeight =
        watermark
            .maxHeight()
            .map(percent -> ground.height() * percent / 100.0 / mark.height())
            .orElse(Double.MAX_VALUE);
    double scale = Math.min(byWidth, byHeight);
    if (scale == Double.MAX_VALUE) {
      return mark;
    }
    long width = Math.max(1, Math.round(mark.width() * scale));
    long height = Math.max(1, Math.round(mark.height() * scale));
    int most = Limits.DEFAULT.maxSide();
    if (scale > 1 && Math.max(width, height) > most) {
      throw new TintypeException(
          Reason.TOO_LARGE,
          "Expected watermark sides of at most "
              + most
              + " but they would be "
              + width
              + "x"
              + height);
    }
    return new Size((int) width, (int) height);
  }
}
