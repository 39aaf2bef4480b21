package io.tintype.imaging;

import java.util.List;

/// Keeps faces: as much of them as there is room for, each weighted by its area, and whole ones
/// rather than parts. What is kept is centred on them; a single small face comes to lie where the
/// rule of thirds has it, on the nearer upright line and on the upper level one.
///
/// @param faces in pixels of the region, at least one
record FaceKeeping(List<FaceAreas.Area> faces) implements Keeping {

  /// A face is small when it is less than so much of what is kept, in width and height.
  private static final double SMALL = 1 / 3.0;

  /// What the part of a face counts that is cut through.
  private static final double CUT_THROUGH = 0.25;

  /// One face along one axis.
  private record Span(double from, double to, double weight) {

    double length() {
      return to - from;
    }
  }

  @Override
  public Box of(Size region, Size part) {
    List<FaceAreas.Area> seen = faces.stream().map(face -> face.inside(region)).toList();
    boolean thirds = seen.size() == 1 && small(seen.getFirst(), part);
    List<Span> across = seen.stream().map(FaceKeeping::across).toList();
    double middle = (across.getFirst().from + across.getFirst().to) / 2;
    double line = middle < region.width() / 2.0 ? 1 / 3.0 : 2 / 3.0;
    int left = start(across, region.width(), part.width(), thirds ? line : 0.5);
    List<Span> down =
        seen.stream()
            .filter(face -> face.right() > left && face.left() < left + part.width())
            .map(FaceKeeping::down)
            .toList();
    int top = start(down, region.height(), part.height(), thirds ? 1 / 3.0 : 0.5);
    return new Box(left, top, part.width(), part.height());
  }

  private static boolean small(FaceAreas.Area face, Size part) {
    return face.width() < SMALL * part.width() && face.height() < SMALL * part.height();
  }

  private static Span across(FaceAreas.Area face) {
    return new Span(face.left(), face.right(), face.width() * face.height());
  }

  private static Span down(FaceAreas.Area face) {
    return new Span(face.top(), face.bottom(), face.width() * face.height());
  }

  /// @param line where in the kept part the middle of the faces should lie, 0..1
  private static int start(List<Span> faces, int available, int length, double line) {
    double best = 0;
    double most = -1;
    for (Span face : faces) {
      for (double candidate :
          new double[] {(face.from + face.to - length) / 2, face.from, face.to - length}) {
        double start = Math.clamp(candidate, 0.0, available - length);
        double kept = faces.stream().mapToDouble(other -> kept(other, start, length)).sum();
        if (kept > most) {
          most = kept;
          best = start;
        }
      }
    }
    double chosen = best;
    List<Span> whole = faces.stream().filter(face -> isWhole(face, chosen, length)).toList();
    if (whole.isEmpty()) {
      return (int) Math.rint(best);
    }
    double from = whole.stream().mapToDouble(Span::from).min().orElseThrow();
    double to = whole.stream().mapToDouble(Span::to).max().orElseThrow();
    double wanted = Math.rint((from + to) / 2 - line * length);
    double least = Math.max(0, Math.ceil(to - length));
    double last = Math.min(available - length, Math.floor(from));
    return (int) (least <= last ? Math.clamp(wanted, least, last) : Math.rint(best));
  }

  private static double kept(Span face, double start, int length) {
    double inside = Math.min(face.to, start + length) - Math.max(face.from, start);
    if (inside <= 0) {
      return 0;
    }
    return isWhole(face, start, length)
        ? face.weight
        : CUT_THROUGH * face.weight * inside / face.length();
  }

  private static boolean isWhole(Span face, double start, int length) {
    return face.from >= start - 1e-6 && face.to <= start + length + 1e-6;
  }
}
