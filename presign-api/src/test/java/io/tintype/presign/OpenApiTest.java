package io.tintype.presign;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.Status;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the handler to openapi.json, and openapi.json to the handler.
class OpenApiTest {

  private static final String UPLOAD =
      """
      {"filename": "cat.jpg", "contentType": "image/jpeg", "bytes": %d}\
      """;
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private final Stage stage = new Stage(Stage.OPEN);
  private final JsonNode document = Stage.json(stage.call("GET", "/openapi.json"));
  private final JsonSchemaFactory schemas = schemas(document);

  @Test
  void describesExactlyTheRoutesOfTheHandler() {
    assertThat(document.get("openapi").asText()).startsWith("3.1.");
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            described.add(
                                entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    assertThat(described)
        .isEqualTo(
            Arrays.stream(Route.values())
                .map(Route::key)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void pointsNowhereThatIsNotThere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText();
      assertThat(pointer).startsWith("#/components/");
      assertThat(document.at(pointer.substring(1)).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void tellsWhatSuccessesLookLike() {
    conforms(Route.GRANT_UPLOAD, 201, stage.post(UPLOAD.formatted(10)));
    for (Status status : Status.values()) {
      ImageId id = stage.stored(Owner.PUBLIC, status);
      conforms(
          Route.GET_IMAGE,
          status == Status.DELETED ? 404 : 200,
          stage.call("GET", "/images/" + id));
    }
    conforms(Route.LIST_IMAGES, 200, stage.call("GET", "/images"));
    conforms(Route.LIST_IMAGES, 200, stage.call("GET", "/images?limit=1"));
    ImageId id = stage.stored(Owner.PUBLIC, Status.READY);
    conforms(Route.RULE_ON_IMAGE, 200, rule(stage, "/images/" + id, "APPROVED"));
    conforms(Route.DELETE_IMAGE, 204, stage.call("DELETE", "/images/" + id));
    conforms(Route.GET_OPENAPI, 200, stage.call("GET", "/openapi.json"));
  }

  @Test
  void tellsWhatRefusalsLookLike() {
    var closed = new Stage(Stage.CLOSED);
    String unknown = "/images/01JD7WQ4Z8M3R5T6V7X8Y9ZABC";
    conforms(Route.GRANT_UPLOAD, 400, stage.post("{}"));
    conforms(Route.GRANT_UPLOAD, 403, closed.post(UPLOAD.formatted(10)));
    conforms(Route.GRANT_UPLOAD, 413, stage.post(UPLOAD.formatted(50_000_001)));
    conforms(
        Route.GRANT_UPLOAD, 415, stage.post(UPLOAD.formatted(10).replace("image/jpeg", "a/b")));
    conforms(Route.LIST_IMAGES, 400, stage.call("GET", "/images?limit=0"));
    conforms(Route.LIST_IMAGES, 403, closed.call("GET", "/images"));
    conforms(Route.GET_IMAGE, 404, stage.call("GET", unknown));
    conforms(Route.DELETE_IMAGE, 404, stage.call("DELETE", unknown));
    conforms(Route.RULE_ON_IMAGE, 400, rule(stage, unknown, "MAYBE"));
    conforms(Route.RULE_ON_IMAGE, 404, rule(stage, unknown, "APPROVED"));
    conforms(Route.RULE_ON_IMAGE, 403, rule(closed, unknown, "APPROVED"));
    conforms(Route.DELETE_IMAGE, 403, closed.call("DELETE", unknown));
    APIGatewayV2HTTPResponse wrong = stage.call("PATCH", "/images");
    assertThat(wrong.getStatusCode()).isEqualTo(405);
    validate("/components/responses/MethodNotAllowed", wrong);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"BUSY", "UNAVAILABLE", "INTERNAL", "GAVE_UP"})
  void tellsWhatFailuresLookLike(Reason reason) {
    var failing = new Stage(Stage.OPEN, new FailingRecords(reason));
    String id = "/images/01JD7WQ4Z8M3R5T6V7X8Y9ZABC";
    int status = reason == Reason.BUSY ? 429 : reason == Reason.UNAVAILABLE ? 503 : 500;
    conforms(Route.GRANT_UPLOAD, status, failing.post(UPLOAD.formatted(10)));
    conforms(Route.LIST_IMAGES, status, failing.call("GET", "/images"));
    conforms(Route.GET_IMAGE, status, failing.call("GET", id));
    conforms(Route.DELETE_IMAGE, status, failing.call("DELETE", id));
    conforms(Route.RULE_ON_IMAGE, status, rule(failing, id, "APPROVED"));
  }

  @Test
  void knowsEveryCode() {
    Set<String> codes =
        Arrays.stream(Reason.values())
            .map(Reason::name)
            .map(Failures::code)
            .collect(Collectors.toCollection(TreeSet::new));
    codes.add("MethodNotAllowed");
    Set<String> described = new TreeSet<>();
    document.at("/components/schemas/Code/enum").forEach(code -> described.add(code.asText()));
    assertThat(described).isEqualTo(codes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"filename\": \"\", \"contentType\": \"image/png\", \"bytes\": 1}",
        "{\"filename\": 1, \"contentType\": \"image/png\", \"bytes\": 1}",
        "{\"filename\": \"a\", \"contentType\": \"image/png\", \"bytes\": 0}",
        "{\"filename\": \"a\", \"contentType\": \"image/png\", \"bytes\": 1.5}",
        "{\"filename\": \"a\", \"contentType\": \"image/png\", \"bytes\": 1, \"more\": 1}",
        "{\"filename\": \"a\", \"contentType\": \"image/png\", \"bytes\": 1, \"checksumSha256\":"
            + " \"\"}",
      })
  void refusesTheSameRequestsAsTheHandler(String body) {
    assertThat(schema("/components/schemas/UploadRequest").validate(Stage.json(body))).isNotEmpty();
    assertThat(stage.post(body).getStatusCode()).isEqualTo(400);
  }

  @Test
  void hasExamplesThatFitTheirSchemas() {
    for (JsonNode content : document.findValues("application/json")) {
      String pointer = content.at("/schema/$ref").asText("");
      content
          .path("examples")
          .forEach(
              example ->
                  assertThat(schema(pointer.substring(1)).validate(example.get("value")))
                      .isEmpty());
    }
    assertThat(
            stage
                .post(
                    document
                        .at("/paths/~1uploads/post/requestBody/content/application~1json")
                        .at("/examples/photo/value")
                        .toString()
                        .replace("2481311", "10"))
                .getStatusCode())
        .isEqualTo(201);
  }

  private static APIGatewayV2HTTPResponse rule(Stage on, String image, String verdict) {
    return on.call(
        "PUT",
        image + "/moderation",
        Optional.empty(),
        Optional.of("{\"verdict\": \"%s\"}".formatted(verdict)));
  }

  private void conforms(Route route, int status, APIGatewayV2HTTPResponse response) {
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
    String path = route.path().replace("/", "~1");
    String pointer =
        "/paths/" + path + "/" + route.method().toLowerCase(Locale.ROOT) + "/responses/" + status;
    assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    String reference = document.at(pointer).path("$ref").asText("#" + pointer);
    validate(reference.substring(1), response);
  }

  /// @param pointer to a response object
  private void validate(String pointer, APIGatewayV2HTTPResponse response) {
    document
        .at(pointer)
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> assertThat(response.getHeaders()).containsKey(name));
    JsonNode content = document.at(pointer).path("content");
    if (content.isMissingNode()) {
      assertThat(response.getBody()).isNull();
      return;
    }
    assertThat(response.getHeaders()).containsEntry("Content-Type", "application/json");
    assertThat(
            schema(pointer + "/content/application~1json/schema")
                .validate(response.getBody(), InputFormat.JSON))
        .as(response.getBody())
        .isEmpty();
  }

  private JsonSchema schema(String pointer) {
    return schemas.getSchema(SchemaLocation.of("https://api.example/openapi.json#" + pointer));
  }

  /// Undescribed fields are open to clients, so that fields can be added; here they are an error.
  private static JsonSchemaFactory schemas(JsonNode document) {
    JsonNode closed = document.deepCopy();
    closed
        .findParents("properties")
        .forEach(
            parent -> {
              if (parent instanceof ObjectNode object && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
              }
            });
    return JsonSchemaFactory.getInstance(
        SpecVersion.VersionFlag.V202012,
        builder ->
            builder.schemaLoaders(
                loaders ->
                    loaders.schemas(
                        Map.of("https://api.example/openapi.json", closed.toString()))));
  }

  /// Records that can't be reached.
  private record FailingRecords(Reason reason) implements ImageRecords {

    @Override
    public Optional<ImageRecord> find(ImageId id) {
      throw new TintypeException(reason, "Not now");
    }

    @Override
    public boolean save(ImageRecord next) {
      throw new TintypeException(reason, "Not now");
    }

    @Override
    public Page list(Owner owner, int limit, Optional<String> cursor) {
      throw new TintypeException(reason, "Not now");
    }
  }
}
