package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What template.yaml says about the code is true of the code.
final class TemplateCodeTest {

  private static final String OURS = "TINTYPE_";

  private final Template template = Template.read();

  @Test
  void everySettingCanBeMadeInTheTemplateAndNoneIsMadeUp() {
    var set = new TreeSet<String>();
    for (String function : template.functions()) {
      set.addAll(template.environment(function).keySet());
    }

    assertThat(set)
        .filteredOn(name -> name.startsWith(OURS))
        .containsExactlyInAnyOrderElementsOf(
            Settings.names().stream().filter(name -> name.startsWith(OURS)).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RendererFunction", "PresignFunction", "OnDemandFunction"})
  void theTemplatesDefaultsAreTheSettingsOwn(String function) throws IOException {
    assertThat(Settings.from(deployedWith("Default", function)))
        .isEqualTo(Settings.from(namesOfResources(function)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MinValue", "MaxValue"})
  void noNumberThatTheTemplateTakesKeepsAFunctionFromStarting(String bound) throws IOException {
    for (String function : template.functions()) {
      assertThat(Settings.from(deployedWith(bound, function))).as(function).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RendererFunction", "PresignFunction", "OnDemandFunction"})
  void handlersAreMethodsOfTheModuleThatIsDeployed(String function) throws IOException {
    String[] handler = String.valueOf(template.properties(function).get("Handler")).split("::", -1);
    String zip = String.valueOf(template.properties(function).get("CodeUri"));
    String module = zip.substring(0, zip.indexOf("/target/"));
    Path root = Template.projectRoot();

    Path source =
        root.resolve(module)
            .resolve("src/main/java")
            .resolve(handler[0].replace('.', '/') + ".java");
    assertThat(source).content().contains(" " + handler[1] + "(");
    assertThat(Files.readString(root.resolve("pom.xml")))
        .contains("<module>" + module + "</module>");
  }

  @Test
  void theMetricOfRetriesCountsWhatTheRendererLogs() throws IOException {
    Map<String, Object> filter =
        Template.map(template.at("Resources", "RetriesMetric", "Properties"));
    String phrase = String.valueOf(filter.get("FilterPattern")).replace("\"", "");
    Path door =
        Template.projectRoot()
            .resolve("functions/renderer/src/main/java/io/tintype/renderer/Messages.java");

    assertThat(filter).containsEntry("LogGroupName", Map.of("!Ref", "RendererLogs"));
    assertThat(Files.readString(door))
        .containsPattern("LOG\\.warn\\(\"[^\"]*" + phrase)
        .containsPattern("LOG\\.error\\(\"[^\"]*" + phrase);
    assertThat(template.at("Resources", "RetriesAlarm", "Properties", "MetricName"))
        .isEqualTo(
            Template.map(
                    ((List<?>) filter.getOrDefault("MetricTransformations", List.of())).getFirst())
                .get("MetricName"));
  }

  /// The function's environment when every parameter has its default, or its bound where there is
  /// one.
  private Map<String, String> deployedWith(String bound, String function) throws IOException {
    var environment = new HashMap<>(namesOfResources(function));
    template
        .environment(function)
        .forEach(
            (name, value) -> {
              if (value instanceof String written && name.startsWith(OURS)) {
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

  /// The variables that hold names of resources, with the names that the sample events use: what
  /// `sam local invoke` is given.
  private Map<String, String> namesOfResources(String function) throws IOException {
    String json = Files.readString(Template.projectRoot().resolve("events/environment.json"));
    Object file = new Load(LoadSettings.builder().build()).loadFromString(json);
    var names = new HashMap<String, String>();
    Template.map(Template.map(file).getOrDefault("Parameters", Map.of()))
        .forEach((name, value) -> names.put(name, value.toString()));
    names.keySet().retainAll(template.environment(function).keySet());
    return names;
  }
}
