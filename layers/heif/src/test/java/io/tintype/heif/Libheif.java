package io.tintype.heif;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips tests, with the reason, where libheif is not installed.
final class Libheif implements ExecutionCondition {

  private static final HeifDecoder.Library LIBRARY = HeifDecoder.load();

  static HeifDecoder decoder() {
    return switch (LIBRARY) {
      case HeifDecoder.Library.Loaded(HeifDecoder decoder, _) -> decoder;
      case HeifDecoder.Library.Missing(String cause) -> throw new AssertionError(cause);
    };
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (LIBRARY) {
      case HeifDecoder.Library.Loaded(_, String version) ->
          ConditionEvaluationResult.enabled("libheif " + version);
      case HeifDecoder.Library.Missing(String cause) ->
          ConditionEvaluationResult.disabled("skipped: " + cause);
    };
  }
}
