package io.tintype.imaging.shape;

import io.tintype.imaging.Size;
import java.util.Arrays;

/// Closed lines around an area, in pixels; curves become chains of lines at once. What is wound
/// around is inside. Grows as it is drawn, then gives its mask; for one thread.
public final class Outline {

  /// How far a chain of lines may lie from the curve, in pixels.
  private static final double FLATNESS = 0.02;

  /// So many rows are worked on at a time, which bounds the memory.
  private static final int BAND = 64;

  private double[] lines = new double[256];
  private int length;
  private double startX;
  private double startY;
  private double x;
  private double y;

  /// Closes what was begun and begins anew.
  public void moveTo(double toX, double toY) {
    close();
    startX = toX;
    startY = toY;
    x = toX;
    y = toY;
  }

  public void lineTo(double toX, double toY) {
    if (toY != y) {
      if (length + 4 > lines.length) {
        lines = Arrays.copyOf(lines, 2 * lines.length);
      }
      lines[length++] = x;
      lines[length++] = y;
      lines[length++] = toX;
      lines[length++] = toY;
    }
    x = toX;
    y = toY;
  }

  /// A quadratic Bézier curve.
  public void quadTo(double controlX, double controlY, double toX, double toY) {
    double fromX = x;
    double fromY = y;
    double bend = Math.hypot(fromX - 2 * controlX + toX, fromY - 2 * controlY + toY);
    int steps = (int) Math.clamp(Math.ceil(Math.sqrt(bend / (4 * FLATNESS))), 1, 500);
    for (int i = 1; i <= steps; i++) {
      double t = (double) i / steps;
      double s = 1 - t;
      lineTo(
          s * s * fromX + 2 * s * t * controlX + t * t * toX,
          s * s * fromY + 2 * s * t * controlY + t * t * toY);
    }
  }

  /// Part of an ellipse, clockwise, from where it is reached by a line.
  ///
  /// @param from in quarters of a turn, 0 is the rightmost point
  void arc(double middleX, double middleY, double radiusX, double radiusY, int from, int to) {
    double radius = Math.max(radiusX, radiusY);
    int steps = (to - from) * (int) Math.ceil(1 + Math.PI / 4 * Math.sqrt(radius / (2 * FLATNESS)));
    for (int i = 0; i <= steps; i++) {
      double angle = (from + (double) (to - from) * i / steps) * Math.PI / 2;
      lineTo(middleX + radiusX * Math.cos(angle), middleY + radiusY * Math.sin(angle));
    }
  }

  private void close() {
    lineTo(startX, startY);
  }

  /// What the outline covers of each pixel of a picture; what lies outside is left out.
  ///
  /// The exact area under each line is added up along the rows (as in Raph Levien's font-rs).
  public Mask mask(Size size) {
    close();
    int width = size.width();
    byte[] coverage = new byte[Math.toIntExact(size.pixels())];
    // One more, for what lies at the right edge.
    float[] areas = new float[(width + 2) * BAND];
    for (int top = 0; top < size.height(); top += BAND) {
      int rows = Math.min(BAND, size.height() - top);
      Arrays.fill(areas, 0);
      for (int i = 0; i < length; i += 4) {
        addLine(areas, width, top, rows, i);
      }
      for (int row = 0; row < rows; row++) {
        double sum = 0;
        for (int column = 0; column < width; column++) {
          sum += areas[row * (width + 2) + column];
          coverage[(top + row) * width + column] =
              (byte) Math.min(255, (int) (Math.abs(sum) * 255 + 0.5));
        }
      }
    }
    return new Mask(size, coverage);
  }

  private void addLine(float[] areas, int width, int top, int rows, int index) {
    boolean falls = lines[index + 1] < lines[index + 3];
    int first = falls ? index : index + 2;
    int second = falls ? index + 2 : index;
    double y0 = lines[first + 1] - top;
    double y1 = lines[second + 1] - top;
    if (y1 <= 0 || y0 >= rows) {
      return;
    }
    double x0 = lines[first];
    double slope = (lines[second] - x0) / (y1 - y0);
    int lastRow = Math.min(rows, (int) Math.ceil(y1));
    for (int row = Math.max(0, (int) Math.floor(y0)); row < lastRow; row++) {
      double from = Math.max(row, y0);
      double to = Math.min(row + 1.0, y1);
      double near = Math.clamp(x0 + slope * (from - y0), 0.0, width);
      double far = Math.clamp(x0 + slope * (to - y0), 0.0, width);
      double height = falls ? to - from : from - to;
      addSpan(areas, row * (width + 2), Math.min(near, far), Math.max(near, far), height);
    }
  }

  /// One line within one row: all that lies right of it is covered by its height.
  private static void addSpan(float[] areas, int row, double left, double right, double height) {
    int column = (int) left;
    if (right <= column + 1) {
      double share = column + 1 - (left + right) / 2;
      areas[row + column] += (float) (height * share);
      areas[row + column + 1] += (float) (height * (1 - share));
      return;
    }
    double perPixel = height / (right - left);
    double reached = 0;
    double before = 0;
    for (double x = left; x < right; column++) {
      double next = Math.min(column + 1.0, right);
      double inPixel = (next - x) * perPixel;
      double now = reached + inPixel * (column + 1 - (x + next) / 2);
      areas[row + column] += (float) (now - before);
      before = now;
      reached += inPixel;
      x = next;
    }
    areas[row + column] += (float) (height - before);
  }
}
