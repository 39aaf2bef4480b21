package io.tintype.testkit;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Size;
import java.util.Arrays;

/// What detail edits must do to a picture, as sums over all neighbours: slow, simple, and without a
/// single line of the code under test.
final class DetailOracle {

  private final Picture picture;
  private final int width;
  private final int height;

  DetailOracle(Picture picture) {
    this.picture = picture;
    this.width = picture.size().width();
    this.height = picture.size().height();
  }

  /// The same colours without transparency.
  static Picture opaque(Picture picture) {
    int[] argb = picture.argb().clone();
    for (int i = 0; i < argb.length; i++) {
      argb[i] |= 0xFF000000;
    }
    return new Picture(picture.size(), argb);
  }

  static Picture alphaAsGreys(Picture picture) {
    int[] argb = picture.argb().clone();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | (argb[i] >>> 24) * 0x010101;
    }
    return new Picture(picture.size(), argb);
  }

  @FunctionalInterface
  private interface Channel {
    double at(int x, int y, int shift);
  }

  Picture median(int side) {
    return made(
        (x, y, shift) -> {
          int[] levels = new int[side * side];
          for (int i = 0; i < levels.length; i++) {
            levels[i] = edge(x - side / 2 + i % side, y - side / 2 + i / side, shift);
          }
          Arrays.sort(levels);
          return levels[levels.length / 2];
        });
  }

  Picture convolved(Detail.Convolve edit) {
    return made(
        (x, y, shift) -> {
          double sum = 0;
          for (int i = 0; i < edit.weights().size(); i++) {
            int dx = i % edit.width() - edit.width() / 2;
            int dy = i / edit.width() - edit.height() / 2;
            sum += edit.weights().get(i) * edge(x + dx, y + dy, shift);
          }
          return sum / edit.scale() + edit.offset();
        });
  }

  /// A bell in each direction, over everything that weighs anything.
  Picture blurred(double sigma) {
    int reach = (int) Math.ceil(4 * sigma);
    double[] bell = new double[2 * reach + 1];
    for (int i = 0; i < bell.length; i++) {
      bell[i] = Math.exp(-(i - reach) * (i - reach) / (2 * sigma * sigma));
    }
    double sum = Arrays.stream(bell).sum();
    double[][] rows = new double[25][width * height];
    for (int shift = 0; shift <= 24; shift += 8) {
      for (int i = 0; i < width * height; i++) {
        for (int j = 0; j < bell.length; j++) {
          rows[shift][i] += bell[j] / sum * edge(i % width + j - reach, i / width, shift);
        }
      }
    }
    return made(
        (x, y, shift) -> {
          double level = 0;
          for (int j = 0; j < bell.length; j++) {
            int row = Math.clamp(y + j - reach, 0, height - 1);
            level += bell[j] / sum * rows[shift][row * width + x];
          }
          return level;
        });
  }

  Picture pixelated(int side) {
    int[] result = new int[width * height];
    for (int i = 0; i < result.length; i++) {
      int left = i % width / side * side;
      int top = i / width / side * side;
      double[] sums = new double[4];
      int count = 0;
      for (int y = top; y < Math.min(height, top + side); y++) {
        for (int x = left; x < Math.min(width, left + side); x++) {
          int pixel = picture.argb()[y * width + x];
          double alpha = pixel >>> 24;
          sums[3] += alpha;
          for (int channel = 0; channel < 3; channel++) {
            sums[channel] += alpha * ((pixel >> (8 * channel)) & 255);
          }
          count++;
        }
      }
      result[i] = (int) Math.round(sums[3] / count) << 24;
      for (int channel = 0; sums[3] > 0 && channel < 3; channel++) {
        result[i] |= (int) Math.round(sums[channel] / sums[3]) << (8 * channel);
      }
    }
    return new Picture(picture.size(), result);
  }

  /// Layers of detail, as thumbor's documentation of its source describes them.
  Picture sharpened(Detail.UnsharpMask edit) {
    double[] luma = new double[width * height];
    for (int i = 0; i < luma.length; i++) {
      int p = picture.argb()[i];
      luma[i] = 0.299 * ((p >> 16) & 255) + 0.587 * ((p >> 8) & 255) + 0.114 * (p & 255);
    }
    double[] sharper = layered(luma, edit);
    double[][] channels = new double[3][];
    for (int channel = 0; channel < 3; channel++) {
      int shift = 8 * channel;
      double[] plane = new double[width * height];
      Arrays.setAll(plane, i -> (picture.argb()[i] >> shift) & 255);
      channels[channel] = plane;
      if (edit.luminanceOnly()) {
        for (int i = 0; i < plane.length; i++) {
          plane[i] += sharper[i] - luma[i];
        }
      } else {
        channels[channel] = layered(plane, edit);
      }
    }
    return made((x, y, shift) -> channels[shift / 8][y * width + x]);
  }

  private double[] layered(double[] plane, Detail.UnsharpMask edit) {
    double[] result = new double[plane.length];
    double[] from = plane;
    for (int layer = 0; layer < 5; layer++) {
      double gain = 1 + edit.amount() * Math.exp(-Math.pow(layer - edit.radius(), 2) / 1.5);
      int reach = 1 << layer;
      double[] smooth = new double[plane.length];
      for (int i = 0; i < plane.length; i++) {
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            int x = mirrored(i % width + dx * reach, width);
            int y = mirrored(i / width + dy * reach, height);
            smooth[i] += (2 - Math.abs(dx)) * (2 - Math.abs(dy)) / 16.0 * from[y * width + x];
          }
        }
      }
      for (int i = 0; i < plane.length; i++) {
        result[i] += gain * (from[i] - smooth[i]);
      }
      from = smooth;
    }
    for (int i = 0; i < plane.length; i++) {
      result[i] += from[i];
    }
    return result;
  }

  private static int mirrored(int place, int length) {
    int positive = Math.abs(place);
    return positive < length ? positive : 2 * length - 2 - positive;
  }

  Picture sharpened(Detail.Sharpen edit) {
    int reach = 0;
    while (Math.exp(-Math.pow(reach + 1, 2) / (2 * edit.sigma() * edit.sigma())) >= 0.1) {
      reach++;
    }
    double[] lightness = new double[width * height];
    Arrays.setAll(lightness, i -> LabOracle.lab(picture.argb()[i])[0]);
    int[] result = new int[width * height];
    for (int i = 0; i < result.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int dy = -reach; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++) {
          double weight = bell(dx, edit.sigma()) * bell(dy, edit.sigma());
          int x = Math.clamp(i % width + dx, 0, width - 1);
          int y = Math.clamp(i / width + dy, 0, height - 1);
          sum += weight * lightness[y * width + x];
          weights += weight;
        }
      }
      double added = curve(lightness[i] - sum / weights, edit);
      double[] lab = LabOracle.lab(picture.argb()[i]);
      result[i] = LabOracle.argb(Math.clamp(lab[0] + added, 0, 100), lab[1], lab[2]);
    }
    return new Picture(picture.size(), result);
  }

  private static double bell(int distance, double sigma) {
    return Math.rint(20 * Math.exp(-distance * distance / (2 * sigma * sigma)));
  }

  private static double curve(double v, Detail.Sharpen edit) {
    double x1 = edit.threshold();
    double y =
        v < -x1
            ? (v + x1) * edit.jagged() - x1 * edit.flat()
            : v < x1 ? v * edit.flat() : (v - x1) * edit.jagged() + x1 * edit.flat();
    return Math.clamp(y, -edit.mostDarker(), edit.mostBrighter());
  }

  Picture equalized(Detail.Clahe edit) {
    int across = Math.min(edit.width(), width);
    int down = Math.min(edit.height(), height);
    return made(
        (x, y, shift) -> {
          int[] counts = new int[256];
          for (int dy = 0; dy < down; dy++) {
            for (int dx = 0; dx < across; dx++) {
              int from = reflected(x - across / 2 + dx, width);
              counts[level(from, reflected(y - down / 2 + dy, height), shift)]++;
            }
          }
          int cut = 0;
          int sum = 0;
          int target = level(x, y, shift);
          for (int i = 0; i < 256; i++) {
            int most = edit.maxSlope() == 0 ? Integer.MAX_VALUE : edit.maxSlope();
            cut += Math.max(0, counts[i] - most);
            sum += i <= target ? Math.min(counts[i], most) : 0;
          }
          int upTo = sum + (target + 1) * cut / 256;
          return Math.floorDiv(255 * upTo, across * down);
        });
  }

  private static int reflected(int place, int length) {
    int folded = place < 0 ? -place - 1 : place;
    return folded < length ? folded : 2 * length - 1 - folded;
  }

  /// Without so many pixels at each side.
  static Picture inner(Picture picture, int border) {
    int width = picture.size().width() - 2 * border;
    int height = picture.size().height() - 2 * border;
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      int from = (y + border) * picture.size().width() + border;
      System.arraycopy(picture.argb(), from, argb, y * width, width);
    }
    return new Picture(new Size(width, height), argb);
  }

  private Picture made(Channel channel) {
    int[] result = new int[width * height];
    for (int i = 0; i < result.length; i++) {
      result[i] = 0xFF000000;
      for (int shift = 0; shift < 24; shift += 8) {
        double value = channel.at(i % width, i / width, shift);
        result[i] |= Math.clamp(Math.round(value), 0, 255) << shift;
      }
    }
    return new Picture(picture.size(), result);
  }

  private int edge(int x, int y, int shift) {
    return level(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1), shift);
  }

  private int level(int x, int y, int shift) {
    return (picture.argb()[y * width + x] >> shift) & 255;
  }
}
