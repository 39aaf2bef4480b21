package io.tintype.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurningTest {

  private static final Size STORED = new Size(5, 3);

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void seesTheSamePixelsInABoxAsInItsStoredCounterpart(Orientation orientation) {
    for (int turns = 0; turns < 4; turns++) {
      Turning turning = Turning.of(STORED, orientation, turns);
      Size seen = turning.turns() % 2 == 0 ? STORED : STORED.turned();
      int[] turned = turning.seen(numbered(), STORED);
      for (int y = 0; y < seen.height(); y++) {
        for (int x = 0; x < seen.width(); x++) {
          Box stored = turning.stored(new Box(x, y, 1, 1));
          assertThat(turned[y * seen.width() + x])
              .isEqualTo(stored.top() * STORED.width() + stored.left());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void findsABoxAgain(Orientation orientation) {
    Turning turning = Turning.of(STORED, orientation, 0);
    Box box = orientation.quarterTurns() % 2 == 0 ? new Box(1, 0, 3, 2) : new Box(0, 1, 2, 3);
    assertThat(turning.seen(turning.stored(box))).isEqualTo(box);
    assertThat(turning.stored(box).size()).isEqualTo(turning.stored(box.size()));
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void putsTheFirstStoredPixelWhereExifSays(Orientation orientation) {
    Turning turning = Turning.of(STORED, orientation, 0);
    Size seen = orientation.apply(STORED);
    Box first = turning.seen(new Box(0, 0, 1, 1));
    boolean right =
        switch (orientation) {
          case TOP_LEFT, BOTTOM_LEFT, LEFT_TOP, LEFT_BOTTOM -> false;
          case TOP_RIGHT, BOTTOM_RIGHT, RIGHT_TOP, RIGHT_BOTTOM -> true;
        };
    boolean bottom =
        switch (orientation) {
          case TOP_LEFT, TOP_RIGHT, LEFT_TOP, RIGHT_TOP -> false;
          case BOTTOM_RIGHT, BOTTOM_LEFT, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
        };
    assertThat(first)
        .isEqualTo(new Box(right ? seen.width() - 1 : 0, bottom ? seen.height() - 1 : 0, 1, 1));
  }

  private static int[] numbered() {
    int[] pixels = new int[(int) STORED.pixels()];
    Arrays.setAll(pixels, i -> i);
    return pixels;
  }
}
