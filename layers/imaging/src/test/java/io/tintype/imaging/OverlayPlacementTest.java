package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.OverlayPlacement.Places;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayPlacementTest {

  private static final Offset CENTER = new Offset.Center();
  private static final Offset REPEAT = new Offset.Repeat();

  @ParameterizedTest
  @CsvSource({
    "pixels, 7, 7",
    "pixels, -7, 73",
    "percent, 10, 10",
    "percent, -10, 70",
    "pixels, 150, 150",
  })
  void countsFromTheNearOrTheFarEdge(String unit, int value, int first) {
    Offset offset = unit.equals("pixels") ? new Offset.Pixels(value) : new Offset.Percent(value);

    assertThat(across(offset, 20, 100)).isEqualTo(new Places(first, 1, 20, 20));
  }

  @ParameterizedTest
  @CsvSource({"20, 100, 40", "20, 101, 40", "30, 10, -10"})
  void centres(int mark, int ground, int first) {
    assertThat(across(CENTER, mark, ground).first()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    // mark, ground, count, step, length
    "30, 100, 3, 35, 100",
    "50, 100, 2, 50, 100",
    "100, 100, 1, 100, 100",
    "200, 100, 1, 200, 200",
    "30, 101, 3, 35, 100",
  })
  void repeatsWholeMarksFromEdgeToEdge(int mark, int ground, int count, int step, int length) {
    assertThat(across(REPEAT, mark, ground)).isEqualTo(new Places(0, count, step, length));
  }

  @Test
  void cutsASecondMarkOffWhereOnlyOneFits() {
    assertThat(across(REPEAT, 60, 100)).isEqualTo(new Places(0, 2, 70, 130));
  }

  @ParameterizedTest
  @CsvSource({
    // mark, width, height of the ground, count and step across, count and step down
    "10, 100, 100, 10, 10, 10, 10",
    "10, 101, 110, 6, 18, 6, 20",
    "10, 1010, 20, 6, 200, 2, 10",
    "10, 2000, 15, 6, 398, 2, 5",
  })
  void thinsAMosaicOfMoreThanAHundred(
      int mark, int width, int height, int across, int stepAcross, int down, int stepDown) {
    var watermark =
        new Drawing.Watermark("m", REPEAT, REPEAT, 0, Optional.empty(), Optional.empty());

    OverlayPlacement placement =
        OverlayPlacement.of(watermark, new Size(mark, mark), new Size(width, height));

    assertThat(placement.across().count()).isEqualTo(across);
    assertThat(placement.across().step()).isEqualTo(stepAcross);
    assertThat(placement.down().count()).isEqualTo(down);
    assertThat(placement.down().step()).isEqualTo(stepDown);
  }

  @Test
  void repeatsAsOftenAsFitsAlongOneAxis() {
    assertThat(across(REPEAT, 10, 2000).count()).isEqualTo(200);
  }

  @Test
  void fitsTheMarkIntoItsRatiosAndKeepsItsProportions() {
    var watermark = new Drawing.Watermark("m", CENTER, CENTER, 0, Optional.of(50), Optional.of(10));

    OverlayPlacement placement =
        OverlayPlacement.of(watermark, new Size(40, 20), new Size(200, 100));

    assertThat(placement.mark()).isEqualTo(new Size(20, 10));
  }

  @Test
  void refusesAMarkThatARatioMakesEnormous() {
    var watermark =
        new Drawing.Watermark("m", CENTER, CENTER, 0, Optional.of(100), Optional.empty());

    assertThatThrownBy(
            () -> OverlayPlacement.of(watermark, new Size(1, 8000), new Size(8000, 8000)))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("8000x64000000");
  }

  private static Places across(Offset offset, int mark, int ground) {
    var watermark =
        new Drawing.Watermark("m", offset, CENTER, 0, Optional.empty(), Optional.empty());
    return OverlayPlacement.of(watermark, new Size(mark, 10), new Size(ground, 100)).across();
  }
}
