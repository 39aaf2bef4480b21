package io.tintype.vips;

import io.tintype.imaging.ImageEngine;
import io.tintype.testkit.EngineContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Library.class)
class VipsEngineTest extends EngineContract {

  @Override
  public ImageEngine engine() {
    return Library.engine();
  }
}
