package io.tintype.imaging;

import java.util.Arrays;

/// Finds the part of a picture that a crop should keep: where there is detail, and all the more
/// where the detail is vivid or has the colour of skin.
///
/// The score of a pixel is that of Jonas Wagner's smartcrop.js, with its weights and thresholds,
/// see [#score]. The place is found as libvips's `attention` does it: the mean scores of
/// a grid of at most 32x32 cells are blurred by a Gaussian, and the highest cell is taken. Unlike
/// libvips the blur is the same for every crop, so that one point serves all crops of a picture,
/// what lies outside counts nothing, and a place far from the middle counts a little less; a
/// picture without a distinct part gives its middle.
public final class Attention {

  private static final int CELLS = 32;

  /// Of the Gaussian, in cells.
  private static final double SIGMA = 2;

  /// How much less a corner counts than the middle.
  private static final double CORNER_LOSS = 0.1;

  private final int width;
  private final int height;
  private final int[] argb;
  private final double[] luma;

  private Attention(Raster picture) {
    width = picture.size().width();
    height = picture.size().height();
    argb = picture.argb();
    luma = Arrays.stream(argb).mapToDouble(Attention::luma).toArray();
  }

  /// The centre of the most interesting part.
  ///
  /// @param picture upright; 100 to 250 pixels a side are best, detail is judged at its scale
  /// @param fullSize of the picture that the point is for
  /// @return in pixels of the full size
  public static Findings.Point of(Raster picture, Size fullSize) {
    return new Attention(picture).highest(fullSize);
  }

  private Findings.Point highest(Size fullSize) {
    int columns = Math.min(width, CELLS);
    int rows = Math.min(height, CELLS);
    double[][] blurred = transpose(blurRows(transpose(blurRows(cells(columns, rows)))));
    double most = 0;
    double bestX = 0.5;
    double bestY = 0.5;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = (column + 0.5) / columns;
        double y = (row + 0.5) / rows;
        double far = 2 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5));
        double score = blurred[row][column] * (1 - CORNER_LOSS * far);
        if (score > most) {
          most = score;
          bestX = x;
          bestY = y;
        }
      }
    }
    return new Findings.Point(bestX * fullSize.width(), bestY * fullSize.height());
  }

  /// Mean score of the pixels in each cell.
  private double[][] cells(int columns, int rows) {
    double[][] sums = new double[rows][columns];
    int[][] counts = new int[rows][columns];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sums[y * rows / height][x * columns / width] += score(x, y);
        counts[y * rows / height][x * columns / width]++;
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        sums[row][column] /= counts[row][column];
      }
    }
    return sums;
  }

  /// `0.2 d + 1.8 skin (d + 0.01) + 0.3 vivid (d + 0.2)`, where d is the detail, each 0..1.
  private double score(int x, int y) {
    int pixel = argb[y * width + x];
    double alpha = (pixel >>> 24) / 255.0;
    double red = alpha * ((pixel >> 16) & 255) / 255;
    double green = alpha * ((pixel >> 8) & 255) / 255;
    double blue = alpha * (pixel & 255) / 255;
    double light = at(x, y);
    double detail =
        Math.min(
            1, Math.abs(4 * light - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1)));
    double skin = light >= 0.2 ? above(0.8, likeSkin(red, green, blue)) : 0;
    double vivid = light >= 0.05 && light <= 0.9 ? above(0.4, saturation(red, green, blue)) : 0;
    return 0.2 * detail + 1.8 * skin * (detail + 0.01) + 0.3 * vivid * (detail + 0.2);
  }

  /// Luma of the nearest pixel in the picture.
  private double at(int x, int y) {
    return luma[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
  }

  /// What a value has above a threshold, as a fraction of what it could have.
  private static double above(double threshold, double value) {
    return Math.max(0, (value - threshold) / (1 - threshold));
  }

  /// 1 minus the distance to a skin colour, both at length 1.
  private static double likeSkin(double red, double green, double blue) {
    double length = Math.sqrt(red * red + green * green + blue * blue);
    if (length == 0) {
      return 0;
    }
    double r = red / length - 0.78;
    double g = green / length - 0.57;
    double b = blue / length - 0.44;
    return 1 - Math.sqrt(r * r + g * g + b * b);
  }

  /// Saturation as in HSL.
  private static double saturation(double red, double green, double blue) {
    double largest = Math.max(red, Math.max(green, blue));
    double smallest = Math.min(red, Math.min(green, blue));
    double sum = largest + smallest;
    double span = largest - smallest;
    return span == 0 ? 0 : span / (sum > 1 ? 2 - sum : sum);
  }

  private static double luma(int argb) {
    double sum =
        0.2126 * ((argb >> 16) & 255) + 0.7152 * ((argb >> 8) & 255) + 0.0722 * (argb & 255);
    return sum / 255 * (argb >>> 24) / 255;
  }

  private static double[][] blurRows(double[][] cells) {
    double[][] blurred = new double[cells.length][cells[0].length];
    for (int row = 0; row < cells.length; row++) {
      for (int to = 0; to < cells[row].length; to++) {
        for (int from = 0; from < cells[row].length; from++) {
          double distance = (to - from) / SIGMA;
          blurred[row][to] += cells[row][from] * Math.exp(-distance * distance / 2);
        }
      }
    }
    return blurred;
  }

  private static double[][] transpose(double[][] cells) {
    double[][] transposed = new double[cells[0].length][cells.length];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < cells[row].length; column++) {
        transposed[column][row] = cells[row][column];
      }
    }
    return transposed;
  }
}
