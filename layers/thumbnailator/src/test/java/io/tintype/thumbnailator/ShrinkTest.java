package io.tintype.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShrinkTest {

  @Test
  void keepsAPlaneExactlyAsItIs() {
    for (int color : new int[] {-1, 0, 0xFF010203, 0x80402010, 0xFFFEFDFC}) {
      int[] pixels = new int[97 * 61];
      Arrays.fill(pixels, color);
      Rows rows = Rows.of(pixels, 97, 61);
      for (int[] size : new int[][] {{1, 1}, {13, 60}, {96, 7}, {48, 30}, {97, 61}}) {
        assertThat(Shrink.to(rows, new Shrink.Area(0, 0, 97, 61), size[0], size[1]))
            .containsOnly(color);
      }
      assertThat(Shrink.to(rows, new Shrink.Area(3.25, 1.5, 80.6, 40.1), 17, 9))
          .containsOnly(color);
    }
  }

  @Test
  void averagesExactlyWhatEachPixelCovers() {
    var random = new Random(5);
    int[] pixels = random.ints(40 * 30).map(pixel -> pixel | 0xFF000000).toArray();
    Rows rows = Rows.of(pixels, 40, 30);
    var area = new Shrink.Area(2.5, 3.75, 33.3, 21.9);
    int[] result = Shrink.to(rows, area, 9, 7);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 9; x++) {
        for (int shift : new int[] {0, 8, 16}) {
          double expected =
              mean(
                  pixels,
                  shift,
                  new double[] {
                    area.left() + x * area.width() / 9,
                    area.top() + y * area.height() / 7,
                    area.width() / 9,
                    area.height() / 7
                  });
          int found = (result[y * 9 + x] >> shift) & 255;
          assertThat((double) found).isCloseTo(expected, within(0.6));
        }
      }
    }
  }

  private static double mean(int[] pixels, int shift, double[] box) {
    double sum = 0;
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        double across = overlap(x, box[0], box[2]);
        double down = overlap(y, box[1], box[3]);
        sum += across * down * ((pixels[y * 40 + x] >> shift) & 255);
      }
    }
    return sum / (box[2] * box[3]);
  }

  private static double overlap(int pixel, double from, double length) {
    return Math.max(0, Math.min(pixel + 1, from + length) - Math.max(pixel, from));
  }

  @Test
  void halvesOddSizesWithoutLosingTheLastPixels() {
    int[] pixels = {
      0xFF000000, 0xFF000010, 0xFF0000F0,
      0xFF000020, 0xFF000030, 0xFF0000F0,
      0xFF000000, 0xFF000000, 0xFF0000FF
    };
    var image = new Pixels(new io.tintype.imaging.Size(3, 3), pixels, true).image();
    Rows half = new Pyramid(Stored.of(image)).level(1);
    int[] upper = new int[2];
    int[] lower = new int[2];
    half.read(0, 0, 2, upper);
    half.read(1, 0, 2, lower);
    assertThat(upper).containsExactly(0xFF000018, 0xFF0000F0);
    assertThat(lower).containsExactly(0xFF000000, 0xFF0000FF);
  }
}
