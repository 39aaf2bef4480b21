package io.tintype.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;

/// What every part of the [EngineContract] stands on: the engine and short ways to use it.
interface EngineUnderTest {

  ImageEngine engine();

  default SourceInfo inspect(byte[] file) {
    return engine().inspect(Source.of(file), Limits.DEFAULT);
  }

  default PlanDraft draft(byte[] file) {
    return PlanDraft.of(inspect(file));
  }

  default List<Outcome> outcomes(byte[] file, List<Plan> plans, Map<String, Source> operands) {
    try (OpenImage image = engine().open(Source.of(file), plans.getFirst().source())) {
      return image.render(plans, operands);
    }
  }

  default Rendition render(byte[] file, PlanDraft draft) {
    return render(file, draft, Map.of());
  }

  default Rendition render(byte[] file, PlanDraft draft, Map<String, Source> operands) {
    Plan plan = draft.plan();
    Rendition rendition = rendition(outcomes(file, List.of(plan), operands).getFirst());
    assertThat(rendition.size()).isEqualTo(plan.result());
    assertThat(rendition.format()).isEqualTo(plan.format());
    return rendition;
  }

  default Picture see(byte[] file, PlanDraft draft) {
    return see(render(file, draft));
  }

  /// Decoded by the JDK where it can, else by the engine itself.
  default Picture see(Rendition rendition) {
    if (Set.of(Format.JPEG, Format.PNG, Format.GIF).contains(rendition.format())) {
      return Picture.decode(rendition.bytes());
    }
    return see(rendition.bytes(), draft(rendition.bytes()));
  }

  default void assumeWrites(Format format) {
    Assumptions.assumeTrue(
        engine().capabilities().writes().contains(format),
        () -> engine().name() + " doesn't write " + format + " here");
  }

  static Rendition rendition(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rendered(Rendition rendition) -> rendition;
      case Outcome.Failed(TintypeException failure) -> throw failure;
    };
  }

  static Reason refusal(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(TintypeException.class).message().isNotBlank();
    return ((TintypeException) thrown).reason();
  }
}
