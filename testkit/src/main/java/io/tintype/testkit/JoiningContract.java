package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing.JoinChannels;
import io.tintype.imaging.Drawing.JoinChannels.Joined;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Channels of several pictures as those of one.
interface JoiningContract extends EngineUnderTest {

  Size SIDES = new Size(40, 30);
  Joined GREY_1 = new Joined.Picture("grey 1");
  Joined GREY_2 = new Joined.Picture("grey 2");
  Joined COLOURS = new Joined.Picture("colours");
  Joined PLANE = new Joined.Plane(SIDES, Color.opaque(11, 22, 33), /* alpha= */ false);
  Joined VEIL = new Joined.Plane(SIDES, new Color(11, 22, 33, 144), /* alpha= */ true);

  /// What the nth channel of a pixel is said to be, 0..255.
  private static int level(int channel, int x, int y) {
    return (x * (3 + channel) + y * (7 - channel) + 41 * channel) & 255;
  }

  /// @param first of the channels that it shows
  private static byte[] drawn(int type, int first) {
    var image = new BufferedImage(SIDES.width(), SIDES.height(), type);
    for (int y = 0; y < SIDES.height(); y++) {
      for (int x = 0; x < SIDES.width(); x++) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
          int level = band == 3 ? 255 : level(first + band, x, y);
          image.getRaster().setSample(x, y, band, level);
        }
      }
    }
    return Fixtures.png(image);
  }

  /// Channel 0, 1, and 2 to 4.
  private static Map<String, Source> pictures() {
    return Map.of(
        "grey 1", Source.of(drawn(BufferedImage.TYPE_BYTE_GRAY, 1)),
        "grey 2", Source.of(drawn(BufferedImage.TYPE_BYTE_GRAY, 5)),
        "colours", Source.of(drawn(BufferedImage.TYPE_INT_RGB, 2)));
  }

  /// @param expected what red, green, blue and alpha are: the number of a channel, or the level
  ///     itself below 0
  private void assertJoined(int type, JoinChannels join, int... expected) {
    byte[] file = drawn(type, 0);
    Picture picture = see(render(file, draft(file).edits(planned(file, join)), pictures()));
    int[] argb = new int[Math.toIntExact(SIDES.pixels())];
    for (int i = 0; i < argb.length; i++) {
      int x = i % SIDES.width();
      int y = i / SIDES.width();
      int[] levels = {0, 0, 0, 255};
      for (int channel = 0; channel < expected.length; channel++) {
        int said = expected[channel];
        levels[channel] = said < 0 ? -said : level(said, x, y);
      }
      argb[i] = levels[3] << 24 | levels[0] << 16 | levels[1] << 8 | levels[2];
    }
    assertThatPicture(picture).looksLike(new Picture(SIDES, argb));
  }

  /// As a planner has it.
  private JoinChannels planned(byte[] file, JoinChannels join) {
    var stored = inspect(file).channels();
    return new JoinChannels(
        join.grey() || stored.grey(), join.alpha() && stored.alpha(), join.others());
  }

  private static JoinChannels join(Joined... others) {
    return new JoinChannels(/* grey= */ false, /* alpha= */ true, List.of(others));
  }

  @Test
  default void joinsGreysToColoursAndAlpha() {
    int grey = BufferedImage.TYPE_BYTE_GRAY;
    assertJoined(grey, join(GREY_1), 0, 0, 0, 1);
    assertJoined(grey, join(GREY_1, GREY_2), 0, 1, 5);
    assertJoined(grey, join(GREY_1, GREY_2, GREY_1), 0, 1, 5, 1);
    assertJoined(grey, join(COLOURS), 0, 2, 3, 4);
    assertJoined(grey, join(PLANE), 0, -11, -22, -33);
  }

  @Test
  default void joinsAlphaToColoursAndLeavesTheRestOut() {
    int rgb = BufferedImage.TYPE_INT_RGB;
    assertJoined(rgb, join(GREY_1), 0, 1, 2, 1);
    assertJoined(rgb, join(GREY_2, GREY_1, GREY_1), 0, 1, 2, 5);
    assertJoined(rgb, join(COLOURS), 0, 1, 2, 2);
    assertJoined(rgb, join(VEIL), 0, 1, 2, -11);
  }

  @Test
  default void keepsTheAlphaThatThereIsAlsoWhereItIsOpaque() {
    assertJoined(BufferedImage.TYPE_INT_ARGB, join(GREY_1), 0, 1, 2, -255);
    var flattened = new JoinChannels(/* grey= */ false, /* alpha= */ false, List.of(GREY_2));
    assertJoined(BufferedImage.TYPE_INT_ARGB, flattened, 0, 1, 2, 5);
  }

  @Test
  default void joinsToWhatHasBeenMadeGrey() {
    var greyed = new JoinChannels(/* grey= */ true, /* alpha= */ true, List.of(GREY_1, GREY_2));
    assertJoined(BufferedImage.TYPE_INT_RGB, greyed, 0, 1, 5);
    var withAlpha = new JoinChannels(/* grey= */ true, /* alpha= */ true, List.of(GREY_1));
    assertJoined(BufferedImage.TYPE_INT_ARGB, withAlpha, 0, -255, 1);
    assertJoined(BufferedImage.TYPE_BYTE_GRAY, join(VEIL), 0, -11, -22, -33);
    var fourth = new JoinChannels(true, true, List.of(GREY_1, VEIL));
    assertJoined(BufferedImage.TYPE_INT_RGB, fourth, 0, 1, -11, -22);
  }

  @Test
  default void refusesToJoinPicturesOfTwoSizes() {
    byte[] file = Fixtures.png(new Size(64, 49));
    List<Plan> plans = new ArrayList<>();
    plans.add(draft(file).edits(join(GREY_1)).plan());
    Outcome outcome = outcomes(file, plans, pictures()).getFirst();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.failure().reason()).isEqualTo(Reason.BAD_REQUEST);
              assertThat(failed.failure()).hasMessageContaining("grey 1 to be as large as");
              assertThat(failed.failure()).hasMessageContaining("40x30");
            });
  }
}
