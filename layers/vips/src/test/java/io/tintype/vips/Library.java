package io.tintype.vips;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The library that the build has fetched for this machine. Tests that need it are skipped, with
/// the reason, where there is none; where the environment says `CI=true` they fail instead.
final class Library implements ExecutionCondition {

  private static final String SEE = "; the build's line [vips] says why";

  private static final VipsEngine.Library LOADED =
      VipsEngine.load(List.of(Path.of("native/target/here")), 2);

  static VipsEngine engine() {
    return switch (LOADED) {
      case VipsEngine.Library.Loaded(VipsEngine engine, _) -> engine;
      case VipsEngine.Library.Missing(String cause) -> throw new AssertionError(cause + SEE);
    };
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (LOADED) {
      case VipsEngine.Library.Loaded(_, String version) ->
          ConditionEvaluationResult.enabled("libvips " + version);
      case VipsEngine.Library.Missing(String cause) ->
          "true".equals(System.getenv("CI"))
              ? ConditionEvaluationResult.enabled("CI is set, so this has to fail: " + cause + SEE)
              : ConditionEvaluationResult.disabled("skipped: " + cause + SEE);
    };
  }
}
