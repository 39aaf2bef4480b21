package io.tintype.presign;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresignHandlerTest {

  private static final String BODY =
      """
      {"filename": "my cat.jpg", "contentType": "image/jpeg", "bytes": 1000}\
      """;
  private static final Optional<String> ME = Optional.of("me");

  private final Stage open = new Stage(Stage.OPEN);
  private final Stage closed = new Stage(Stage.CLOSED);

  @Test
  void grantsAnUploadInTheShapeThatUppyTakes() {
    APIGatewayV2HTTPResponse response = open.post(BODY);

    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Type", "application/json");
    JsonNode answer = Stage.json(response);
    String id = answer.get("id").asText();
    String key = "uploads/" + id + "/my-cat.jpg";
    assertThat(answer)
        .isEqualTo(
            Stage.json(
                """
                {"id": "%s", "method": "PUT", "url": "https://originals.example/%s?signed",
                 "key": "%s", "headers": {"content-type": "image/jpeg", "if-none-match": "*"},
                 "expires": 600,
                 "variants": {"thumb": "https://img.example/v/thumb/%s",
                              "card": "https://img.example/v/card/%s"}}
                """
                    .formatted(id, key, key, key, key)));
    assertThat(answer.has("fields")).as("would make Uppy send a form").isFalse();
    assertThat(open.records.find(new ImageId(id)).orElseThrow().owner()).isEqualTo(Owner.PUBLIC);
  }

  @Test
  void givesTheImageToTheTokensIssuerAndSubject() {
    var response = closed.call("POST", "/uploads", ME, Optional.of(BODY));
    var id = new ImageId(Stage.json(response).get("id").asText());
    assertThat(closed.records.find(id).orElseThrow().owner()).isEqualTo(Stage.ME);
  }

  @Test
  void readsABodyInBase64() {
    APIGatewayV2HTTPEvent event =
        Stage.event(
            "POST",
            "/uploads",
            Optional.empty(),
            Optional.of(Base64.getEncoder().encodeToString(BODY.getBytes(StandardCharsets.UTF_8))));
    event.setIsBase64Encoded(true);
    assertThat(open.handle(event).getStatusCode()).isEqualTo(201);

    event.setBody("{no base64}");
    refuses(open.handle(event), 400, "BadRequest", "base64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|filename is missing",
        "{}|contentType is missing",
        "{}|bytes is missing",
        "[]|Expected a JSON object",
        "null|Expected a JSON object",
        "``|Expected a JSON object",
        "{\"filename\": |Expected a JSON body but received Unexpected end-of-input",
        "x=1|Expected a JSON body but received Unrecognized token 'x' in line 1, column 3",
        "{\"bytes\": 1} {}|Expected one JSON object",
        "{\"bytes\": 1, \"bytes\": 2}|Duplicate field 'bytes'",
        "{\"filename\": 7}|filename must be a text, not 7",
        "{\"filename\": null}|filename must be a text, not null",
        "{\"checksumSha256\": null}|checksumSha256 must be a text",
        "{\"bytes\": \"7\"}|bytes must be a whole number, not \"7\"",
        "{\"bytes\": 1.5}|bytes must be a whole number, not 1.5",
        "{\"bytes\": 99999999999999999999}|bytes must be a whole number",
        "{\"size\": 1, \"Bytes\": 1}|Bytes is unknown (known: filename, contentType",
        "{\"size\": 1, \"Bytes\": 1}|size is unknown",
      })
  void namesWhatIsWrongWithABody(String body, String part) {
    refuses(open.post(body), 400, "BadRequest", part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/jpeg|50000001|413|TooLarge|1..50000000",
        "image/jpeg|0|400|BadRequest|1..50000000",
        "text/html|10|415|Unsupported|image/jpeg, image/png, image/tiff",
      })
  void refusesFilesAndSaysWhatIsAccepted(
      String contentType, long bytes, int status, String code, String part) {
    String body =
        "{\"filename\": \"a\", \"contentType\": \"%s\", \"bytes\": %d}"
            .formatted(contentType, bytes);
    refuses(open.post(body), status, code, part);
  }

  @Test
  void refusesABodyThatIsTooLong() {
    refuses(open.post(" ".repeat(65_537)), 413, "TooLarge", "65536");
    refuses(open.post(" ".repeat(1_000_000)), 413, "TooLarge", "65536");
    assertThat(open.post(BODY + " ".repeat(65_536 - BODY.length())).getStatusCode()).isEqualTo(201);
  }

  @Test
  void namesTheSettingThatWouldLetCallersWithoutATokenIn() {
    refuses(closed.post(BODY), 403, "Forbidden", "TINTYPE_ALLOW_ANONYMOUS_UPLOADS=true");
    refuses(closed.call("GET", "/images"), 403, "Forbidden", "TINTYPE_ALLOW_ANONYMOUS_LIST=true");
    String path = "/images/" + closed.stored(Owner.PUBLIC, Status.READY);
    refuses(closed.call("DELETE", path), 403, "Forbidden", "TINTYPE_ALLOW_ANONYMOUS_DELETE=true");
    assertThat(closed.call("GET", path).getStatusCode()).isEqualTo(200);
  }

  @Test
  void showsAnImageWithAUrlForEveryFormat() {
    ImageId id = open.stored(Owner.PUBLIC, Status.READY);
    assertThat(Stage.json(open.call("GET", "/images/" + id)))
        .isEqualTo(
            Stage.json(
                """
                {"id": "%s", "status": "READY", "key": "uploads/%s/my cat.jpg",
                 "createdAt": "2026-11-21T13:00:00Z", "updatedAt": "2026-11-21T13:00:00Z",
                 "width": 3000, "height": 4000, "format": "jpeg", "orientation": 6, "frames": 1,
                 "bytes": 2000000, "thumbhash": "3OcRJYB4d3h/", "dominantColor": "#8a6f52",
                 "variants": [{"name": "thumb", "format": "webp",
                   "url": "https://img.example/v/thumb.webp/uploads/%s/my%%20cat.jpg",
                   "width": 240, "height": 320, "bytes": 9120}]}
                """
                    .formatted(id, id, id)));
  }

  @Test
  void showsWhyAnImageFailed() {
    JsonNode answer =
        Stage.json(open.call("GET", "/images/" + open.stored(Owner.PUBLIC, Status.FAILED)));
    assertThat(answer.get("failure"))
        .isEqualTo(
            Stage.json("{\"reason\": \"Unsupported\", \"message\": \"This is not an image\"}"));
    assertThat(answer.has("width")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"READY", "AWAITING_UPLOAD", "FAILED"})
  void hidesWhatBelongsToOthers(Status status) {
    String mine = "/images/" + open.stored(Stage.ME, status);
    String everyones = "/images/" + open.stored(Owner.PUBLIC, status);
    for (String method : new String[] {"GET", "DELETE"}) {
      refuses(open.call(method, mine), 404, "NotFound", "There is no image");
      var someone = Optional.of("someone");
      refuses(open.call(method, mine, someone, Optional.empty()), 404, "NotFound", "no image");
      refuses(open.call(method, everyones, ME, Optional.empty()), 404, "NotFound", "no image");
    }
    assertThat(open.call("GET", mine, ME, Optional.empty()).getStatusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "01JD7WQ4Z8M3R5T6V7X8Y9ZABC", "01jd7wq4z8m3r5t6v7x8y9zabc"})
  void hasNothingAtUnknownIds(String id) {
    for (String method : new String[] {"GET", "DELETE"}) {
      refuses(open.call(method, "/images/" + id), 404, "NotFound", "There is no image " + id);
    }
  }

  @Test
  void deletesAndAnswersTheSameWhenAskedAgain() {
    ImageId id = open.stored(Owner.PUBLIC, Status.READY);
    var original = open.records.find(id).orElseThrow().original();
    open.originals.put(original, new byte[] {1});
    for (int i = 0; i < 2; i++) {
      APIGatewayV2HTTPResponse response = open.call("DELETE", "/images/" + id);
      assertThat(response.getStatusCode()).isEqualTo(204);
      assertThat(response.getBody()).isNull();
      assertThat(response.getHeaders()).containsOnlyKeys("Cache-Control");
    }
    assertThat(open.originals.eTag(original)).isEmpty();
    refuses(open.call("GET", "/images/" + id), 404, "NotFound", "There is no image");
  }

  @Test
  void listsPagesNewestFirst() {
    for (int i = 0; i < 5; i++) {
      open.stored(Stage.ME, Status.READY);
    }
    open.stored(Owner.PUBLIC, Status.READY);
    JsonNode first = Stage.json(open.call("GET", "/images?limit=3", ME, Optional.empty()));
    assertThat(first.get("images")).hasSize(3);
    String cursor = first.get("cursor").asText().replace("#", "%23");
    JsonNode last = Stage.json(open.call("GET", "/images?cursor=" + cursor, ME, Optional.empty()));
    assertThat(last.get("images")).hasSize(2);
    assertThat(last.has("cursor")).isFalse();
    assertThat(first.at("/images/0/id").asText()).isGreaterThan(last.at("/images/0/id").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "ten", "", "20,30", "99999999999"})
  void refusesLimitsOutsideOfTheirRange(String limit) {
    refuses(
        open.call("GET", "/images?limit=" + limit),
        400,
        "BadRequest",
        "Expected a limit of 1..100 but received " + limit);
  }

  @Test
  void saysWhereThereIsSomething() {
    refuses(open.call("GET", "/picture"), 404, "NotFound", "POST /uploads, GET /images,");
    refuses(open.call("GET", "/"), 404, "NotFound", "There is nothing at /");
    refuses(open.call("GET", "/images/"), 404, "NotFound", "There is nothing at /images/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/uploads|POST",
        "PUT|/images|GET",
        "POST|/images/X|GET, DELETE",
        "DELETE|/openapi.json|GET"
      })
  void saysWhichMethodsThereAre(String method, String path, String allowed) {
    APIGatewayV2HTTPResponse response = open.call(method, path);
    refuses(response, 405, "MethodNotAllowed", "Expected " + allowed);
    assertThat(response.getHeaders()).containsEntry("Allow", allowed);
  }

  @Test
  void findsItsWayWithoutARouteKeyAndUnderAStage() {
    APIGatewayV2HTTPEvent event =
        Stage.event("GET", "/dev/images", Optional.empty(), Optional.empty());
    event.getRequestContext().setStage("dev");
    assertThat(open.handle(event).getStatusCode()).isEqualTo(200);
    assertThat(open.handle(new APIGatewayV2HTTPEvent()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void keepsTheCauseOfAnUnexpectedFailureToItself() {
    var broken =
        new Stage(
            Stage.OPEN,
            new ImageRecords() {
              @Override
              public Optional<ImageRecord> find(ImageId id) {
                throw new IllegalStateException("password=hunter2");
              }

              @Override
              public boolean save(ImageRecord next) {
                return false;
              }

              @Override
              public Page list(Owner owner, int limit, Optional<String> cursor) {
                throw new IllegalStateException("password=hunter2");
              }
            });
    APIGatewayV2HTTPResponse response = broken.call("GET", "/images");
    refuses(response, 500, "Internal", "Something went wrong");
    assertThat(response.getBody()).doesNotContain("hunter2");

    APIGatewayV2HTTPResponse busy = broken.post(BODY);
    refuses(busy, 429, "Busy", "ask again");
    assertThat(busy.getHeaders()).containsEntry("Retry-After", "1");
  }

  private static void refuses(
      APIGatewayV2HTTPResponse response, int status, String code, String part) {
    assertThat(response.getStatusCode()).as(response.getBody()).isEqualTo(status);
    JsonNode answer = Stage.json(response);
    assertThat(answer.get("status").asInt()).isEqualTo(status);
    assertThat(answer.get("code").asText()).isEqualTo(code);
    assertThat(answer.get("message").asText()).contains(part);
    assertThat(response.getHeaders()).containsEntry("Cache-Control", "no-store");
  }
}
