package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NinePatchTest {

  private static final int BLACK = 0xFF000000;

  private static final Size SIZE = new Size(9, 12);

  @Test
  void readsTheBorderFromTheLastRowAndColumn() {
    int[] argb = new int[9 * 12];
    argb[11 * 9 + 3] = BLACK;
    argb[11 * 9 + 6] = BLACK;
    argb[6 * 9 + 8] = BLACK;

    assertThat(NinePatch.padding(new Raster(SIZE, argb)))
        .contains(new Geometry.Pad(2, 5, 1, 4, Color.WHITE));
  }

  @Test
  void wantsNoBorderWithoutMarksOrWithMarksAllAlong() {
    int[] argb = new int[9 * 12];
    assertThat(NinePatch.padding(new Raster(SIZE, argb))).isEmpty();

    for (int x = 1; x < 8; x++) {
      argb[11 * 9 + x] = BLACK;
    }
    assertThat(NinePatch.padding(new Raster(SIZE, argb))).isEmpty();
  }

  @Test
  void takesNoMarkFromTheCorners() {
    int[] argb = new int[9 * 12];
    argb[11 * 9] = BLACK;
    argb[11 * 9 + 8] = BLACK;
    argb[8] = BLACK;

    assertThat(NinePatch.padding(new Raster(SIZE, argb))).isEmpty();
    assertThat(NinePatch.padding(new Raster(new Size(1, 1), new int[] {BLACK}))).isEmpty();
  }
}
