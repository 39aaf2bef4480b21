package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What template.yaml must keep to and no linter knows: the numbers that belong together, and that
/// a change of settings reaches the functions.
final class TemplateTest {

  private static final Map<String, Object> MAX_RECEIVES = Map.of("!Ref", "MaxReceives");

  /// In the guide's table of parameters; its table of alarms has two columns only.
  private static final Pattern PARAMETER_ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\|([^|]*)\\|[^|]*\\|$");

  private final Template template = Template.read();

  @Test
  void noMessageIsReceivedAgainWhileItsInvocationIsRetried() {
    int timeout = template.number("Resources", "RendererFunction", "Properties", "Timeout");
    int window = Integer.parseInt(mapping().getOrDefault("MaximumBatchingWindowInSeconds", 0) + "");

    assertThat(template.number("Resources", "RenderQueue", "Properties", "VisibilityTimeout"))
        .isGreaterThanOrEqualTo(6 * timeout + window);
  }

  @Test
  void anUploadIsTriedFiveTimesOrMore() {
    assertThat(template.number("Parameters", "MaxReceives", "MinValue")).isGreaterThanOrEqualTo(5);
    assertThat(template.number("Parameters", "MaxReceives", "Default")).isGreaterThanOrEqualTo(5);
  }

  @Test
  void troubleOfAQuarterOfAnHourMakesNoUploadGivenUpOrTooOld() {
    int receives = template.number("Parameters", "MaxReceives", "Default");
    long seconds = 0;
    for (int receive = 1; receive < receives; receive++) {
      seconds += Redelivery.backoff(receive).toSeconds();
    }

    assertThat(seconds)
        .isGreaterThan(900)
        .isLessThan(template.number("Parameters", "QueueAgeAlarmSeconds", "Default"));
  }

  @Test
  void theRendererKnowsWhichReceiveIsTheLast() {
    assertThat(
            template.at(
                "Resources", "RenderQueue", "Properties", "RedrivePolicy", "maxReceiveCount"))
        .isEqualTo(MAX_RECEIVES);
    assertThat(template.environment("RendererFunction"))
        .containsEntry("TINTYPE_MAX_RECEIVES", MAX_RECEIVES);
  }

  @Test
  void anImageThatCrashesTheRendererHarmsNoOther() {
    assertThat(mapping())
        .containsEntry("BatchSize", "1")
        .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"));
  }

  @Test
  void theRendererLearnsOfEveryWayInWhichOriginalsComeAndGo() {
    Object filter =
        Map.of(
            "S3Key",
            Map.of("Rules", List.of(Map.of("Name", "prefix", "Value", SourceBuckets.UPLOADS))));
    Object queue = Map.of("!GetAtt", "RenderQueue.Arn");
    List<Object> told = new ArrayList<>();
    for (String event :
        List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*", "s3:LifecycleExpiration:*")) {
      told.add(Map.of("Event", event, "Queue", queue, "Filter", filter));
    }

    assertThat(
            template.at(
                "Resources",
                "OriginalsBucket",
                "Properties",
                "NotificationConfiguration",
                "QueueConfigurations"))
        .isEqualTo(told);
  }

  @Test
  void anEventNeverOutlivesTheRecordOfItsUpload() {
    String[] queue = {"Resources", "RenderQueue", "Properties", "MessageRetentionPeriod"};
    String[] dead = {"Resources", "DeadLetterQueue", "Properties", "MessageRetentionPeriod"};

    assertThat(Duration.ofSeconds(template.number(queue) + template.number(dead)))
        .isLessThan(GrantUpload.FORGOTTEN_AFTER);
  }

  @Test
  void whatCannotBeMadeAgainOutlivesTheStack() {
    Set<String> stateful = new TreeSet<>(template.resources("AWS::S3::Bucket").keySet());
    stateful.addAll(template.resources("AWS::DynamoDB::Table").keySet());
    stateful.addAll(template.resources("AWS::SecretsManager::Secret").keySet());
    stateful.add("DeadLetterQueue");

    assertThat(stateful).hasSize(7);
    for (String resource : stateful) {
      for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
        assertThat(template.at("Resources", resource, policy)).as(resource).isEqualTo("Retain");
      }
    }
  }

  @Test
  void aChangeOfAnyParameterReachesTheRunningFunctions() {
    Set<String> written = template.parametersIn(template.at("Resources", "Settings", "Properties"));
    for (String function : template.functions()) {
      var properties = new LinkedHashMap<>(template.properties(function));
      Object description = properties.remove("VersionDescription");
      properties.remove("Events");

      assertThat(description).as(function).asString().contains("${Settings.VersionNumber}");
      var published = new TreeSet<>(written);
      published.addAll(template.parametersIn(String.valueOf(description)));
      var used = new TreeSet<>(template.parametersIn(properties));
      used.addAll(template.parametersIn(template.at("Globals", "Function")));
      used.add("BucketPrefix");
      assertThat(published)
          .as("%s: parameters that publish a version, and those it depends on", function)
          .isEqualTo(used);
    }
  }

  @Test
  void callersReachAFunctionThroughItsAlias() {
    Object alias = Map.of("!Ref", "PresignFunction.Alias");

    assertThat(template.at("Globals", "Function", "AutoPublishAlias")).isEqualTo("live");
    assertThat(template.at("Globals", "Function", "AutoPublishAliasAllProperties"))
        .isEqualTo("true");
    assertThat(template.at("Resources", "ApiIntegration", "Properties", "IntegrationUri"))
        .isEqualTo(alias);
    assertThat(template.at("Resources", "ApiPermission", "Properties", "FunctionName"))
        .isEqualTo(alias);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RendererFunction", "PresignFunction", "OnDemandFunction"})
  void functionsStayWithinLambdasLimits(String function) {
    List<Integer> memory = new ArrayList<>();
    if (template.properties(function).get("MemorySize") instanceof Map<?, ?> reference) {
      String parameter = String.valueOf(reference.get("!Ref"));
      for (String bound : List.of("MinValue", "Default", "MaxValue")) {
        memory.add(template.number("Parameters", parameter, bound));
      }
    } else {
      memory.add(template.number("Resources", function, "Properties", "MemorySize"));
    }

    assertThat(memory).allSatisfy(megabytes -> assertThat(megabytes).isBetween(128, 10_240));
    assertThat(template.number("Resources", function, "Properties", "Timeout")).isBetween(1, 900);
  }

  @Test
  void theApiAnswersBeforeApiGatewayGivesUp() {
    assertThat(template.number("Resources", "PresignFunction", "Properties", "Timeout"))
        .isLessThan(30);
  }

  @Test
  void functionsStartWithFewMallocArenas() {
    for (String function : template.functions()) {
      assertThat(template.environment(function))
          .as(function)
          .containsEntry("MALLOC_ARENA_MAX", "2");
    }
  }

  @Test
  void theDeploymentGuideListsEveryParameterWithItsDefault() throws IOException {
    String guide = Files.readString(Template.projectRoot().resolve("docs/deploy.md"));
    var listed = new TreeMap<String, String>();
    PARAMETER_ROW
        .matcher(guide)
        .results()
        .forEach(row -> listed.put(row.group(1), row.group(2).replace("`", "").strip()));

    var declared = new TreeMap<String, Object>();
    for (String parameter : Template.map(template.at("Parameters")).keySet()) {
      declared.put(parameter, template.at("Parameters", parameter, "Default"));
    }
    assertThat(listed).isEqualTo(declared);
  }

  /// A partition is written out only in what joins a list, which CloudFormation can't compute: once
  /// for each partition, with the condition between them.
  @Test
  void namesAPartitionOnlyWhereItCannotBeComputed() throws IOException {
    List<String> lines = Files.readAllLines(Template.projectRoot().resolve("template.yaml"));
    int found = 0;
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).contains("arn:aws:")) {
        assertThat(lines.get(at)).containsPattern("^ +- !Join \\[\"[^\"]*,arn:aws:s3:::\"");
        assertThat(lines.get(at - 1)).isEqualTo(lines.get(at).replace("arn:aws:", "arn:aws-cn:"));
        assertThat(lines.get(at - 2)).containsPattern("^ +- InChina$");
        found++;
      }
    }
    assertThat(found).isEqualTo(2);
  }

  private Map<String, Object> mapping() {
    return Template.map(
        template.at(
            "Resources", "RendererFunction", "Properties", "Events", "Uploads", "Properties"));
  }
}
