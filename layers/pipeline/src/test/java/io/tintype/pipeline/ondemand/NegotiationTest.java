package io.tintype.pipeline.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Format;
import io.tintype.imaging.Orientation;
import io.tintype.imaging.Size;
import io.tintype.imaging.SourceInfo;
import io.tintype.requests.Accepted;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  private static final Capabilities ENGINE =
      new Capabilities(
          Set.of(Format.values()),
          Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.AVIF, Format.TIFF),
          Set.of(Format.GIF, Format.WEBP),
          Set.of());

  @ParameterizedTest
  @CsvSource({
    // both switched on
    "true, true, AVIF, JPEG, false, 1, AVIF",
    "true, true, WEBP, JPEG, false, 1, WEBP",
    "true, true, ANY, JPEG, false, 1, JPEG",
    "true, true, ANY, WEBP, false, 1, JPEG",
    "true, true, ANY, WEBP, true, 1, PNG",
    "true, true, ANY, AVIF, true, 1, PNG",
    "true, true, ANY, HEIF, false, 1, JPEG",
    "true, true, ANY, SVG, true, 1, PNG",
    "true, true, ANY, TIFF, false, 1, JPEG",
    "true, true, WEBP, AVIF, false, 1, WEBP",
    // animations stay animations
    "true, true, AVIF, GIF, true, 9, WEBP",
    "true, true, ANY, GIF, true, 9, GIF",
    "true, true, ANY, WEBP, true, 9, GIF",
    "false, true, AVIF, GIF, true, 9, GIF",
    // one switched on
    "true, false, AVIF, JPEG, false, 1, WEBP",
    "false, true, WEBP, JPEG, false, 1, JPEG",
    // none: nobody has looked at the Accept header, so the source's own
    "false, false, ANY, WEBP, false, 1, WEBP",
    "false, false, ANY, TIFF, false, 1, JPEG",
    "false, false, AVIF, PNG, true, 1, PNG"
  })
  void choosesWhatTheViewerTakesAndTheSettingsAllow(
      boolean webp,
      boolean avif,
      Accepted accepted,
      Format source,
      boolean alpha,
      int frames,
      Format expected) {
    var info =
        new SourceInfo(
            source, new Size(40, 30), Orientation.TOP_LEFT, frames, alpha, frames > 1, 1_000);

    assertThat(new Negotiation(webp, avif, ENGINE).candidates(accepted, info).getFirst())
        .isEqualTo(expected);
  }

  @Test
  void leavesAvifToPicturesThatAreSoonEncoded() {
    assertThat(Negotiation.bears(Format.AVIF, new Size(4_000, 2_000))).isTrue();
    assertThat(Negotiation.bears(Format.AVIF, new Size(4_000, 2_001))).isFalse();
    assertThat(Negotiation.bears(Format.WEBP, new Size(8_000, 8_000))).isTrue();
  }

  @Test
  void takesNoFormatThatTheEngineLacks() {
    var small =
        new Capabilities(Set.of(Format.JPEG), Set.of(Format.JPEG, Format.PNG), Set.of(), Set.of());
    var moving =
        new SourceInfo(Format.GIF, new Size(40, 30), Orientation.TOP_LEFT, 9, true, true, 1_000);

    assertThat(new Negotiation(true, true, small).candidates(Accepted.AVIF, moving))
        .containsExactly(Format.PNG);
  }
}
