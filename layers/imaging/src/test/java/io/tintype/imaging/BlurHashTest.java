package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The expected texts were computed by Wolt's own `blurhash` for JavaScript from the same pixels.
/// Their largest wave is a positive one, because that program alone doesn't look at negative ones.
class BlurHashTest {

  @Test
  void onePlainColourIsItsMeanAlone() {
    assertThat(BlurHash.of(filled(8, 6, 0xFFFF0000), 1, 1)).isEqualTo("00TI:j");
    assertThat(BlurHash.of(filled(8, 6, 0xFF000000), 1, 1)).isEqualTo("000000");
  }

  @Test
  void agreesWithAnotherImplementation() {
    assertThat(BlurHash.of(gradient(32, 24), 4, 3)).isEqualTo("L;HoI7}0$9xHqBogjukBgxfkfQfj");
    assertThat(BlurHash.of(gradient(17, 31), 9, 9))
        .isEqualTo(
            "|@Hxy^}I,bxbwzxawzxasWqCogjukCjukCjukCjugefkfQfkfQfkfQfkfQo|oLjuj[jtj["
                + "jtj[jtg2fkfQfkfQfjfQfjfQozoLjuj[jtj[jtj[jtg2fkfQfjfQfjfQfjfQoyoLjuj[jt"
                + "j[jtj[jtg2fkfQfjfQfjfQfjfQ");
    assertThat(BlurHash.of(gradient(16, 16), 1, 5)).isEqualTo("a@Hx%NufgxtkgL");
  }

  @Test
  void transparencyCountsAsWhite() {
    assertThat(BlurHash.of(filled(4, 4, 0x00000000), 2, 2))
        .isEqualTo(BlurHash.of(filled(4, 4, 0xFFFFFFFF), 2, 2));
  }

  @Test
  void hasFourCharactersForTheMeanAndTwoForEveryWave() {
    for (int across = 1; across <= 9; across++) {
      for (int down = 1; down <= 9; down++) {
        assertThat(BlurHash.of(gradient(10, 10), across, down)).hasSize(4 + 2 * across * down);
      }
    }
  }

  @Test
  void refusesNoWavesAndTooMany() {
    assertThatThrownBy(() -> BlurHash.of(gradient(4, 4), 0, 3))
        .hasMessageStartingWith("Expected BlurHash components 1..9");
    assertThatThrownBy(() -> BlurHash.of(gradient(4, 4), 3, 10))
        .hasMessageStartingWith("Expected BlurHash components 1..9");
  }

  private static Raster gradient(int width, int height) {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 255 - 255 * x / (width - 1);
        int green = 255 - 255 * y / (height - 1);
        int blue = 255 - (x * 5 + y * 3) % 256;
        argb[y * width + x] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
    return new Raster(new Size(width, height), argb);
  }

  private static Raster filled(int width, int height, int color) {
    int[] argb = new int[width * height];
    Arrays.fill(argb, color);
    return new Raster(new Size(width, height), argb);
  }
}
