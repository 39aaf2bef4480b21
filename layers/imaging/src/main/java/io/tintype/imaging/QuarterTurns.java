package io.tintype.imaging;

/// Where things lie after a picture has been turned clockwise by 0..3 quarters.
final class QuarterTurns {

  private QuarterTurns() {}

  static Size turn(Size size, int turns) {
    return turns % 2 == 0 ? size : size.turned();
  }

  /// @param picture size of the picture before it is turned
  static Box turn(Box box, Size picture, int turns) {
    int fromRight = picture.width() - box.right();
    int fromBottom = picture.height() - box.bottom();
    return switch (turns) {
      case 0 -> box;
      case 1 -> new Box(fromBottom, box.left(), box.height(), box.width());
      case 2 -> new Box(fromRight, fromBottom, box.width(), box.height());
      default -> new Box(box.top(), fromRight, box.height(), box.width());
    };
  }

  static Raster turn(Raster picture, int turns) {
    int[] turned = Turning.by(turns, picture.size()).seen(picture.argb(), picture.size());
    return new Raster(turn(picture.size(), turns), turned);
  }

  /// @param picture size of the picture before it is turned
  static Findings.Point turn(Findings.Point point, Size picture, int turns) {
    return switch (turns) {
      case 0 -> point;
      case 1 -> new Findings.Point(picture.height() - point.y(), point.x());
      case 2 -> new Findings.Point(picture.width() - point.x(), picture.height() - point.y());
      default -> new Findings.Point(point.y(), picture.width() - point.x());
    };
  }
}
