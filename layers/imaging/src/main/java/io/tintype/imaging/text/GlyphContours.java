package io.tintype.imaging.text;

import io.tintype.imaging.shape.Outline;
import java.nio.ByteBuffer;
import java.util.function.DoubleBinaryOperator;

/// The points of a simple glyph, contour after contour.
///
/// @param ends index of the last point of each contour
/// @param onCurve whether a point lies on the outline, else it bends it
@SuppressWarnings("ArrayRecordComponent") // never compared
record GlyphContours(int[] ends, boolean[] onCurve, int[] x, int[] y) {

  private static final int ON_CURVE = 1;
  private static final int X_IS_BYTE = 2;
  private static final int Y_IS_BYTE = 4;
  private static final int REPEATS = 8;
  private static final int X_SAME_OR_POSITIVE = 16;
  private static final int Y_SAME_OR_POSITIVE = 32;

  /// @param at where the glyph begins
  static GlyphContours read(ByteBuffer file, int at, int contours) {
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = file.getShort(at + 10 + 2 * i) & 0xFFFF;
    }
    int points = contours == 0 ? 0 : ends[contours - 1] + 1;
    int next = at + 10 + 2 * contours;
    next += 2 + (file.getShort(next) & 0xFFFF);
    int[] flags = new int[points];
    for (int i = 0; i < points; i++) {
      int flag = file.get(next++);
      int repeats = (flag & REPEATS) != 0 ? file.get(next++) & 255 : 0;
      flags[i] = flag;
      for (; repeats > 0; repeats--) {
        flags[++i] = flag;
      }
    }
    int[] x = new int[points];
    next = coordinates(file, next, flags, X_IS_BYTE, X_SAME_OR_POSITIVE, x);
    int[] y = new int[points];
    coordinates(file, next, flags, Y_IS_BYTE, Y_SAME_OR_POSITIVE, y);
    boolean[] onCurve = new boolean[points];
    for (int i = 0; i < points; i++) {
      onCurve[i] = (flags[i] & ON_CURVE) != 0;
    }
    return new GlyphContours(ends, onCurve, x, y);
  }

  /// Each is given as the step from the one before.
  private static int coordinates(
      ByteBuffer file, int start, int[] flags, int isByte, int sameOrPositive, int[] into) {
    int at = start;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean marked = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & isByte) != 0) {
        int step = file.get(at++) & 255;
        value += marked ? step : -step;
      } else if (!marked) {
        value += file.getShort(at);
        at += 2;
      }
      into[i] = value;
    }
    return at;
  }

  /// @param placeX where a point of the glyph comes to lie
  void draw(DoubleBinaryOperator placeX, DoubleBinaryOperator placeY, Outline outline) {
    int first = 0;
    for (int end : ends) {
      if (end > first) {
        new Contour(first, end, placeX, placeY).draw(outline);
      }
      first = end + 1;
    }
  }

  private final class Contour {

    private final int first;
    private final int count;
    private final DoubleBinaryOperator placeX;
    private final DoubleBinaryOperator placeY;

    Contour(int first, int last, DoubleBinaryOperator placeX, DoubleBinaryOperator placeY) {
      this.first = first;
      this.count = last - first + 1;
      this.placeX = placeX;
      this.placeY = placeY;
    }

    private int index(int i) {
      return first + i % count;
    }

    private double x(int i) {
      return placeX.applyAsDouble(x[index(i)], y[index(i)]);
    }

    private double y(int i) {
      return placeY.applyAsDouble(x[index(i)], y[index(i)]);
    }

    /// Between two points that bend the outline, one in their middle lies on it.
    void draw(Outline outline) {
      int start = 0;
      while (start < count && !onCurve[index(start)]) {
        start++;
      }
      boolean allBend = start == count;
      if (allBend) {
        start = 0;
        outline.moveTo((x(count - 1) + x(0)) / 2, (y(count - 1) + y(0)) / 2);
      } else {
        outline.moveTo(x(start), y(start));
        start++;
      }
      for (int i = start; i < start + (allBend ? count : count - 1); i++) {
        if (onCurve[index(i)]) {
          outline.lineTo(x(i), y(i));
        } else if (onCurve[index(i + 1)]) {
          outline.quadTo(x(i), y(i), x(i + 1), y(i + 1));
        } else {
          outline.quadTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
        }
      }
    }
  }
}
