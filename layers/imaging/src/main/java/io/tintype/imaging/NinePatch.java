package io.tintype.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a [Drawing.Frame] is stretched, along one axis: the marks in a nine-patch's first row and
/// column say what stretches, those in the last ones where the picture lies. They aren't drawn.
public final class NinePatch {

  private NinePatch() {}

  /// A stretch of the nine-patch and where it comes to lie.
  ///
  /// @param from first pixel of the nine-patch, counted with its marks
  /// @param length in its pixels
  /// @param at first pixel of the result
  /// @param target in pixels of the result, at least 1
  public record Span(int from, int length, int at, int target) {}

  /// Whether a pixel `0xAARRGGBB` is a mark: more black than not, and more opaque than not.
  public static boolean isMark(int argb) {
    boolean dark = Math.max((argb >> 16) & 255, Math.max((argb >> 8) & 255, argb & 255)) < 128;
    return dark && argb >>> 24 >= 128;
  }

  /// The border that a picture gets before the frame is laid over it: what lies before the first
  /// and behind the last mark of the lowest row and of the rightmost column. Empty where there is
  /// none.
  public static Optional<Geometry.Pad> padding(Raster patch) {
    int width = patch.size().width();
    int height = patch.size().height();
    int[] across = free(patch, (height - 1) * width, 1, width);
    int[] down = free(patch, width - 1, width, height);
    var pad = new Geometry.Pad(across[0], down[0], across[1], down[1], Color.WHITE);
    return pad.after(patch.size()).equals(patch.size()) ? Optional.empty() : Optional.of(pad);
  }

  /// How far the first and the last mark are from the ends, which don't count.
  private static int[] free(Raster patch, int start, int step, int length) {
    int[] free = new int[2];
    int first = 1;
    while (first < length - 1 && !isMark(patch.argb()[start + first * step])) {
      first++;
    }
    if (first < length - 1) {
      int last = length - 2;
      while (!isMark(patch.argb()[start + last * step])) {
        last--;
      }
      free[0] = first - 1;
      free[1] = length - 2 - last;
    }
    return free;
  }

  /// What stretches shares what the rest leaves, in proportion to its length; without marks all of
  /// it stretches. Where there isn't even room for the rest, that shrinks in proportion, and what
  /// would stretch is left out.
  ///
  /// @param marks of one outermost row or column, all of it; only what lies between its ends is
  ///     drawn
  /// @param target length of the result, at least 1
  /// @throws TintypeException BAD_REQUEST when nothing lies between the marks
  public static List<Span> spans(boolean[] marks, int target) {
    int drawn = marks.length - 2;
    if (drawn < 1) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected a frame of at least 3x3 pixels, whose outermost ones are marks, but one of its"
              + " sides is "
              + marks.length);
    }
    int marked = 0;
    for (int i = 1; i <= drawn; i++) {
      marked += marks[i] ? 1 : 0;
    }
    boolean all = marked == 0;
    int stretching = all ? drawn : marked;
    int fixed = drawn - stretching;
    double stretch = Math.max(0.0, target - fixed) / stretching;
    double shrink = fixed > target ? (double) target / fixed : 1;

    List<Span> spans = new ArrayList<>();
    double end = 0;
    int at = 0;
    for (int from = 1, next; from <= drawn; from = next) {
      next = from + 1;
      while (next <= drawn && marks[next] == marks[from]) {
        next++;
      }
      end += (next - from) * (all || marks[from] ? stretch : shrink);
      int to = next > drawn ? target : (int) Math.round(end);
      if (to > at) {
        spans.add(new Span(from, next - from, at, to - at));
        at = to;
      }
    }
    return spans;
  }
}
