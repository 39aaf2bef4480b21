package io.tintype.imaging;

import static io.tintype.imaging.Rasters.argb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {

  private static final int GREY = argb(255, 150, 150, 150);

  @ParameterizedTest
  @CsvSource({"0, 0", "80, 0", "0, 56", "80, 56", "40, 28", "0, 28", "40, 0", "80, 28", "40, 56"})
  void findsAVividDetailedPatchAnywhere(int left, int top) {
    Raster picture =
        Rasters.paint(
            100,
            75,
            (x, y) ->
                inPatch(x, y, left, top, 20)
                    ? ((x / 2 + y / 2) % 2 == 0 ? argb(255, 230, 40, 20) : argb(255, 20, 60, 200))
                    : GREY);
    assertInside(Attention.of(picture, new Size(4000, 3000)), left * 40, top * 40, 800);
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "80, 10", "10, 80", "80, 80"})
  void findsDetailWithoutColour(int left, int top) {
    Raster picture =
        Rasters.paint(
            120,
            120,
            (x, y) ->
                inPatch(x, y, left, top, 30) && (x / 2 + y / 2) % 2 == 0
                    ? argb(255, 40, 40, 40)
                    : GREY);
    assertInside(Attention.of(picture, new Size(120, 120)), left, top, 30);
  }

  @Test
  void prefersSkinToOtherDetail() {
    var random = new Random(3);
    Raster picture =
        Rasters.paint(
            128,
            96,
            (x, y) -> {
              int shade = random.nextInt(50);
              if (inPatch(x, y, 90, 30, 30)) {
                return argb(255, 225 - shade, 172 - shade * 3 / 4, 134 - shade * 3 / 5);
              }
              return inPatch(x, y, 10, 30, 30)
                  ? argb(255, 160 - shade, 170 - shade, 165 - shade)
                  : GREY;
            });
    assertInside(Attention.of(picture, new Size(128, 96)), 90, 30, 30);
  }

  @Test
  void takesTheMiddleOfAPictureWithoutADistinctPart() {
    for (int colour : new int[] {0, 0xFF000000, 0xFFFFFFFF, 0xFF3366CC}) {
      Findings.Point point = Attention.of(Rasters.flat(90, 60, colour), new Size(900, 600));
      assertThat(point.x()).isCloseTo(450, within(20.0));
      assertThat(point.y()).isCloseTo(300, within(20.0));
    }
  }

  @Test
  void leavesOutWhatIsTransparent() {
    Raster picture =
        Rasters.paint(
            100,
            100,
            (x, y) -> {
              int check = (x + y) % 2 == 0 ? 0x00FF0000 : 0x0000FFFF;
              return x < 50 ? check : inPatch(x, y, 70, 70, 20) ? 0xFF000000 | check : GREY;
            });
    assertInside(Attention.of(picture, new Size(100, 100)), 70, 70, 20);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 100", "100, 1", "33, 7", "32, 32", "250, 31"})
  void givesAPlaceInThePictureForEverySize(int width, int height) {
    var random = new Random(11);
    Raster picture = Rasters.paint(width, height, (_, _) -> random.nextInt());
    Findings.Point point = Attention.of(picture, new Size(640, 480));
    assertThat(point.x()).isBetween(0.0, 640.0);
    assertThat(point.y()).isBetween(0.0, 480.0);
    assertThat(Attention.of(picture, new Size(640, 480))).isEqualTo(point);
  }

  private static boolean inPatch(int x, int y, int left, int top, int side) {
    return x >= left && x < left + side && y >= top && y < top + side;
  }

  private static void assertInside(Findings.Point point, double left, double top, double side) {
    assertThat(point.x()).isBetween(left, left + side);
    assertThat(point.y()).isBetween(top, top + side);
  }
}
