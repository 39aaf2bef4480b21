package io.tintype.thumbnailator;

import io.tintype.imaging.Detail;
import java.util.Arrays;

/// Carries [Detail.Clahe] out as libvips's `hist_local`: each level becomes the share of the
/// window's pixels up to it, in a histogram whose columns are cut at the slope and what was cut off
/// is spread evenly. Beyond an edge the picture is mirrored.
final class LocalEqualizing {

  private final Detail.Clahe edit;
  private final int width;
  private final int height;
  private final int[] argb;
  private final int windowWidth;
  private final int windowHeight;
  private final int[] counts = new int[256];

  private LocalEqualizing(Detail.Clahe edit, Pixels picture) {
    this.edit = edit;
    this.width = picture.size().width();
    this.height = picture.size().height();
    this.argb = picture.argb();
    this.windowWidth = Math.min(edit.width(), width);
    this.windowHeight = Math.min(edit.height(), height);
  }

  static Pixels apply(Detail.Clahe edit, Pixels picture) {
    var work = new LocalEqualizing(edit, picture);
    int[] result = new int[picture.argb().length];
    Arrays.fill(result, 0xFF000000);
    for (int shift = 0; shift < 24; shift += 8) {
      for (int y = 0; y < work.height; y++) {
        work.row(y, shift, result);
      }
    }
    return new Pixels(picture.size(), result, false);
  }

  private void row(int y, int shift, int[] result) {
    Arrays.fill(counts, 0);
    int left = -(windowWidth / 2);
    for (int i = 0; i < windowWidth; i++) {
      column(left + i, y, shift, 1);
    }
    for (int x = 0; x < width; x++) {
      int level = (argb[y * width + x] >> shift) & 255;
      result[y * width + x] |= (255 * upTo(level) / (windowWidth * windowHeight)) << shift;
      column(left + x, y, shift, -1);
      column(left + x + windowWidth, y, shift, 1);
    }
  }

  private int upTo(int target) {
    int sum = 0;
    if (edit.maxSlope() == 0) {
      for (int level = 0; level <= target; level++) {
        sum += counts[level];
      }
      return sum;
    }
    int cut = 0;
    for (int level = 0; level < 256; level++) {
      int kept = Math.min(counts[level], edit.maxSlope());
      cut += counts[level] - kept;
      sum += level <= target ? kept : 0;
    }
    return sum + (target + 1) * cut / 256;
  }

  private void column(int x, int y, int shift, int count) {
    int at = mirrored(x, width);
    int top = y - windowHeight / 2;
    for (int i = top; i < top + windowHeight; i++) {
      counts[(argb[mirrored(i, height) * width + at] >> shift) & 255] += count;
    }
  }

  /// About the edge itself, so that the last pixel comes twice.
  private static int mirrored(int place, int length) {
    int within = Math.floorMod(place, 2 * length);
    return Math.min(within, 2 * length - 1 - within);
  }
}
