package io.tintype.thumbnailator;

import io.tintype.imaging.Size;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Up to 255 colours that stand for all of a picture, and one for transparency: its own colours
/// where they are few enough, else the means of boxes of colours (Heckbert's median cut over 18-bit
/// colours).
final class Palette {

  /// Place of the transparent colour.
  static final int TRANSPARENT = 255;

  private static final int MOST = 255;
  private static final int HALF_OPAQUE = 128;

  private final int[] colors;

  /// Places by 18-bit colour, -1 where not yet looked for.
  private final short[] places = new short[1 << 18];

  private final boolean exact;

  private Palette(int[] colors, boolean exact) {
    this.colors = colors;
    this.exact = exact;
    Arrays.fill(places, (short) -1);
  }

  static Palette of(int[] argb) {
    return of(argb, MOST);
  }

  /// @param most colours besides the transparent one, at least 1; more than 255 count as 255
  static Palette of(int[] argb, int most) {
    int[] own = ownColors(argb);
    int limit = Math.min(most, MOST);
    return own.length <= limit ? new Palette(own, true) : new Palette(cut(argb, limit), false);
  }

  /// The picture with a palette of so many colours, 2..256, of which one is for transparency where
  /// there is alpha.
  static BufferedImage indexed(Pixels picture, int most) {
    Size size = picture.size();
    Palette palette = of(picture.argb(), Math.min(most, MOST + 1) - (picture.alpha() ? 1 : 0));
    var colors =
        picture.alpha()
            ? new IndexColorModel(
                8, 256, palette.entries(), 0, false, Palette.TRANSPARENT, DataBufferByte.TYPE_BYTE)
            : new IndexColorModel(
                8, 256, palette.entries(), 0, false, -1, DataBufferByte.TYPE_BYTE);
    var image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_INDEXED, colors);
    byte[] indices = palette.indices(picture.argb());
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(indices, 0, target, 0, indices.length);
    return image;
  }

  /// 256 entries, `0xRRGGBB`.
  int[] entries() {
    return Arrays.copyOf(colors, 256);
  }

  byte[] indices(int[] argb) {
    byte[] indices = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      indices[i] = (byte) (visible(argb[i]) ? place(argb[i] & 0xFFFFFF) : TRANSPARENT);
    }
    return indices;
  }

  private int place(int rgb) {
    if (exact) {
      return Arrays.binarySearch(colors, rgb);
    }
    int key = eighteen(rgb);
    if (places[key] < 0) {
      places[key] = (short) nearest(rgb);
    }
    return places[key];
  }

  private int nearest(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colors.length; i++) {
      int red = ((rgb >> 16) & 255) - ((colors[i] >> 16) & 255);
      int green = ((rgb >> 8) & 255) - ((colors[i] >> 8) & 255);
      int blue = (rgb & 255) - (colors[i] & 255);
      int distance = 2 * red * red + 4 * green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static boolean visible(int argb) {
    return argb >>> 24 >= HALF_OPAQUE;
  }

  /// Sorted; one more than allowed when there are too many.
  private static int[] ownColors(int[] argb) {
    int[] found = new int[MOST + 1];
    int count = 0;
    int last = -1;
    for (int pixel : argb) {
      int rgb = pixel & 0xFFFFFF;
      if (rgb != last && visible(pixel)) {
        last = rgb;
        int at = Arrays.binarySearch(found, 0, count, rgb);
        if (at < 0 && count == MOST) {
          return found;
        }
        if (at < 0) {
          System.arraycopy(found, -at - 1, found, -at, count + at + 1);
          found[-at - 1] = rgb;
          count++;
        }
      }
    }
    return Arrays.copyOf(found, Math.min(count, MOST));
  }

  private static int eighteen(int rgb) {
    return ((rgb >> 6) & 0x3F000) | ((rgb >> 4) & 0xFC0) | ((rgb >> 2) & 63);
  }

  private static int[] cut(int[] argb, int most) {
    var histogram = new ColorBox.Histogram();
    for (int pixel : argb) {
      if (visible(pixel)) {
        histogram.add(eighteen(pixel), pixel);
      }
    }
    List<ColorBox> boxes = new ArrayList<>(List.of(histogram.all()));
    while (boxes.size() < most) {
      ColorBox worst =
          boxes.stream().max(Comparator.comparingLong(ColorBox::badness)).orElseThrow();
      if (worst.badness() == 0) {
        break;
      }
      boxes.remove(worst);
      boxes.addAll(worst.split());
    }
    return boxes.stream().mapToInt(ColorBox::mean).toArray();
  }
}
