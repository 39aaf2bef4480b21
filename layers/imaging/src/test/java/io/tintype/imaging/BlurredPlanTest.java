package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A blur that hides what a picture shows, also from those who look at its parts.
class BlurredPlanTest {

  private static final Edit BEFORE = new Tone.Greyscale();

  /// Sides of the stored original, crop and result, and the sigma that 10 becomes.
  @ParameterizedTest
  @CsvSource({
    // whole, small
    "800, 600, 800, 600, 400, 300, 10",
    "800, 600, 800, 600, 1000, 750, 10",
    // whole, large
    "4000, 3000, 4000, 3000, 4000, 3000, 40",
    "3000, 4000, 3000, 4000, 1500, 2000, 20",
    // parts, as large as in the original
    "4000, 3000, 500, 500, 500, 500, 40",
    // parts, enlarged
    "1000, 800, 100, 100, 500, 500, 50",
    "1000, 800, 100, 100, 100, 900, 72"
  })
  void isWiderWhereMoreCouldBeMadeOut(
      int width, int height, int cutX, int cutY, int resultX, int resultY, double sigma) {
    Plan plan =
        plan(
            new Size(width, height),
            new Size(cutX, cutY),
            new Size(resultX, resultY),
            Orientation.TOP_LEFT);

    assertThat(plan.blurred(10).edits()).isEqualTo(List.<Edit>of(BEFORE, new Detail.Blur(sigma)));
  }

  @Test
  void hidesInSquaresWhatNoBlurIsWideEnoughFor() {
    Plan plan =
        plan(new Size(4000, 3000), new Size(20, 20), new Size(8000, 8000), Orientation.TOP_LEFT);

    assertThat(plan.blurred(10).edits())
        .isEqualTo(List.of(BEFORE, new Detail.Pixelate(8_000), new Detail.Blur(150)));
  }

  @Test
  void hidesInSeveralSquaresWhereThereIsRoomForThem() {
    Plan plan =
        plan(new Size(4000, 3000), new Size(400, 400), new Size(8000, 8000), Orientation.TOP_LEFT);

    assertThat(plan.blurred(10).edits())
        .isEqualTo(List.of(BEFORE, new Detail.Pixelate(800), new Detail.Blur(150)));
  }

  @Test
  void countsInThePictureAsItIsSeen() {
    Plan plan =
        plan(
            new Size(4000, 1000),
            new Size(1000, 4000),
            new Size(500, 4000),
            Orientation.LEFT_BOTTOM);

    assertThat(plan.blurred(10).edits()).isEqualTo(List.<Edit>of(BEFORE, new Detail.Blur(40)));
    assertThat(plan.blurred(10).result()).isEqualTo(plan.result());
  }

  private static Plan plan(Size stored, Size cut, Size result, Orientation orientation) {
    return new Plan(
        new SourceInfo(Format.JPEG, stored, orientation, 1, false, false, 1_000),
        0,
        1,
        0,
        new Box(0, 0, cut.width(), cut.height()),
        result,
        Flips.NONE,
        List.of(BEFORE),
        new Output(Optional.empty(), Optional.empty(), Optional.empty(), Color.opaque(0, 0, 0)),
        Format.JPEG,
        result);
  }
}
