package io.tintype.thumbnailator;

import io.tintype.imaging.ImageEngine;
import io.tintype.testkit.EngineContract;

class ThumbnailatorEngineTest extends EngineContract {

  private static final ThumbnailatorEngine ENGINE = new ThumbnailatorEngine();

  @Override
  public ImageEngine engine() {
    return ENGINE;
  }
}
