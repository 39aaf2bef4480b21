package io.tintype.imaging;

import static io.tintype.imaging.Rasters.argb;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DominantColorTest {

  @ParameterizedTest
  @ValueSource(ints = {0xFF000000, 0xFFFFFFFF, 0xFF0F1011, 0xFFC86432, 0xFF7F7F80})
  void isTheColourOfAFlatPicture(int colour) {
    assertThat(DominantColor.of(Rasters.flat(10, 7, colour)).hex())
        .isEqualTo(String.format("#%06x", colour & 0xFFFFFF));
  }

  @Test
  void isTheMostFrequentAndNotTheMeanColour() {
    Raster flag =
        Rasters.paint(90, 60, (x, _) -> x < 50 ? argb(255, 200, 20, 30) : argb(255, 20, 40, 160));
    assertThat(DominantColor.of(flag).hex()).isEqualTo("#c8141e");
  }

  @Test
  void prefersVividToGreyOfTheSameArea() {
    Raster half =
        Rasters.paint(80, 60, (x, _) -> x < 40 ? argb(255, 128, 128, 128) : argb(255, 0, 160, 60));
    assertThat(DominantColor.of(half).hex()).isEqualTo("#00a03c");
    Raster mostlyGrey =
        Rasters.paint(80, 60, (x, _) -> x < 60 ? argb(255, 128, 128, 128) : argb(255, 0, 160, 60));
    assertThat(DominantColor.of(mostlyGrey).hex()).isEqualTo("#808080");
  }

  @Test
  void doesNotSplitAColourOnTheBorderOfTwoCells() {
    var random = new Random(7);
    Raster noisy =
        Rasters.paint(
            60,
            60,
            (x, _) ->
                x < 36
                    ? argb(255, around(128, random), around(64, random), around(192, random))
                    : argb(255, 40, 40, 40));
    Color color = DominantColor.of(noisy);
    assertThat(color.red()).isBetween(126, 130);
    assertThat(color.green()).isBetween(62, 66);
    assertThat(color.blue()).isBetween(190, 194);
  }

  @Test
  void leavesOutWhatIsTransparent() {
    Raster logo =
        Rasters.paint(
            50, 50, (x, y) -> x < 10 && y < 10 ? argb(255, 250, 200, 0) : argb(20, 0, 0, 0));
    assertThat(DominantColor.of(logo)).isEqualTo(Color.opaque(250, 200, 0));
    assertThat(DominantColor.of(Rasters.flat(5, 5, 0))).isEqualTo(new Color(255, 255, 255, 0));
  }

  private static int around(int level, Random random) {
    return level - 5 + random.nextInt(11);
  }
}
