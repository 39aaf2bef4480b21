package io.tintype.imaging;

import java.util.List;
import java.util.Optional;

/// The part of the source that is sized: what the trim and the caller's crop leave.
///
/// @param source size of the upright source before the quarter turns
/// @param turns clockwise quarter turns of the upright source
/// @param box in pixels of the turned source
record Region(Size source, int turns, Box box) {

  /// The crop counts in the picture before the trim, as thumbor moves it by the trimmed border;
  /// what both leave is kept. A trim or a crop that would leave nothing is ignored.
  ///
  /// @param faces in the turned source
  static Region of(Recipe recipe, Size source, Findings findings, FaceAreas faces) {
    int turns = recipe.input().quarterTurns();
    Size turned = QuarterTurns.turn(source, turns);
    Box trimmed =
        recipe
            .trim()
            .flatMap(
                trim -> findings.trimmed().flatMap(kept -> around(kept, trim.margin(), source)))
            .map(kept -> QuarterTurns.turn(kept, source, turns))
            .orElse(Box.of(turned));
    Box kept = recipe.crop().flatMap(crop -> cut(crop, faces, trimmed)).orElse(trimmed);
    return new Region(source, turns, kept);
  }

  /// All of a picture.
  static Region whole(Size picture) {
    return new Region(picture, 0, Box.of(picture));
  }

  /// What a covering crop keeps without a look at the picture.
  Keeping aligned(Anchor anchor) {
    return keeping(anchor, Findings.NONE, new FaceAreas(source, List.of()));
  }

  /// What a covering crop keeps of the region. Points are whole pixels, rounded down as thumbor's
  /// focal points are, and inside of the region. What isn't known counts as the middle.
  ///
  /// @param faces in the turned source
  Keeping keeping(Anchor anchor, Findings findings, FaceAreas faces) {
    return switch (anchor) {
      case Anchor.Aligned(double x, double y) -> aligned(x, y);
      case Anchor.Focal(Box area) ->
          inRegion(area.left() + area.width() / 2.0, area.top() + area.height() / 2.0);
      case Anchor.FocalPoint(double x, double y) -> {
        Size turned = QuarterTurns.turn(source, turns);
        yield inRegion(x * turned.width(), y * turned.height());
      }
      case Anchor.Entropy() ->
          findings
              .coarse()
              .<Keeping>map(
                  coarse ->
                      new EntropyKeeping(
                          QuarterTurns.turn(coarse, turns), QuarterTurns.turn(source, turns), box))
              .orElseGet(() -> aligned(0.5, 0.5));
      case Anchor.Smart() -> {
        List<FaceAreas.Area> seen = faces.cut(box).areas();
        yield seen.isEmpty() ? attention(findings) : new FaceKeeping(seen);
      }
    };
  }

  private Keeping attention(Findings findings) {
    return findings
        .attention()
        .map(point -> QuarterTurns.turn(point, source, turns))
        .map(point -> inRegion(point.x(), point.y()))
        .orElseGet(() -> aligned(0.5, 0.5));
  }

  private Keeping aligned(double x, double y) {
    return Keeping.around(
        new Findings.Point(Math.floor(box.width() * x), Math.floor(box.height() * y)));
  }

  private Keeping inRegion(double x, double y) {
    return Keeping.around(
        new Findings.Point(
            Math.clamp(Math.floor(x) - box.left(), 0.0, box.width()),
            Math.clamp(Math.floor(y) - box.top(), 0.0, box.height())));
  }

  /// What a crop keeps of the part that is left; empty when that is nothing.
  ///
  /// @param faces in the picture that the crop counts in
  /// @throws TintypeException BAD_REQUEST when a [Crop.Exact] reaches outside of the picture, or
  ///     there is no such face
  static Optional<Box> cut(Crop crop, FaceAreas faces, Box within) {
    Size turned = faces.picture();
    return switch (crop) {
      case Crop.Exact(int left, int top, int width, int height) -> {
        if ((long) left + width > turned.width() || (long) top + height > turned.height()) {
          throw TintypeException.coded(
              Reason.BAD_REQUEST,
              "Crop::AreaOutOfBounds",
              "Expected a crop inside of "
                  + turned
                  + " but received "
                  + new Size(width, height)
                  + " at "
                  + left
                  + ","
                  + top);
        }
        yield intersect(left, top, (long) left + width, (long) top + height, within);
      }
      case Crop.Face face ->
          faces
              .crop(face)
              .flatMap(box -> intersect(box.left(), box.top(), right(box), bottom(box), within));
      case Crop.AtMost(int width, int height, Anchor.Aligned place) -> {
        Size kept = new Size(Math.min(width, within.width()), Math.min(height, within.height()));
        int left = (int) Math.round((within.width() - kept.width()) * place.x());
        int top = (int) Math.round((within.height() - kept.height()) * place.y());
        yield Optional.of(within.within(new Box(left, top, kept.width(), kept.height())));
      }
      case Crop.Pixels(int left, int top, int right, int bottom) ->
          intersect(left, top, right, bottom, within);
      case Crop.Fractions(double left, double top, double right, double bottom) ->
          intersect(
              (long) Math.rint(left * turned.width()),
              (long) Math.rint(top * turned.height()),
              (long) Math.rint(right * turned.width()),
              (long) Math.rint(bottom * turned.height()),
              within);
    };
  }

  private static Optional<Box> around(Box box, int margin, Size size) {
    return clamp(
        (long) box.left() - margin,
        (long) box.top() - margin,
        right(box) + margin,
        bottom(box) + margin,
        size);
  }

  private static Optional<Box> clamp(long left, long top, long right, long bottom, Size size) {
    return intersect(left, top, right, bottom, Box.of(size));
  }

  private static Optional<Box> intersect(long left, long top, long right, long bottom, Box within) {
    int x0 = Math.clamp(left, within.left(), within.right());
    int y0 = Math.clamp(top, within.top(), within.bottom());
    int x1 = Math.clamp(right, within.left(), within.right());
    int y1 = Math.clamp(bottom, within.top(), within.bottom());
    return x0 < x1 && y0 < y1 ? Optional.of(new Box(x0, y0, x1 - x0, y1 - y0)) : Optional.empty();
  }

  private static long right(Box box) {
    return (long) box.left() + box.width();
  }

  private static long bottom(Box box) {
    return (long) box.top() + box.height();
  }
}
