package io.tintype.testkit;

import io.tintype.imaging.Size;
import java.nio.charset.StandardCharsets;

/// Writes SVGs by hand.
public final class SvgFile {

  private static final String NAMESPACES =
      " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

  private SvgFile() {}

  /// [Quadrants#UPRIGHT], as rectangles.
  static byte[] quadrants(Size size) {
    int right = size.width() / 2;
    int below = size.height() / 2;
    return of(
        size,
        box(0, 0, right, below, "#f00")
            + box(right, 0, right, below, "lime")
            + box(0, below, right, below, "rgb(0,0,255)")
            + box(right, below, right, below, "#ffff00"));
  }

  private static String box(int x, int y, int width, int height, String color) {
    return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
        .formatted(x, y, width, height, color);
  }

  /// A document with that content, whose lengths are pixels.
  public static byte[] of(Size size, String content) {
    return "<?xml version=\"1.0\"?>\n<svg%s width=\"%d\" height=\"%d\">%s</svg>"
        .formatted(NAMESPACES, size.width(), size.height(), content)
        .getBytes(StandardCharsets.UTF_8);
  }
}
