package io.tintype.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Outcome;
import io.tintype.imaging.Size;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstPictureTest {

  @Test
  void goesTheWholeWay() {
    List<Outcome> outcomes = FirstPicture.render(new ThumbnailatorEngine());
    assertThat(outcomes)
        .hasSize(2)
        .allSatisfy(
            outcome -> {
              assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
              assertThat(((Outcome.Rendered) outcome).rendition().size())
                  .isEqualTo(new Size(16, 12));
            });
  }
}
