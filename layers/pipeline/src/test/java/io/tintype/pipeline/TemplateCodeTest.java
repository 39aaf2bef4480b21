package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What template.yaml says about the code is true of the code.
final class TemplateCodeTest {

  /// What has no default.
  private static final Map<String, String> REQUIRED =
      Map.of(
          "TINTYPE_ORIGINALS_BUCKET", "tintype-originals-123456789012-eu-west-1",
          "TINTYPE_DERIVATIVES_BUCKET", "tintype-derivatives-123456789012-eu-west-1",
          "TINTYPE_TABLE", "tintype-ImageTable-1B2C3D4E5F6G");

  private final Template template = Template.read();

  @Test
  void everySettingCanBeMadeInTheTemplateAndNoneIsMadeUp() {
    for (String function : template.functions()) {
      assertThat(template.environment(function).keySet())
          .as(function)
          .filteredOn(name -> name.startsWith("TINTYPE_"))
          .containsExactlyInAnyOrderElementsOf(
              Settings.names().stream().filter(name -> name.startsWith("TINTYPE_")).toList());
    }
  }

  @Test
  void theTemplatesDefaultsAreTheSettingsOwn() {
    assertThat(Settings.from(deployedWith("Default"))).isEqualTo(Settings.from(REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MinValue", "MaxValue"})
  void noNumberThatTheTemplateTakesKeepsAFunctionFromStarting(String bound) {
    assertThat(Settings.from(deployedWith(bound))).isNotNull();
  }

  /// The environment when every parameter has its default, or its bound where there is one.
  private Map<String, String> deployedWith(String bound) {
    var environment = new HashMap<>(REQUIRED);
    Map<String, Object> variables =
        Template.map(template.at("Globals", "Function", "Environment", "Variables"));
    variables.forEach(
        (name, value) -> {
          if (value instanceof String written && name.startsWith("TINTYPE_")) {
            environment.put(name, written);
          }
          for (String parameter : template.parametersIn(value)) {
            Map<String, Object> declared = Template.map(template.at("Parameters", parameter));
            Object given = declared.getOrDefault(bound, declared.getOrDefault("Default", ""));
            environment.put(name, given.toString());
          }
        });
    return environment;
  }
}
