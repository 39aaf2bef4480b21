package io.tintype.vips;

import io.tintype.imaging.Box;
import io.tintype.imaging.Format;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.Turning;

/// Cuts a part out of a source and gives it another size. Sizes always come from the source's
/// dimensions and the plan, never from what a level happens to be rounded to.
///
/// @param source its size, as stored
/// @param stored the part that is kept, in pixels of the source as stored
/// @param target its size afterwards, as stored
record Resizing(Size source, Box stored, Size target) {

  static Resizing of(Plan plan, Loading loading) {
    Turning turning = loading.turning(plan.quarterTurns());
    return new Resizing(
        turning.stored(), turning.stored(plan.crop()), turning.stored(plan.scaled()));
  }

  /// The whole picture.
  static Resizing of(Size source, Size target) {
    return new Resizing(source, Box.of(source), target);
  }

  /// The coarsest level that loses nothing: one that is still at least twice as large as the
  /// result. A whole JPEG may be loaded smaller, by sharp's rule for shrink-on-load: less than
  /// twice as large, except where that would leave nothing for the resampler to do. The level of
  /// a part has to leave a factor of two, since its edges are rounded to pixels of the level: they
  /// are off by a quarter of a pixel of the result at most.
  int shrink(SourceInfo info) {
    double reduction =
        Math.min(
            (double) stored.width() / target.width(), (double) stored.height() / target.height());
    int shrink = 1;
    while (reduction >= 4.0 * shrink) {
      shrink *= 2;
    }
    if (info.format() == Format.JPEG && whole() && shrink < 8) {
      int byDecoder = Math.min(8, Integer.highestOneBit(Math.max(1, (int) reduction)));
      shrink = (int) reduction == byDecoder ? Math.max(1, byDecoder / 2) : byDecoder;
    }
    return shrink;
  }

  boolean whole() {
    return stored.equals(Box.of(source));
  }

  /// Whether the result can be made from that of another without harm: of the same part, and at
  /// least twice as large both ways, so that the resampler still has all the detail that the
  /// result can show.
  boolean from(Resizing larger) {
    return stored.equals(larger.stored)
        && larger.target.width() >= 2 * target.width()
        && larger.target.height() >= 2 * target.height();
  }

  /// In the numbers of the file, not turned.
  Resized apply(Levels.Level level, Scope scope) {
    Image part = level.image().in(scope).crop(part(level));
    return new Resized(part, level.multiplied()).to(target);
  }

  /// A picture that is resized only while its colours are multiplied by alpha.
  ///
  /// @param multiplied whether they are, where there is alpha
  record Resized(Image image, boolean multiplied) {

    Resized to(Size target) {
      if (image.size().equals(target)) {
        return this;
      }
      Image ready = multiplied ? image : image.premultiplied();
      return new Resized(ready.resized(target), /* multiplied= */ true);
    }

    Resized in(Scope scope) {
      return new Resized(image.in(scope), multiplied);
    }

    Resized inMemory() {
      return new Resized(image.inMemory(), multiplied);
    }

    Image straight() {
      return multiplied ? image.unpremultiplied() : image;
    }
  }

  /// In pixels of the level.
  private Box part(Levels.Level level) {
    Size size = level.image().size();
    if (whole() || level.shrink() == 1) {
      return whole() ? Box.of(size) : stored;
    }
    int left = Math.min(size.width() - 1, nearest(stored.left(), level.shrink()));
    int top = Math.min(size.height() - 1, nearest(stored.top(), level.shrink()));
    int right = Math.clamp(nearest(stored.right(), level.shrink()), left + 1, size.width());
    int bottom = Math.clamp(nearest(stored.bottom(), level.shrink()), top + 1, size.height());
    return new Box(left, top, right - left, bottom - top);
  }

  private static int nearest(int pixel, int shrink) {
    return (pixel + shrink / 2) / shrink;
  }
}
