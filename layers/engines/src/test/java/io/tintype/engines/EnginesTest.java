package io.tintype.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.vips.VipsEngine;
import org.junit.jupiter.api.Test;

class EnginesTest {

  private static final VipsEngine.Library MISSING =
      new VipsEngine.Library.Missing("There is no libvips-cpp in /opt/lib");

  @Test
  void takesThumbnailatorWhereVipsIsMissing() {
    assertThat(Engines.choose(EngineChoice.AUTO, () -> MISSING).name()).isEqualTo("thumbnailator");
  }

  @Test
  void refusesToStartWithoutTheEngineThatIsAskedFor() {
    assertThatThrownBy(() -> Engines.choose(EngineChoice.VIPS, () -> MISSING))
        .hasMessageContaining("TINTYPE_ENGINE")
        .hasMessageContaining("There is no libvips-cpp in /opt/lib");
  }

  @Test
  void doesNotLookForVipsWhereThumbnailatorIsAskedFor() {
    assertThat(
            Engines.choose(
                    EngineChoice.THUMBNAILATOR,
                    () -> {
                      throw new AssertionError("looked for vips");
                    })
                .name())
        .isEqualTo("thumbnailator");
  }
}
