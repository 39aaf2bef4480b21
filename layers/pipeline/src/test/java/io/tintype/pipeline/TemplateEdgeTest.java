package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What template.yaml must keep to about the CDN and the function behind it: CloudFront's limits,
/// who may ask whom, and what belongs together.
final class TemplateEdgeTest {

  /// CloudFront's limit for a function, in bytes.
  private static final int MOST_CODE = 10_240;

  private static final String FROM_THE_DISTRIBUTION = ":distribution/${Distribution}";

  private final Template template = Template.read();

  @Test
  void theCloudFrontFunctionIsTheFileThatIsTested() throws IOException {
    String file = Files.readString(Template.projectRoot().resolve("functions/edge/edge.js"));

    assertThat(code()).isEqualTo(file);
  }

  @Test
  void theCloudFrontFunctionIsSmallEnoughWithTheLongestSettings() {
    String filled = code().replaceAll("\\$\\{\\w+}", "b".repeat(63));

    assertThat(filled.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST_CODE);
  }

  @Test
  void everythingThatTheCloudFrontFunctionLeavesOpenIsFilledIn() {
    var known = new TreeSet<>(Template.map(template.at("Parameters")).keySet());
    known.addAll(Template.map(template.at("Resources")).keySet());
    known.add("Uncertain");
    var open =
        java.util.regex.Pattern.compile("\\$\\{(\\w+)}")
            .matcher(code())
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(open)
        .containsExactlyInAnyOrder("OriginalsBucket", "AutoAvif", "AutoWebP", "Uncertain");
    assertThat(known).containsAll(open);
  }

  @Test
  void theBucketIsAskedBeforeTheFunction() {
    Map<String, Object> group = Template.map(list(config("OriginGroups"), "Items").getFirst());
    Map<String, Object> codes =
        Template.map(Template.map(at(group, "FailoverCriteria")).getOrDefault("StatusCodes", ""));

    assertThat(list(at(group, "Members"), "Items"))
        .containsExactly(Map.of("OriginId", "derivatives"), Map.of("OriginId", "on-demand"));
    assertThat(codes)
        .as("misses, and keys that S3 finds too long; never its own trouble")
        .isEqualTo(Map.of("Quantity", "3", "Items", List.of("400", "403", "404")));
    assertThat(at(config("DefaultCacheBehavior"), "TargetOriginId")).isEqualTo(group.get("Id"));
    assertThat(at(config("DefaultCacheBehavior"), "AllowedMethods"))
        .as("all that an origin group takes")
        .isEqualTo(List.of("GET", "HEAD"));
  }

  @Test
  void theRewrittenAddressAloneIsTheCachesKey() {
    Map<String, Object> policy =
        Template.map(
            template.at("Resources", "PictureCachePolicy", "Properties", "CachePolicyConfig"));

    assertThat(policy).as("above 0 it would outweigh no-store").containsEntry("MinTTL", "0");
    assertThat(policy.get("ParametersInCacheKeyAndForwardedToOrigin"))
        .isEqualTo(
            Map.of(
                "CookiesConfig", Map.of("CookieBehavior", "none"),
                "HeadersConfig", Map.of("HeaderBehavior", "none"),
                "QueryStringsConfig", Map.of("QueryStringBehavior", "none"),
                "EnableAcceptEncodingBrotli", "false",
                "EnableAcceptEncodingGzip", "false"));
    assertThat(Template.map(config("DefaultCacheBehavior")))
        .doesNotContainKey("OriginRequestPolicyId");
  }

  @Test
  void onlyTheDistributionMayCallTheFunctionsUrl() {
    assertThat(template.properties("OnDemandFunction").get("FunctionUrlConfig"))
        .isEqualTo(Map.of("AuthType", "AWS_IAM", "InvokeMode", "BUFFERED"));
    for (String action : List.of("Url", "Invoke")) {
      Map<String, Object> permission = template.properties("OnDemand" + action + "Permission");
      assertThat(permission)
          .containsEntry("FunctionName", Map.of("!Ref", "OnDemandFunction.Alias"))
          .containsEntry("Principal", "cloudfront.amazonaws.com");
      assertThat(permission.get("SourceArn")).asString().contains(FROM_THE_DISTRIBUTION);
    }
    assertThat(template.properties("OnDemandUrlPermission"))
        .containsEntry("Action", "lambda:InvokeFunctionUrl")
        .containsEntry("FunctionUrlAuthType", "AWS_IAM");
    assertThat(template.properties("OnDemandInvokePermission"))
        .containsEntry("Action", "lambda:InvokeFunction")
        .containsEntry("InvokedViaFunctionUrl", "true");
  }

  @Test
  void onlyTheDistributionMayReadDerivatives() {
    List<Map<String, Object>> allowed = new ArrayList<>();
    for (Object statement :
        Template.list(
            template.at(
                "Resources",
                "DerivativesBucketPolicy",
                "Properties",
                "PolicyDocument",
                "Statement"))) {
      if ("Allow".equals(Template.map(statement).get("Effect"))) {
        allowed.add(Template.map(statement));
      }
    }

    assertThat(allowed)
        .extracting(statement -> statement.get("Action"))
        .as("and is told what is missing, so that a miss is no 403")
        .containsExactly("s3:GetObject", "s3:ListBucket");
    assertThat(allowed)
        .allSatisfy(
            statement -> {
              assertThat(statement)
                  .containsEntry("Principal", Map.of("Service", "cloudfront.amazonaws.com"));
              assertThat(statement.get("Condition")).asString().contains(FROM_THE_DISTRIBUTION);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"derivatives", "on-demand"})
  void originsAreAskedWithASignature(String origin) {
    Map<String, Object> asked =
        Template.list(config("Origins")).stream()
            .map(Template::map)
            .filter(each -> origin.equals(each.get("Id")))
            .findFirst()
            .orElseThrow();
    String control = origin.equals("derivatives") ? "BucketAccess" : "OnDemandAccess";

    assertThat(asked).containsEntry("OriginAccessControlId", Map.of("!GetAtt", control + ".Id"));
    assertThat(template.at("Resources", control, "Properties", "OriginAccessControlConfig"))
        .asString()
        .contains("SigningBehavior=always", "SigningProtocol=sigv4");
  }

  @Test
  void theFunctionAnswersBeforeCloudFrontGivesUp() {
    int timeout = template.number("Resources", "OnDemandFunction", "Properties", "Timeout");
    Map<String, Object> origin = Template.map(Template.list(config("Origins")).getLast());
    int patience =
        Integer.parseInt(at(at(origin, "CustomOriginConfig"), "OriginReadTimeout").toString());

    assertThat(timeout).isLessThan(patience);
    assertThat(template.number("Parameters", "RenderDeadlineSeconds", "MaxValue"))
        .isLessThan(timeout);
  }

  @Test
  void whoTakesPicturesBackKnowsTheDistributionAndTheOnDemandFunctionDoesNot() {
    var knowing = new TreeSet<String>();
    for (String function : template.functions()) {
      if (template.environment(function).containsKey("TINTYPE_DISTRIBUTION")) {
        knowing.add(function);
      }
    }

    assertThat(knowing).isEqualTo(Set.of("PresignFunction", "RendererFunction"));
    assertThat(template.environment("OnDemandFunction").toString())
        .as("it would be a circle")
        .doesNotContain("Distribution");
    assertThat(template.statements("OnDemandRole").toString()).doesNotContain("cloudfront");
  }

  @Test
  void anErrorIsKeptAsLongAsItSays() {
    assertThat(Template.list(config("CustomErrorResponses")))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            error -> assertThat(Template.map(error)).containsEntry("ErrorCachingMinTTL", "0"));
  }

  @Test
  void notesOutliveTheRenditionsThatTheyAreAbout() {
    var days = new java.util.HashMap<Object, Object>();
    Object rules =
        at(template.at("Resources", "DerivativesBucket", "Properties"), "LifecycleConfiguration");
    for (Object rule : list(rules, "Rules")) {
      days.put(
          Template.map(rule).getOrDefault("Prefix", ""),
          Template.map(rule).getOrDefault("ExpirationInDays", ""));
    }

    assertThat(days)
        .containsEntry("derivatives/e/", "1")
        .containsEntry("derivatives/r/", Map.of("!Ref", "AdHocDays"))
        .containsEntry("derivatives/l/", "400")
        .doesNotContainKeys("derivatives/", "derivatives/v/");
    assertThat(template.number("Parameters", "AdHocDays", "MaxValue")).isLessThan(399);
  }

  private String code() {
    Object parts =
        Template.map(template.at("Resources", "EdgeFunction", "Properties", "FunctionCode"))
            .getOrDefault("!Sub", "");
    return Template.list(parts).getFirst().toString();
  }

  private Object config(String key) {
    return template.at("Resources", "Distribution", "Properties", "DistributionConfig", key);
  }

  private static Object at(Object map, String key) {
    return Template.map(map).getOrDefault(key, "");
  }

  private static List<Object> list(Object map, String key) {
    return Template.list(at(map, key));
  }
}
