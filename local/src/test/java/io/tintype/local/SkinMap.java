package io.tintype.local;

import io.tintype.imaging.Color;
import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Size;
import io.tintype.testkit.Picture;
import java.util.List;

/// Where a drawn picture shows the colour that its faces are painted with. Knows nothing of boxes
/// and crops, so it can judge them.
final class SkinMap {

  private static final int SKIN_RED = 0xe3;
  private static final int SKIN_GREEN = 0xb9;
  private static final int SKIN_BLUE = 0x8f;

  private final Size size;

  /// Sums over all rectangles that start in the top left corner.
  private final int[][] sums;

  private SkinMap(Picture picture) {
    size = picture.size();
    sums = new int[size.height() + 1][size.width() + 1];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int one = isSkin(picture.at(x, y)) ? 1 : 0;
        sums[y + 1][x + 1] = one + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
      }
    }
  }

  static SkinMap of(byte[] file) {
    return new SkinMap(Picture.decode(file));
  }

  /// Colours run a little in a JPEG.
  private static boolean isSkin(Color color) {
    return Math.abs(color.red() - SKIN_RED) < 22
        && Math.abs(color.red() - color.green() - (SKIN_RED - SKIN_GREEN)) < 13
        && Math.abs(color.red() - color.blue() - (SKIN_RED - SKIN_BLUE)) < 18;
  }

  Size size() {
    return size;
  }

  /// Pixels of skin.
  int all() {
    return within(0, 0, size.width(), size.height());
  }

  int within(int left, int top, int width, int height) {
    return sums[top + height][left + width]
        - sums[top][left + width]
        - sums[top + height][left]
        + sums[top][left];
  }

  /// The most that a crop of a shape has to show which reaches from edge to edge one way, as crops
  /// that fill a box do: the largest face that it has room for.
  ///
  /// @return pixels of skin in that face
  int wholeFace(Size shape, List<Face> faces) {
    double scale =
        Math.min((double) size.width() / shape.width(), (double) size.height() / shape.height());
    return faces.stream()
        .mapToInt(
            face -> {
              int left = (int) Math.max(0, face.left() * size.width());
              int top = (int) Math.max(0, face.top() * size.height());
              int right = (int) Math.min(size.width(), (face.left() + face.width()) * size.width());
              int bottom =
                  (int) Math.min(size.height(), (face.top() + face.height()) * size.height());
              boolean fits =
                  right - left <= shape.width() * scale && bottom - top <= shape.height() * scale;
              return fits ? within(left, top, right - left, bottom - top) : 0;
            })
        .max()
        .orElse(0);
  }
}
