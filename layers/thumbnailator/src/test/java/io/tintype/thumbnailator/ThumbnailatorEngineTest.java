package io.tintype.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.ImageEngine;
import io.tintype.testkit.EngineContract;
import org.junit.jupiter.api.Test;

class ThumbnailatorEngineTest extends EngineContract {

  private static final ThumbnailatorEngine ENGINE = new ThumbnailatorEngine();

  @Override
  public ImageEngine engine() {
    return ENGINE;
  }

  @Test
  void readsWhatItHasReadersFor() {
    assertThat(ThumbnailatorEngine.READS).isEqualTo(Codecs.readable());
  }
}
