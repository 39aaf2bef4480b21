package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/// An upload's whole way, through the API, S3, the queue and the renderer to the public pictures.
class StackIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static Stack stack;
  private static HttpClient http;
  private static S3Client s3;
  private static SqsClient sqs;

  @BeforeAll
  static void start() {
    stack = Stack.start(new StackOptions(ProjectRoot.find(), folder, false, 0));
    http = HttpClient.newHttpClient();
    s3 = Clients.s3(stack.addresses().s3());
    sqs = Clients.sqs(stack.addresses().sqs());
  }

  @AfterAll
  static void stop() {
    s3.close();
    sqs.close();
    http.close();
    stack.close();
  }

  @Test
  void makesEveryVariantOfAnUpload() throws Exception {
    JsonNode leave = leave("a photo+ü.jpg", photo());
    assertThat(put(leave, photo()).statusCode()).isEqualTo(200);

    JsonNode record = settled(leave.path("id").asText());

    assertThat(record.path("status").asText()).as(record.toString()).isEqualTo("READY");
    assertThat(record.path("width").asInt()).isEqualTo(900);
    assertThat(record.path("height").asInt()).isEqualTo(600);
    assertThat(record.path("thumbhash").asText()).isNotEmpty();
    assertThat(record.path("dominantColor").asText()).matches("#[0-9a-f]{6}");
    assertThat(names(record.path("variants")))
        .containsExactlyInAnyOrder("thumb", "card", "hero", "avatar");
    for (JsonNode variant : record.path("variants")) {
      var picture = get(variant.path("url").asText());
      assertThat(picture.statusCode()).isEqualTo(200);
      assertThat(picture.body()).hasSize(variant.path("bytes").asInt());
      assertThat(picture.headers().firstValue("cache-control").orElseThrow())
          .startsWith("public, max-age=3600");
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.body()));
      assertThat(decoded.getWidth()).isEqualTo(variant.path("width").asInt());
      assertThat(decoded.getHeight()).isEqualTo(variant.path("height").asInt());
    }
    String negotiated = leave.path("variants").path("card").asText();
    assertThat(get(negotiated).headers().firstValue("content-type")).hasValue("image/jpeg");
    assertThat(list().findValuesAsText("id")).contains(leave.path("id").asText());
  }

  @Test
  void recordsWhyAFileIsNoImage() throws Exception {
    byte[] text = "this is not an image".getBytes(StandardCharsets.UTF_8);
    JsonNode leave = leave("notes.jpg", text);
    put(leave, text);

    JsonNode record = settled(leave.path("id").asText());

    assertThat(record.path("status").asText()).isEqualTo("FAILED");
    assertThat(record.path("failure").path("message").asText()).isNotEmpty();
    assertThat(derivatives(leave)).isEmpty();
  }

  @Test
  void refusesASecondUploadAndLeavesTheRecordAlone() throws Exception {
    JsonNode leave = leave("once.jpg", photo());
    put(leave, photo());
    JsonNode record = settled(leave.path("id").asText());

    assertThat(put(leave, photo()).statusCode()).isEqualTo(412);

    Thread.sleep(500);
    assertThat(record(leave)).isEqualTo(record);
  }

  @Test
  void takesTheSameEventFiveTimesAsOne() throws Exception {
    JsonNode leave = leave("five.jpg", photo());
    put(leave, photo());
    JsonNode record = settled(leave.path("id").asText());
    String key = leave.path("key").asText();
    String eTag = s3.headObject(head -> head.bucket(Services.ORIGINALS).key(key)).eTag();
    var created =
        new BucketChange.Created(
            "ObjectCreated:Put", Services.ORIGINALS, key, photo().length, eTag.replace("\"", ""));

    for (int i = 0; i < 5; i++) {
      send(S3Notification.json(created, "000000000000000001", Instant.now()));
    }
    awaitQueue();

    assertThat(record(leave)).isEqualTo(record);
  }

  @Test
  void deletesEverythingForGood() throws Exception {
    JsonNode leave = leave("gone.jpg", photo());
    put(leave, photo());
    settled(leave.path("id").asText());
    String url = leave.path("variants").path("thumb").asText();
    assertThat(get(url).statusCode()).isEqualTo(200);

    assertThat(send("DELETE", "/images/" + leave.path("id").asText(), "").statusCode())
        .isEqualTo(204);
    awaitQueue();

    assertThat(get(url).statusCode()).isEqualTo(404);
    assertThat(derivatives(leave)).isEmpty();
    assertThat(
            s3.listObjectsV2(
                    list -> list.bucket(Services.ORIGINALS).prefix(leave.path("key").asText()))
                .contents())
        .isEmpty();
    assertThat(list().findValuesAsText("id")).doesNotContain(leave.path("id").asText());
  }

  @Test
  void keepsADeletionThatCameBeforeTheFile() throws Exception {
    JsonNode leave = leave("late.jpg", photo());
    send("DELETE", "/images/" + leave.path("id").asText(), "");

    put(leave, photo());
    awaitQueue();

    assertThat(derivatives(leave)).isEmpty();
    assertThat(list().findValuesAsText("id")).doesNotContain(leave.path("id").asText());
  }

  @Test
  void leavesARemovedImageAloneWhenItsCreationComesLate() throws Exception {
    JsonNode leave = leave("back.jpg", photo());
    put(leave, photo());
    settled(leave.path("id").asText());
    String key = leave.path("key").asText();
    var created =
        new BucketChange.Created(
            "ObjectCreated:Put", Services.ORIGINALS, key, photo().length, "0123456789abcdef");

    s3.deleteObject(delete -> delete.bucket(Services.ORIGINALS).key(key));
    awaitQueue();
    send(S3Notification.json(created, "000000000000000001", Instant.now()));
    awaitQueue();

    assertThat(derivatives(leave)).isEmpty();
    assertThat(send("GET", "/images/" + leave.path("id").asText(), "").statusCode()).isEqualTo(404);
  }

  @Test
  void rendersAnOriginalThatCameAnotherWay() throws Exception {
    String key = "uploads/import/2026/a b.jpg";
    s3.putObject(
        put -> put.bucket(Services.ORIGINALS).key(key).contentType("image/jpeg"),
        RequestBody.fromBytes(photo()));

    String url = stack.addresses().front() + "/v/thumb/uploads/import/2026/a%20b.jpg";
    HttpResponse<byte[]> answer = get(url);
    for (int i = 0; i < 150 && answer.statusCode() == 404; i++) {
      Thread.sleep(200);
      answer = get(url);
    }
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static JsonNode leave(String filename, byte[] file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
    String body =
        JSON.writeValueAsString(
            Map.of(
                "filename",
                filename,
                "contentType",
                "image/jpeg",
                "bytes",
                file.length,
                "checksumSha256",
                Base64.getEncoder().encodeToString(digest)));
    var response = send("POST", "/uploads", body);
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    return JSON.readTree(response.body());
  }

  private static HttpResponse<String> put(JsonNode leave, byte[] file) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(leave.path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(file));
    for (var header : leave.path("headers").properties()) {
      if (!Set.of("host", "content-length").contains(header.getKey().toLowerCase(Locale.ROOT))) {
        request.header(header.getKey(), header.getValue().asText());
      }
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode settled(String id) throws Exception {
    for (int i = 0; i < 300; i++) {
      JsonNode record = JSON.readTree(send("GET", "/images/" + id, "").body());
      if (Set.of("READY", "FAILED", "REJECTED").contains(record.path("status").asText())) {
        return record;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the image " + id + " was not settled within a minute");
  }

  private static JsonNode record(JsonNode leave) throws Exception {
    return JSON.readTree(send("GET", "/images/" + leave.path("id").asText(), "").body());
  }

  private static JsonNode list() throws Exception {
    return JSON.readTree(send("GET", "/images?limit=100", "").body());
  }

  private static List<String> derivatives(JsonNode leave) {
    String prefix = "derivatives/v/" + leave.path("id").asText() + "/";
    return s3
        .listObjectsV2(list -> list.bucket(Services.DERIVATIVES).prefix(prefix))
        .contents()
        .stream()
        .map(object -> object.key())
        .toList();
  }

  private static void send(String message) {
    sqs.sendMessage(request -> request.queueUrl(stack.addresses().queueUrl()).messageBody(message));
  }

  /// Until every message sent so far has been dealt with.
  private static void awaitQueue() throws Exception {
    Thread.sleep(500);
    for (int i = 0; i < 300; i++) {
      var counts =
          sqs.getQueueAttributes(
                  request ->
                      request
                          .queueUrl(stack.addresses().queueUrl())
                          .attributeNamesWithStrings("All"))
              .attributesAsStrings();
      if ("0".equals(counts.get("ApproximateNumberOfMessages"))
          && "0".equals(counts.get("ApproximateNumberOfMessagesNotVisible"))) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the queue was not empty within a minute");
  }

  private static Set<String> names(JsonNode variants) {
    return StreamSupport.stream(variants.spliterator(), false)
        .map(variant -> variant.path("name").asText())
        .collect(Collectors.toSet());
  }

  private static HttpResponse<byte[]> get(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(stack.addresses().front() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("content-type", "application/json")
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static byte[] photo() throws Exception {
    var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, 900, 600, Color.BLUE));
    graphics.fillRect(0, 0, 900, 600);
    graphics.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }
}
