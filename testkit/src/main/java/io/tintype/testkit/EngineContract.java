package io.tintype.testkit;

import static io.tintype.testkit.PictureAssert.assertThatPicture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every [ImageEngine] must hold to. The test of an engine extends this class and says which
/// engine it is; what an engine says it can't do in its capabilities is not asked of it.
@Timeout(300)
public abstract class EngineContract
    implements DecodingContract,
        GeometryContract,
        OutputContract,
        AnimationContract,
        EditContract,
        ToneContract,
        DetailContract,
        EncodingContract,
        KeepContract,
        BlendContract,
        DrawingContract,
        JoiningContract,
        PlacingContract,
        MeasuringContract,
        PlanningContract,
        DamageContract {

  /// The engine under test; the same one every time.
  @Override
  public abstract ImageEngine engine();

  @Test
  protected void saysWhatItCanDo() {
    assertThat(engine().name()).matches("[a-z]+");
    assertThat(engine().capabilities().writes())
        .contains(Format.JPEG, Format.PNG)
        .containsAll(engine().capabilities().animates());
  }

  @Test
  protected void worksForSeveralThreadsAtOnce() throws Exception {
    byte[] file = Fixtures.gradientPng(new Size(300, 200));
    Picture expected = see(file, draft(file).scaled(90, 60));
    List<Callable<Picture>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(() -> see(file, draft(file).scaled(90, 60)));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Picture> picture : threads.invokeAll(calls)) {
        assertThatPicture(picture.get()).looksLike(expected);
      }
    }
  }
}
