package io.tintype.engines;

import io.tintype.imaging.ImageEngine;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.testkit.EngineContract;
import io.tintype.vips.VipsEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine as it is wired where libvips is there: every format of both engines.
@ExtendWith(HandingOverTest.NeedsLibrary.class)
class HandingOverTest extends EngineContract {

  private static final VipsEngine.Library LIBRARY =
      VipsEngine.load(List.of(Path.of("../vips/native/target/here")), 2);

  @Override
  public ImageEngine engine() {
    return Wired.ENGINE;
  }

  /// Loaded at the first test, which only runs where the library is.
  private static final class Wired {
    static final ImageEngine ENGINE = Engines.choose(EngineChoice.VIPS, () -> LIBRARY);
  }

  /// Skipped, with the reason, without libvips; a failure where the environment says `CI=true`.
  static final class NeedsLibrary implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return switch (LIBRARY) {
        case VipsEngine.Library.Loaded(_, String version) ->
            ConditionEvaluationResult.enabled("libvips " + version);
        case VipsEngine.Library.Missing(String cause) ->
            "true".equals(System.getenv("CI"))
                ? ConditionEvaluationResult.enabled("CI is set, so this has to fail: " + cause)
                : ConditionEvaluationResult.disabled("skipped: " + cause);
      };
    }
  }
}
