package io.tintype.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void keepsUpTo255ColoursExactly() {
    int[] pixels = IntStream.range(0, 255).map(i -> 0xFF000000 | (i * 65_793 ^ 0x1234)).toArray();
    assertThat(restored(pixels)).containsExactly(pixels);
  }

  @Test
  void showsManyColoursNearly() {
    int[] pixels = new Random(3).ints(20_000).map(pixel -> pixel | 0xFF000000).toArray();
    double error = 0;
    int[] restored = restored(pixels);
    for (int i = 0; i < pixels.length; i++) {
      for (int shift : new int[] {0, 8, 16}) {
        error += Math.abs(((pixels[i] >> shift) & 255) - ((restored[i] >> shift) & 255));
      }
    }
    assertThat(error / pixels.length / 3).isLessThan(20);
  }

  @Test
  void showsASmoothGradientInManySteps() {
    int[] pixels =
        IntStream.range(0, 1000)
            .map(i -> 0xFF0000FF | (i * 255 / 999) << 16 | (i / 4) << 8)
            .toArray();
    assertThat(IntStream.of(restored(pixels)).distinct().count()).isGreaterThan(60);
  }

  @Test
  void partsTransparencyFromColoursAtOneHalf() {
    byte[] indices =
        Palette.of(new int[] {0xFF102030, 0x7F102030})
            .indices(new int[] {0x80102030, 0x7F102030, 0});
    assertThat(indices[0]).isZero();
    assertThat(indices[1] & 255).isEqualTo(Palette.TRANSPARENT);
    assertThat(indices[2] & 255).isEqualTo(Palette.TRANSPARENT);
  }

  private static int[] restored(int[] pixels) {
    Palette palette = Palette.of(pixels);
    int[] entries = palette.entries();
    byte[] indices = palette.indices(pixels);
    return IntStream.range(0, pixels.length)
        .map(i -> 0xFF000000 | entries[indices[i] & 255])
        .toArray();
  }
}
