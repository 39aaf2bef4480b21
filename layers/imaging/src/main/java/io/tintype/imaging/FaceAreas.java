package io.tintype.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the known faces lie in a picture while it is planned: they are followed through
/// everything that moves pixels. What has left the picture is forgotten.
///
/// @param picture size of the picture that the areas lie in
/// @param areas in its pixels, from the largest face to the smallest
record FaceAreas(Size picture, List<Area> areas) {

  /// More copies of a picture than these around it, and its whole border counts as faces.
  private static final long MOST_COPIES = 1_000;

  FaceAreas {
    areas = areas.stream().filter(area -> area.touches(picture)).toList();
  }

  /// Edges in pixels, which need not be whole and may lie outside of the picture.
  record Area(double left, double top, double right, double bottom) {

    double width() {
      return right - left;
    }

    double height() {
      return bottom - top;
    }

    Area moved(double x, double y) {
      return new Area(left + x, top + y, right + x, bottom + y);
    }

    Area times(double x, double y) {
      return new Area(left * x, top * y, right * x, bottom * y);
    }

    Area mirrored(Size picture) {
      return new Area(picture.width() - right, top, picture.width() - left, bottom);
    }

    Area upsideDown(Size picture) {
      return new Area(left, picture.height() - bottom, right, picture.height() - top);
    }

    boolean touches(Size picture) {
      return left < picture.width() && right > 0 && top < picture.height() && bottom > 0;
    }

    /// The part that lies in the picture.
    Area inside(Size picture) {
      return new Area(
          Math.max(0, left),
          Math.max(0, top),
          Math.min(picture.width(), right),
          Math.min(picture.height(), bottom));
    }
  }

  static FaceAreas of(List<Findings.Face> faces, Size upright) {
    return new FaceAreas(
        upright,
        faces.stream()
            .map(
                face ->
                    new Area(
                            face.left(),
                            face.top(),
                            face.left() + face.width(),
                            face.top() + face.height())
                        .times(upright.width(), upright.height()))
            .toList());
  }

  FaceAreas turned(int quarterTurns) {
    FaceAreas turned = this;
    for (int i = 0; i < quarterTurns; i++) {
      double height = turned.picture.height();
      turned =
          new FaceAreas(
              turned.picture.turned(),
              turned.areas.stream()
                  .map(
                      area ->
                          new Area(height - area.bottom, area.left, height - area.top, area.right))
                  .toList());
    }
    return turned;
  }

  FaceAreas cut(Box box) {
    return moved(-box.left(), -box.top(), box.size());
  }

  FaceAreas scaled(Size size) {
    double x = (double) size.width() / picture.width();
    double y = (double) size.height() / picture.height();
    return new FaceAreas(size, areas.stream().map(area -> area.times(x, y)).toList());
  }

  FaceAreas flipped(Flips flips) {
    return new FaceAreas(
        picture,
        areas.stream()
            .map(area -> flips.horizontal() ? area.mirrored(picture) : area)
            .map(area -> flips.vertical() ? area.upsideDown(picture) : area)
            .toList());
  }

  /// @param after size of the picture after the edit
  FaceAreas after(Edit edit, Size after) {
    return switch (edit) {
      case Geometry.QuarterTurn(int turns) -> turned(turns);
      case Geometry.Rotate(double degrees, _) -> rotated(degrees, after);
      case Geometry.Cut cut -> cut(cut.box(picture));
      case Geometry.Pad pad -> moved(pad.left(), pad.top(), after);
      case Geometry.Extend extend -> extended(extend, after);
      case Geometry.PadTo padTo -> {
        Box inside = padTo.inside(picture);
        yield moved(inside.left(), inside.top(), after);
      }
      case Geometry.Proportion _ -> scaled(after);
      case Geometry.Resize resize -> resized(resize, after);
      case Geometry.Resample resample -> resized(resample.resize(), after);
      case Geometry.Flip(Flips flips) -> flipped(flips);
      case Geometry.Affine affine -> mapped(affine, after);
      case Drawing.Ellipse ellipse -> cut(ellipse.box(picture));
      case Tone _, Detail _, Drawing _ -> this;
    };
  }

  private FaceAreas moved(int x, int y, Size after) {
    return new FaceAreas(after, areas.stream().map(area -> area.moved(x, y)).toList());
  }

  /// The boxes around the mapped boxes.
  private FaceAreas mapped(Geometry.Affine affine, Size after) {
    List<Area> mapped = new ArrayList<>();
    for (Area area : areas) {
      double x = (area.left + area.right) / 2;
      double y = (area.top + area.bottom) / 2;
      double across =
          (Math.abs(affine.a()) * area.width() + Math.abs(affine.b()) * area.height()) / 2;
      double down =
          (Math.abs(affine.c()) * area.width() + Math.abs(affine.d()) * area.height()) / 2;
      double middleX = affine.a() * x + affine.b() * y - affine.left(picture);
      double middleY = affine.c() * x + affine.d() * y - affine.top(picture);
      mapped.add(new Area(middleX - across, middleY - down, middleX + across, middleY + down));
    }
    return new FaceAreas(after, mapped);
  }

  /// Where it is only seen in the picture what is kept, all of it counts as a face.
  private FaceAreas resized(Geometry.Resize resize, Size after) {
    boolean known = resize.part().isPresent() || resize.sizing().anchor() instanceof Anchor.Aligned;
    if (!areas.isEmpty() && !known) {
      return new FaceAreas(after, List.of(new Area(0, 0, after.width(), after.height())));
    }
    return cut(resize.kept(picture, size -> new Raster(size, new int[(int) size.pixels()])))
        .scaled(after);
  }

  /// The boxes around the turned boxes.
  private FaceAreas rotated(double degrees, Size after) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    List<Area> turned = new ArrayList<>();
    for (Area area : areas) {
      double x = (area.left + area.right - picture.width()) / 2;
      double y = (area.top + area.bottom - picture.height()) / 2;
      double across = (Math.abs(cos) * area.width() + Math.abs(sin) * area.height()) / 2;
      double down = (Math.abs(sin) * area.width() + Math.abs(cos) * area.height()) / 2;
      double middleX = cos * x - sin * y + after.width() / 2.0;
      double middleY = sin * x + cos * y + after.height() / 2.0;
      turned.add(new Area(middleX - across, middleY - down, middleX + across, middleY + down));
    }
    return new FaceAreas(after, turned);
  }

  /// A border made of the picture may show its faces again.
  private FaceAreas extended(Geometry.Extend extend, Size after) {
    FaceAreas once = moved(extend.left(), extend.top(), after);
    if (extend.with() == Geometry.Extend.With.COPY || areas.isEmpty()) {
      return once;
    }
    int left = -Math.ceilDiv(extend.left(), picture.width());
    int right = Math.ceilDiv(extend.right(), picture.width());
    int top = -Math.ceilDiv(extend.top(), picture.height());
    int bottom = Math.ceilDiv(extend.bottom(), picture.height());
    if ((right - left + 1L) * (bottom - top + 1L) > MOST_COPIES) {
      return new FaceAreas(after, List.of(new Area(0, 0, after.width(), after.height())));
    }
    boolean mirrors = extend.with() == Geometry.Extend.With.MIRROR;
    List<Area> copies = new ArrayList<>(once.areas);
    for (int row = top; row <= bottom; row++) {
      for (int column = left; column <= right; column++) {
        if (row != 0 || column != 0) {
          int x = extend.left() + column * picture.width();
          int y = extend.top() + row * picture.height();
          var flips = new Flips(mirrors && column % 2 != 0, mirrors && row % 2 != 0);
          copies.addAll(flipped(flips).moved(x, y, after).areas);
        }
      }
    }
    return new FaceAreas(after, copies);
  }

  /// What a crop around a face keeps; empty for the whole picture, where there are no faces. The
  /// rounding is that of Serverless Image Handler.
  ///
  /// @throws TintypeException BAD_REQUEST when there are fewer faces, or the padding leaves nothing
  Optional<Box> crop(Crop.Face face) {
    if (areas.isEmpty()) {
      return Optional.empty();
    }
    if (face.index() >= areas.size()) {
      throw TintypeException.coded(
          Reason.BAD_REQUEST,
          "SmartCrop::FaceIndexOutOfRange",
          "Expected a face index of 0.."
              + (areas.size() - 1)
              + ", because the picture has "
              + areas.size()
              + (areas.size() == 1 ? " face" : " faces")
              + ", but received "
              + face.index());
    }
    Area area = areas.get(face.index()).inside(picture);
    double left = Math.floor(area.left - face.padding());
    double top = Math.floor(area.top - face.padding());
    double width = Math.floor(area.width() + 2.0 * face.padding());
    double height = Math.floor(area.height() + 2.0 * face.padding());
    if (face.padding() < 0 && (width < 1 || height < 1)) {
      throw TintypeException.coded(
          Reason.BAD_REQUEST,
          "SmartCrop::PaddingOutOfBounds",
          "Expected a padding that leaves something of the face but received " + face.padding());
    }
    int x0 = (int) Math.clamp(left, 0.0, picture.width() - 1.0);
    int y0 = (int) Math.clamp(top, 0.0, picture.height() - 1.0);
    int x1 = (int) Math.clamp(Math.max(0, left) + width, x0 + 1.0, picture.width());
    int y1 = (int) Math.clamp(Math.max(0, top) + height, y0 + 1.0, picture.height());
    return Optional.of(new Box(x0, y0, x1 - x0, y1 - y0));
  }

  /// As fractions of the picture.
  List<Crop.Fractions> fractions() {
    return areas.stream()
        .map(area -> area.inside(picture))
        .map(area -> area.times(1.0 / picture.width(), 1.0 / picture.height()))
        .map(
            area ->
                new Crop.Fractions(
                    unit(area.left), unit(area.top), unit(area.right), unit(area.bottom)))
        .toList();
  }

  private static double unit(double value) {
    return Math.clamp(value, 0.0, 1.0);
  }
}
