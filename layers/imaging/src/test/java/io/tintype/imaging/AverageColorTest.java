package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AverageColorTest {

  @Test
  void weighsColoursByTheirAlpha() {
    assertThat(AverageColor.of(raster(0xFF102030, 0xFF304050)))
        .isEqualTo(Color.opaque(0x20, 0x30, 0x40));
    assertThat(AverageColor.of(raster(0xFF646464, 0x00FFFFFF)))
        .isEqualTo(Color.opaque(100, 100, 100));
    assertThat(AverageColor.of(raster(0x80FF0000, 0x400000FF))).isEqualTo(Color.opaque(170, 0, 85));
  }

  @Test
  void isWhiteOfNoAlphaWhereNothingIsSeen() {
    assertThat(AverageColor.of(raster(0x00112233, 0))).isEqualTo(new Color(255, 255, 255, 0));
  }

  private static Raster raster(int left, int right) {
    return new Raster(new Size(2, 1), new int[] {left, right});
  }
}
