package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may do what according to template.yaml: what roles allow, what buckets and the queue refuse,
/// and which routes ask for a token.
final class TemplateAccessTest {

  private static final String ORIGINALS = "s3:::${OriginalsBucket}";
  private static final String UPLOADS = ORIGINALS + "/uploads/*";
  private static final String DERIVATIVES_BUCKET = "s3:::${DerivativesBucket}";
  private static final String DERIVATIVES = DERIVATIVES_BUCKET + "/derivatives/*";

  /// Actions for which AWS knows no resource.
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "rekognition:DetectFaces",
          "rekognition:DetectModerationLabels",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords");

  /// What the event source, the logs and tracing need.
  private static final Set<String> CALLED_BY_LAMBDA =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords");

  private static final Pattern SDK_CALL =
      Pattern.compile(
          "\\b(s3|presigner|dynamoDb|sqs|eventBridge|rekognition|cloudFront|secrets)"
              + "(?:\\s*\\.\\s*get\\(\\))?\\s*\\.\\s*([a-z]\\w+)\\(");

  private final Template template = Template.read();

  @Test
  void rolesAllowTheCallsThatTheAdaptersMakeAndNoOther() throws IOException {
    var allowed = new TreeSet<String>();
    for (String role : List.of("RendererRole", "PresignRole", "OnDemandRole")) {
      for (Map<String, Object> statement : template.statements(role)) {
        allowed.addAll(texts(statement.getOrDefault("Action", "")));
      }
    }
    allowed.removeAll(CALLED_BY_LAMBDA);

    assertThat(allowed).isEqualTo(actionsOfAdapters());
  }

  @Test
  void theRendererReadsOriginalsAndWritesDerivatives() {
    assertThat(s3Rights("RendererRole"))
        .isEqualTo(
            Map.of(
                UPLOADS,
                Set.of("s3:GetObject", "s3:DeleteObject"),
                ORIGINALS + "/assets/*",
                Set.of("s3:GetObject"),
                ORIGINALS,
                Set.of("s3:ListBucket"),
                DERIVATIVES,
                Set.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
                DERIVATIVES_BUCKET,
                Set.of("s3:ListBucket"),
                "s3:::${Object}",
                Set.of("s3:GetObject")));
  }

  @Test
  void thePresignApiReadsNoPicture() {
    assertThat(s3Rights("PresignRole"))
        .isEqualTo(
            Map.of(
                UPLOADS,
                Set.of("s3:PutObject", "s3:DeleteObject"),
                DERIVATIVES,
                Set.of("s3:DeleteObject"),
                DERIVATIVES_BUCKET,
                Set.of("s3:ListBucket"),
                "s3:::${Object}",
                Set.of("s3:GetObject")));
  }

  @Test
  void theOnDemandFunctionWritesDerivativesOnly() {
    for (Map<String, Object> statement : template.statements("OnDemandRole")) {
      Set<String> actions = texts(statement.getOrDefault("Action", ""));
      if (Set.of("s3:PutObject", "s3:DeleteObject").stream().anyMatch(actions::contains)) {
        assertThat(statement.get("Resource")).asString().contains(DERIVATIVES);
      }
      if (actions.contains("dynamodb:UpdateItem")) {
        assertThat(actions).containsExactly("dynamodb:UpdateItem");
        assertThat(statement.get("Condition"))
            .as("no image record, only what was seen in some bytes")
            .isEqualTo(
                Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", "sha256#*")));
      } else if (actions.toString().contains("dynamodb:")) {
        assertThat(actions).containsExactly("dynamodb:GetItem");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RendererRole", "OnDemandRole"})
  void rekognitionIsAskedOnlyWhereTheParametersWantIt(String role) {
    var conditions = new TreeMap<String, String>();
    for (Object policy : Template.list(template.at("Resources", role, "Properties", "Policies"))) {
      Object document = Template.map(policy).getOrDefault("PolicyDocument", Map.of());
      for (Object statement :
          Template.list(Template.map(document).getOrDefault("Statement", List.of()))) {
        Object choice = Template.map(statement).getOrDefault("!If", List.of("", statement));
        Map<String, Object> chosen = Template.map(Template.list(choice).get(1));
        for (String action : texts(chosen.getOrDefault("Action", ""))) {
          if (action.startsWith("rekognition:")) {
            conditions.put(action, Template.list(choice).getFirst().toString());
          }
        }
      }
    }

    assertThat(conditions)
        .isEqualTo(
            Map.of(
                "rekognition:DetectModerationLabels", "HasModeration",
                "rekognition:DetectFaces", "HasFaces"));
    assertThat(template.parametersIn(template.at("Conditions", "HasModeration")))
        .containsExactly("Moderation", "ModerationRules");
    assertThat(template.parametersIn(template.at("Conditions", "HasFaces")))
        .containsExactly("FindFaces");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RendererRole", "PresignRole", "OnDemandRole", "ObjectLambdaRole"})
  void rolesNameTheirActionsAndResources(String role) {
    assertThat(Template.map(template.at("Resources", role, "Properties")))
        .doesNotContainKey("ManagedPolicyArns");
    for (Map<String, Object> statement : template.statements(role)) {
      Set<String> actions = texts(statement.getOrDefault("Action", ""));
      assertThat(statement).as(role).containsEntry("Effect", "Allow");
      assertThat(actions).as(role).isNotEmpty().noneMatch(action -> action.contains("*"));
      if ("*".equals(statement.get("Resource"))) {
        assertThat(WITHOUT_RESOURCE).as(role).containsAll(actions);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RendererRole", "PresignRole"})
  void rolesListABucketOnlyUnderTheirPrefix(String role) {
    for (Map<String, Object> statement : template.statements(role)) {
      if ("s3:ListBucket".equals(statement.get("Action"))) {
        assertThat(statement.get("Condition"))
            .asString()
            .containsAnyOf("uploads/*", "derivatives/*");
      }
    }
  }

  /// Originals come by an address that S3 has signed, so that function reads no bucket.
  @Test
  void theObjectLambdaFunctionMayOnlyAnswer() {
    var allowed = new TreeSet<String>();
    for (Map<String, Object> statement : template.statements("ObjectLambdaRole")) {
      allowed.addAll(texts(statement.getOrDefault("Action", "")));
    }
    allowed.removeAll(CALLED_BY_LAMBDA);
    assertThat(allowed).containsExactly("s3-object-lambda:WriteGetObjectResponse");
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    var roles = new TreeSet<String>();
    template
        .resources("AWS::Serverless::Function")
        .forEach((id, properties) -> roles.add(String.valueOf(properties.get("Role"))));

    assertThat(roles)
        .containsExactly(
            "{!GetAtt=ObjectLambdaRole.Arn}",
            "{!GetAtt=OnDemandRole.Arn}",
            "{!GetAtt=PresignRole.Arn}",
            "{!GetAtt=RendererRole.Arn}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OriginalsBucket", "DerivativesBucket", "DemoBucket"})
  void bucketsArePrivate(String bucket) {
    assertThat(
            Template.map(
                template.at("Resources", bucket, "Properties", "PublicAccessBlockConfiguration")))
        .hasSize(4)
        .allSatisfy((name, value) -> assertThat(value).as(name).isEqualTo("true"));
    assertThat(template.at("Resources", bucket, "Properties", "OwnershipControls"))
        .asString()
        .contains("BucketOwnerEnforced");
    assertThat(template.at("Resources", bucket, "Properties", "BucketEncryption"))
        .asString()
        .contains("AES256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OriginalsBucketPolicy",
        "DerivativesBucketPolicy",
        "CdnLogsBucketPolicy",
        "DemoBucketPolicy",
        "RenderQueuePolicy"
      })
  void plainHttpIsRefused(String policy) {
    assertThat(
            Template.list(
                template.at("Resources", policy, "Properties", "PolicyDocument", "Statement")))
        .anySatisfy(
            statement ->
                assertThat(Template.map(statement))
                    .containsEntry("Effect", "Deny")
                    .containsEntry("Principal", "*")
                    .containsEntry(
                        "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "false"))));
  }

  @Test
  void onlyTheOriginalsBucketOfThisAccountFillsTheQueue() {
    String name =
        String.valueOf(
            Template.map(template.at("Resources", "OriginalsBucket", "Properties", "BucketName"))
                .get("!Sub"));
    Map<String, Object> allowed =
        Template.map(
            Template.list(
                    template.at(
                        "Resources",
                        "RenderQueuePolicy",
                        "Properties",
                        "PolicyDocument",
                        "Statement"))
                .getFirst());

    assertThat(allowed)
        .containsEntry("Principal", Map.of("Service", "s3.amazonaws.com"))
        .containsEntry("Action", "sqs:SendMessage")
        .containsEntry(
            "Condition",
            Map.of(
                "StringEquals", Map.of("aws:SourceAccount", Map.of("!Ref", "AWS::AccountId")),
                "ArnLike",
                    Map.of("aws:SourceArn", Map.of("!Sub", "arn:${AWS::Partition}:s3:::" + name))));
    assertThat(template.at("Resources", "OriginalsBucket", "DependsOn"))
        .as("S3 tries the queue when the notification is set up")
        .isEqualTo("RenderQueuePolicy");
  }

  @Test
  void whoeverDeploysSaysThatAnonymousUploadsAreMeant() {
    for (String what : List.of("Uploads", "List", "Delete")) {
      assertThat(template.at("Parameters", "AllowAnonymous" + what, "Default")).isEqualTo("false");
    }
    assertThat(template.parametersIn(template.at("Rules", "CallersAreKnownOrAnonymousOnPurpose")))
        .containsExactly("AllowAnonymousUploads", "JwtIssuer");
    assertThat(template.parametersIn(template.at("Rules", "IssuerHasAudience")))
        .containsExactly("JwtAudience", "JwtIssuer");
  }

  @Test
  void everyRouteButTheDescriptionAsksForATokenWhenThereIsAnIssuer() {
    var authorization = new TreeMap<String, Object>();
    template
        .resources("AWS::ApiGatewayV2::Route")
        .values()
        .forEach(
            route ->
                authorization.put(
                    String.valueOf(route.get("RouteKey")),
                    route.getOrDefault("AuthorizationType", "")));

    Object token = Map.of("!If", List.of("HasJwt", "JWT", "NONE"));
    assertThat(authorization)
        .isEqualTo(
            Map.of(
                "POST /uploads", token,
                "GET /images", token,
                "GET /images/{id}", token,
                "DELETE /images/{id}", token,
                "PUT /images/{id}/moderation", token,
                "GET /openapi.json", "NONE"));
  }

  /// S3 resource, without the partition, to the actions that are allowed on it.
  private Map<String, Set<String>> s3Rights(String role) {
    var rights = new TreeMap<String, Set<String>>();
    for (Map<String, Object> statement : template.statements(role)) {
      Set<String> actions = texts(statement.getOrDefault("Action", ""));
      if (actions.stream().anyMatch(action -> action.startsWith("s3:"))) {
        Object resource =
            Template.map(statement.getOrDefault("Resource", Map.of())).getOrDefault("!Sub", "");
        Object arn = resource instanceof List<?> withValues ? withValues.getFirst() : resource;
        rights
            .computeIfAbsent(
                arn.toString().replace("arn:${AWS::Partition}:", ""), _ -> new TreeSet<>())
            .addAll(actions);
      }
    }
    return rights;
  }

  /// The rights that the calls in layers/aws need.
  private static Set<String> actionsOfAdapters() throws IOException {
    var actions = new TreeSet<String>();
    try (Stream<Path> sources =
        Files.walk(Template.projectRoot().resolve("layers/aws/src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        SDK_CALL
            .matcher(Files.readString(source))
            .results()
            .forEach(call -> actions.add(action(call.group(1), call.group(2))));
      }
    }
    return actions;
  }

  private static String action(String client, String method) {
    String service =
        switch (client) {
          case "presigner" -> "s3";
          case "dynamoDb" -> "dynamodb";
          case "eventBridge" -> "events";
          case "cloudFront" -> "cloudfront";
          case "secrets" -> "secretsmanager";
          default -> client;
        };
    String operation = method.replaceFirst("^presign", "").replaceFirst("Paginator$", "");
    return service
        + ":"
        + switch (operation) {
          case "headObject" -> "GetObject";
          case "deleteObjects" -> "DeleteObject";
          case "listObjectsV2" -> "ListBucket";
          default -> operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
        };
  }

  private static Set<String> texts(Object oneOrMore) {
    var texts = new TreeSet<String>();
    if (oneOrMore instanceof List<?> more) {
      more.forEach(each -> texts.add(each.toString()));
    } else {
      texts.add(oneOrMore.toString());
    }
    return texts;
  }
}
