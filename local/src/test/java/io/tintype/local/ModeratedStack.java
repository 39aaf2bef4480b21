package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ObjectRef;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The stack with moderation and faces, seen from outside: what comes in by S3, what is said by the
/// API and the stand-in for Rekognition, and what viewers get.
final class ModeratedStack implements AutoCloseable {

  /// What signs URLs.
  static final String SIGNING_KEY = "a-key-for-tests-of-moderation";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SETTLED = Set.of("READY", "REJECTED", "FAILED");

  /// For machines that are busy.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Stack stack;
  private final S3Client s3;
  private final HttpClient http = HttpClient.newHttpClient();

  private ModeratedStack(Stack stack) {
    this.stack = stack;
    this.s3 = Clients.s3(stack.addresses().s3());
  }

  /// @param settings beside those that switch faces and signatures on
  static ModeratedStack start(Path folder, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("TINTYPE_FACES", "true");
    all.put("TINTYPE_SIGNING_KEYS", SIGNING_KEY);
    return new ModeratedStack(
        Stack.start(new StackOptions(ProjectRoot.find(), folder, false, 0, all)));
  }

  /// One of the pictures that the stand-in knows.
  static byte[] picture(String name) {
    try {
      return Files.readAllBytes(ProjectRoot.find().resolve("local/rekognition").resolve(name));
    } catch (IOException e) {
      throw new AssertionError(name + " can't be read", e);
    }
  }

  /// The same at another width: the stand-in knows it all the same.
  static byte[] picture(String name, int width) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(picture(name)));
      int height = picture.getHeight() * width / picture.getWidth();
      var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      var graphics = scaled.createGraphics();
      graphics.drawImage(
          picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
      graphics.dispose();
      var file = new ByteArrayOutputStream();
      ImageIO.write(scaled, "jpeg", file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(name + " can't be read", e);
    }
  }

  /// A key as the presign API grants them.
  static String granted() {
    return "uploads/" + ImageId.at(Instant.now()) + "/picture.jpg";
  }

  String upload(byte[] file) {
    String key = granted();
    put(key, file);
    return key;
  }

  void put(String key, byte[] file) {
    s3.putObject(
        put -> put.bucket(Services.ORIGINALS).key(key).contentType("image/jpeg"),
        RequestBody.fromBytes(file));
  }

  /// Uploads as a web app does: by a grant of the presign API.
  String uploadGranted(String filename, String contentType, byte[] file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
    String wish =
        JSON.writeValueAsString(
            Map.of(
                "filename",
                filename,
                "contentType",
                contentType,
                "bytes",
                file.length,
                "checksumSha256",
                Base64.getEncoder().encodeToString(digest)));
    HttpResponse<String> answer = send("POST", "/uploads", wish);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    JsonNode leave = JSON.readTree(answer.body());
    var put =
        HttpRequest.newBuilder(URI.create(leave.path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(file));
    for (var header : leave.path("headers").properties()) {
      if (!Set.of("host", "content-length").contains(header.getKey().toLowerCase(Locale.ROOT))) {
        put.header(header.getKey(), header.getValue().asText());
      }
    }
    assertThat(http.send(put.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    return leave.path("key").asText();
  }

  /// What is recorded of it; an empty object before its event has come. A refusal has a `status`,
  /// too, and is never taken for a record.
  JsonNode record(String key) throws Exception {
    HttpResponse<String> answer = send("GET", image(key), "");
    if (answer.statusCode() == 404) {
      return JSON.createObjectNode();
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /// The record once the upload has come to an end.
  JsonNode settled(String key) throws Exception {
    return recorded(key, record -> SETTLED.contains(record.path("status").asText()));
  }

  /// The record once it says what it should.
  JsonNode recorded(String key, Predicate<JsonNode> wanted) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode record = record(key);
    while (!wanted.test(record)) {
      assertThat(Instant.now()).as(key + " is " + record).isBefore(deadline);
      Thread.sleep(50);
      record = record(key);
    }
    return record;
  }

  /// Something that can fail.
  interface Check {
    void run() throws Exception;
  }

  /// Until it holds.
  static void eventually(Check check) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  static String status(JsonNode record) {
    return record.path("status").asText();
  }

  static String verdict(JsonNode record) {
    return record.path("moderation").path("verdict").asText();
  }

  /// A human's word. Returns before the image is rendered anew.
  void overrule(String key, String verdict) throws Exception {
    HttpResponse<String> answer =
        send("PUT", image(key) + "/moderation", "{\"verdict\": \"" + verdict + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  /// How often Rekognition has answered, in all.
  int calls(String operation) throws Exception {
    var request = HttpRequest.newBuilder(stack.addresses().rekognition().resolve("/calls"));
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    return JSON.readTree(answer.body()).path(operation).asInt();
  }

  /// What goes wrong at Rekognition from now on.
  void trouble(int throttle, int fail, Duration delay) throws Exception {
    String body =
        JSON.writeValueAsString(
            Map.of("throttle", throttle, "fail", fail, "delayMillis", delay.toMillis()));
    var request =
        HttpRequest.newBuilder(stack.addresses().rekognition().resolve("/trouble"))
            .PUT(BodyPublishers.ofString(body));
    assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  /// What a viewer gets.
  HttpResponse<byte[]> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(front(path)).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  /// What a viewer gets who asks for all of it, as browsers do.
  List<HttpResponse<byte[]>> getAll(List<String> paths) throws Exception {
    try (var viewers = Executors.newFixedThreadPool(4)) {
      List<Future<HttpResponse<byte[]>>> answers =
          paths.stream().map(path -> viewers.submit(() -> get(path))).toList();
      List<HttpResponse<byte[]>> all = new ArrayList<>();
      for (var answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(front(path))
            .method(method, BodyPublishers.ofString(body))
            .header("content-type", "application/json");
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private URI front(String path) {
    return URI.create(stack.addresses().front() + path);
  }

  private static String image(String key) {
    return "/images/" + ImageId.of(new ObjectRef(Services.ORIGINALS, key)).value();
  }

  @Override
  public void close() {
    http.close();
    s3.close();
    stack.close();
  }
}
