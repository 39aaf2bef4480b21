package io.tintype.imaging;

import java.util.List;
import java.util.Optional;

/// What was measured, in pixels of the upright source before [Input#quarterTurns()], which the
/// [Planner] applies to them.
///
/// @param trimmed what is left after [Recipe#trim()]; empty when not asked for or when nothing
///     would be left
/// @param attention centre of the most interesting part
/// @param coarse the whole picture made small
/// @param faces from largest to smallest; not measured by engines but given by whoever knows them
public record Findings(
    Optional<Box> trimmed, Optional<Point> attention, Optional<Raster> coarse, List<Face> faces) {

  public static final Findings NONE = new Findings(Optional.empty(), Optional.empty());

  public Findings {
    faces = List.copyOf(faces);
  }

  public Findings(Optional<Box> trimmed, Optional<Point> attention) {
    this(trimmed, attention, Optional.empty(), List.of());
  }

  public Findings withFaces(List<Face> known) {
    return new Findings(trimmed, attention, coarse, known);
  }

  /// The same in another size of the picture.
  Findings scaled(Size from, Size to) {
    if (from.equals(to)) {
      return this;
    }
    double across = (double) to.width() / from.width();
    double down = (double) to.height() / from.height();
    return new Findings(
        trimmed.map(box -> scaled(box, across, down)),
        attention.map(point -> new Point(point.x() * across, point.y() * down)),
        coarse,
        faces);
  }

  private static Box scaled(Box box, double across, double down) {
    int left = (int) (box.left() * across);
    int top = (int) (box.top() * down);
    int right = (int) Math.ceil(box.right() * across);
    int bottom = (int) Math.ceil(box.bottom() * down);
    return new Box(left, top, right - left, bottom - top);
  }

  /// A place in pixels of the upright source.
  public record Point(double x, double y) {}

  /// A face as fractions of the upright source's sides; may reach outside.
  public record Face(double left, double top, double width, double height) {}
}
