package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Size;
import io.tintype.pipeline.ImageId;
import io.tintype.testkit.Fixtures;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Pictures as viewers see them: through the edge, out of the bucket or freshly rendered, kept, and
/// taken back.
class PicturesIT {

  @TempDir static Path folder;

  private static Stack stack;
  private static S3Client s3;
  private static CloudFrontClient cloudFront;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    stack = Stack.start(new StackOptions(ProjectRoot.find(), folder, true, 0));
    s3 = Clients.s3(stack.addresses().s3());
    cloudFront =
        CloudFrontClient.builder()
            .endpointOverride(URI.create(stack.environment().get("AWS_ENDPOINT_URL_CLOUDFRONT")))
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(Credentials.provider())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    cloudFront.close();
    s3.close();
    stack.close();
  }

  @Test
  void rendersOnceThenTakesItFromTheBucketAndThenFromTheCache() throws Exception {
    String key = upload();
    String path = "/unsafe/120x80/" + key;

    assertThat(from(get(path))).isEqualTo("RENDERED");
    assertThat(from(get(path))).isEqualTo("HIT");
    forgetEverything();
    HttpResponse<byte[]> stored = get(path);
    assertThat(from(stored)).isEqualTo("S3");
    assertThat(stored.body()).isEqualTo(get(path).body());
  }

  @Test
  void findsWhatTheRendererHasStored() throws Exception {
    String key = upload();

    assertThat(from(get("/v/card/" + key, "accept", "image/webp,*/*"))).isEqualTo("S3");
    assertThat(from(get("/v/card.jpeg/" + key))).isEqualTo("S3");
    HttpResponse<byte[]> common = get("/v/card/" + key);
    assertThat(from(common)).isEqualTo("RENDERED");
    assertThat(common.headers().firstValue("content-type")).contains("image/jpeg");
    forgetEverything();
    assertThat(from(get("/v/card/" + key))).isEqualTo("S3");
  }

  @Test
  void negotiatesTheFormat() throws Exception {
    String path = "/unsafe/90x60/" + upload();

    assertThat(type(get(path, "accept", "image/avif,image/webp,*/*"))).isEqualTo("image/webp");
    assertThat(type(get(path, "accept", "image/webp,*/*"))).isEqualTo("image/webp");
    assertThat(type(get(path, "accept", "*/*"))).isEqualTo("image/jpeg");
    assertThat(get(path).headers().firstValue("vary").orElse("")).contains("Accept");
  }

  @Test
  void saysThatAPictureIsUnchangedWhereverItIsFrom() throws Exception {
    String path = "/unsafe/60x40/" + upload();
    String eTag = get(path).headers().firstValue("etag").orElseThrow();

    HttpResponse<byte[]> kept = get(path, "if-none-match", eTag);
    forgetEverything();
    HttpResponse<byte[]> stored = get(path, "if-none-match", eTag);

    assertThat(List.of(kept.statusCode(), stored.statusCode())).containsOnly(304);
    assertThat(from(stored)).isEqualTo("S3");
    assertThat(stored.body()).isEmpty();
  }

  @Test
  void takesEverythingBackThatShowsADeletedImage() throws Exception {
    String key = upload();
    String other = upload();
    String id = key.split("/", -1)[1];
    List<String> shown =
        List.of(
            "/v/card.jpeg/" + key,
            "/unsafe/50x50/" + key,
            "/unsafe/50x50/" + key + "?expires=29991231T235959Z",
            // The edge can't be certain whose these are.
            "/unsafe/filters:blur(2):watermark(" + key + ",0,0,50)/" + other,
            "/unsafe/40x40/s3:" + Services.ORIGINALS + "/" + key);
    for (String path : shown) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(from(get(path))).as(path).isEqualTo("HIT");
    }
    int before = derivatives().size();

    var delete = HttpRequest.newBuilder(front("/images/" + id)).DELETE().build();
    assertThat(http.send(delete, BodyHandlers.discarding()).statusCode()).isEqualTo(204);

    for (String path : shown) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(derivatives()).noneMatch(each -> each.contains(id)).hasSizeLessThan(before);
    assertThat(derivatives()).noneMatch(each -> each.startsWith("derivatives/r/_/"));
    assertThat(get("/v/card.jpeg/" + other).statusCode()).isEqualTo(200);
  }

  @Test
  void aHundredEqualMissesStoreOneObject() throws Exception {
    String path = "/unsafe/77x55/" + upload();
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(
          http.sendAsync(HttpRequest.newBuilder(front(path)).build(), BodyHandlers.ofByteArray()));
    }

    byte[] first = answers.getFirst().get().body();
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).isEqualTo(first);
    }
    forgetEverything();
    assertThat(from(get(path))).isEqualTo("S3");
  }

  @Test
  void refusesWhatHasExpiredAlsoWhereItIsStored() throws Exception {
    String key = upload();
    Instant end = Instant.now().plusSeconds(3);
    String path = "/unsafe/filters:expire(" + end.toEpochMilli() + ")/" + key;
    assertThat(get(path).statusCode()).isEqualTo(200);
    assertThat(derivatives()).anyMatch(each -> each.startsWith("derivatives/e/"));

    Thread.sleep(Duration.between(Instant.now(), end.plusMillis(10)));

    HttpResponse<byte[]> refused = get(path);
    assertThat(refused.statusCode()).isEqualTo(410);
    assertThat(refused.headers().firstValue("cache-control")).contains("no-store");
  }

  /// The key of a picture whose variants are stored.
  private static String upload() throws Exception {
    String key = "uploads/" + ImageId.at(Instant.now()) + "/cat.jpg";
    s3.putObject(
        put -> put.bucket(Services.ORIGINALS).key(key).contentType("image/jpeg"),
        RequestBody.fromBytes(Fixtures.jpeg(new Size(640, 480))));
    var record = HttpRequest.newBuilder(front("/images/" + key.split("/", -1)[1])).build();
    await(
        () -> {
          try {
            return http.send(record, BodyHandlers.ofString()).body().contains("\"READY\"");
          } catch (Exception e) {
            return false;
          }
        });
    return key;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("not within a minute");
  }

  private static void forgetEverything() {
    cloudFront.createInvalidation(
        create ->
            create
                .distributionId(CloudFrontApi.DISTRIBUTION)
                .invalidationBatch(
                    batch ->
                        batch
                            .callerReference(Instant.now().toString())
                            .paths(paths -> paths.quantity(1).items("/*"))));
  }

  private static List<String> derivatives() {
    return s3.listObjectsV2Paginator(list -> list.bucket(Services.DERIVATIVES)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static String from(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("x-tintype-cache").orElse("");
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("content-type").orElse("");
  }

  private static URI front(String path) {
    return URI.create(stack.addresses().front() + path);
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(front(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }
}
