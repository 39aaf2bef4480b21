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
    "60, 100, 1, 60, 60",
    "200, 100, 1, 200, 200",
    "30, 101, 3, 35, 100",
  })
  void repeatsWholeMarksFromEdgeToEdge(int mark, int ground, int count, int step, int length) {
    assertThat(across(REPEAT, mark, ground)).isEqualTo(new Places(0, count, step, length));
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
