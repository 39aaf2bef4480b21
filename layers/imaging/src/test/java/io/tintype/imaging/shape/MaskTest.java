package io.tintype.imaging.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

  @Test
  void coversPixelsByTheAreaThatLiesInside() {
    var outline = new Outline();
    outline.moveTo(1.25, 1.5);
    outline.lineTo(3.5, 1.5);
    outline.lineTo(3.5, 3);
    outline.lineTo(1.25, 3);
    Mask mask = outline.mask(new Size(5, 4));
    int[][] expected = {
      {0, 0, 0, 0, 0}, {0, 96, 128, 64, 0}, {0, 191, 255, 128, 0}, {0, 0, 0, 0, 0},
    };
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 5; x++) {
        assertThat(mask.at(x, y)).as("%d,%d", x, y).isCloseTo(expected[y][x], within(1));
      }
    }
  }

  /// Triangles at random, against counting many points in each pixel.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithCountingPoints(long seed) {
    var random = new Random(seed);
    Size size = new Size(16, 130);
    for (int round = 0; round < 20; round++) {
      double[] x = random.doubles(3, -8, 24).toArray();
      double[] y = random.doubles(3, -40, 170).toArray();
      var outline = new Outline();
      outline.moveTo(x[0], y[0]);
      outline.lineTo(x[1], y[1]);
      outline.lineTo(x[2], y[2]);
      Mask mask = outline.mask(size);
      for (int i = 0; i < 200; i++) {
        int column = random.nextInt(16);
        int row = random.nextInt(130);
        assertThat(mask.at(column, row))
            .as("seed %d, round %d, %d,%d", seed, round, column, row)
            .isCloseTo(counted(x, y, column, row), within(column == 0 || column == 15 ? 40 : 14));
      }
    }
  }

  private static int counted(double[] x, double[] y, int column, int row) {
    int inside = 0;
    for (int i = 0; i < 400; i++) {
      double px = column + (i % 20 + 0.5) / 20;
      double py = row + (Math.floorDiv(i, 20) + 0.5) / 20;
      boolean any = false;
      for (int a = 0, b = 2; a < 3; b = a++) {
        if (y[a] > py != y[b] > py && px < (x[b] - x[a]) * (py - y[a]) / (y[b] - y[a]) + x[a]) {
          any = !any;
        }
      }
      inside += any ? 1 : 0;
    }
    return (int) Math.round(inside * 255 / 400.0);
  }
}
