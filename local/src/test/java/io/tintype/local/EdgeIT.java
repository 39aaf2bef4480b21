package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.edge.EdgeFunction;
import io.tintype.edge.EdgeSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;

/// The edge over a real bucket, and CloudFront's API through the SDK's own client.
class EdgeIT {

  private static final String TARGET = "/unsafe/300x200/cat.jpg";
  private static final String KEY = "derivatives/r/_/dW5zYWZlLzMwMHgyMDAvY2F0LmpwZw.any";

  @TempDir static Path folder;

  private static S3Server s3;
  private static EdgeFunction function;

  private Instant now = Instant.parse("2026-11-21T13:00:00Z");
  private final List<String> rendered = new ArrayList<>();
  private Answer rendition = answer(200, "rendered", "public, max-age=60, s-maxage=600");
  private final InstantSource clock = () -> now;
  private final EdgeCache cache = new EdgeCache(clock, 1_000_000);
  private Edge edge;

  @BeforeAll
  static void start() throws Exception {
    Path objects = Files.createDirectory(folder.resolve("s3"));
    s3 = S3Server.start(objects, Ports.free(0), List.of(Services.DERIVATIVES), _ -> {});
    function = EdgeFunction.start(new EdgeSettings(Services.ORIGINALS, true, true, false));
  }

  @AfterAll
  static void stop() {
    function.close();
    s3.close();
  }

  @BeforeEach
  void openOverAnEmptyBucket() {
    s3.client().deleteObject(delete -> delete.bucket(Services.DERIVATIVES).key(KEY));
    edge =
        new Edge(
            function,
            cache,
            new BucketOrigin(s3.client(), Services.DERIVATIVES),
            (viewer, uri) -> {
              rendered.add(viewer.method() + " " + uri);
              return rendition;
            });
  }

  @Test
  void asksTheFunctionForWhatTheBucketDoesNotHaveAndKeepsTheAnswer() {
    assertThat(from(ask(TARGET))).isEqualTo("RENDERED");
    now = now.plusSeconds(599);
    Answer kept = ask(TARGET);

    assertThat(from(kept)).isEqualTo("HIT");
    assertThat(kept.headers()).containsEntry("age", "599");
    assertThat(rendered).containsExactly("GET /" + KEY);

    now = now.plusSeconds(1);
    assertThat(from(ask(TARGET))).isEqualTo("RENDERED");
  }

  @Test
  void asksTheBucketFirst() {
    store("stored");

    Answer answer = ask(TARGET);

    assertThat(from(answer)).isEqualTo("S3");
    assertThat(body(answer)).isEqualTo("stored");
    assertThat(answer.headers())
        .containsEntry("content-type", "image/jpeg")
        .containsEntry("cache-control", "public, max-age=60, s-maxage=600")
        .containsEntry("content-disposition", "attachment")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("vary", "Accept")
        .containsKeys("etag", "last-modified");
    assertThat(rendered).isEmpty();
    assertThat(from(ask(TARGET))).isEqualTo("HIT");
  }

  @Test
  void keepsWhatDiffersByTheAcceptHeaderApart() {
    ask(TARGET, Map.of("accept", "image/avif,*/*"));
    ask(TARGET, Map.of("accept", "image/webp,*/*"));
    ask(TARGET, Map.of("accept", "image/avif,image/webp,*/*;q=0.8"));

    assertThat(rendered)
        .containsExactly(
            "GET /" + KEY.replace(".any", ".avif"), "GET /" + KEY.replace(".any", ".webp"));
  }

  @Test
  void sendsNothingToWhoHasItAlready() {
    String eTag = ask(TARGET).headers().get("etag");

    Answer unchanged = ask(TARGET, Map.of("if-none-match", "\"x\", W/" + eTag));

    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(unchanged.headers()).containsEntry("etag", eTag).containsKey("cache-control");
    assertThat(ask(TARGET, Map.of("if-none-match", "\"x\"")).status()).isEqualTo(200);
  }

  @Test
  void keepsNothingThatSaysSo() {
    for (String control : List.of("no-store", "private, max-age=60", "public, max-age=0")) {
      rendition = answer(200, "rendered", control);
      ask(TARGET);
      assertThat(from(ask(TARGET))).as(control).isEqualTo("RENDERED");
    }
    rendition = answer(404, "nothing", "no-store");
    ask(TARGET);
    assertThat(from(ask(TARGET))).isEqualTo("RENDERED");
    rendition = answer(404, "nothing", "public, max-age=5");
    ask(TARGET);
    assertThat(from(ask(TARGET))).isEqualTo("HIT");
  }

  @Test
  void asksTheFunctionForWhatTheBucketWouldNotTake() {
    assertThat(from(ask("/unsafe/" + "a".repeat(1500) + ".jpg"))).isEqualTo("RENDERED");
    assertThat(rendered.getFirst()).hasSizeGreaterThan(1500);
  }

  @Test
  void keepsTheAnswerToGetOnly() {
    var head = new Request("HEAD", TARGET, TARGET, "", Map.of(), "127.0.0.1", new byte[0]);

    assertThat(from(edge.answer(head))).isEqualTo("RENDERED");
    assertThat(from(ask(TARGET))).isEqualTo("RENDERED");
    assertThat(from(edge.answer(head))).isEqualTo("HIT");
    assertThat(rendered).containsExactly("HEAD /" + KEY, "GET /" + KEY);
  }

  @Test
  void answersForItselfWhatTheFunctionFileRefuses() {
    Answer refused = ask("/derivatives/r/_/YQ.any");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.headers()).containsEntry("cache-control", "no-store");
    assertThat(rendered).isEmpty();
  }

  @Test
  void forgetsWhatItIsToldToThroughCloudFrontsApi() {
    try (var api = CloudFrontApi.start(0, cache);
        var client = client(api)) {
      ask(TARGET);
      ask("/other.jpg");

      client.createInvalidation(
          create ->
              create
                  .distributionId(CloudFrontApi.DISTRIBUTION)
                  .invalidationBatch(
                      batch ->
                          batch
                              .callerReference("1")
                              .paths(list -> list.quantity(1).items("/" + KEY))));

      assertThat(from(ask(TARGET))).isEqualTo("RENDERED");
      assertThat(from(ask("/other.jpg"))).isEqualTo("HIT");

      client.createInvalidation(
          create ->
              create
                  .distributionId(CloudFrontApi.DISTRIBUTION)
                  .invalidationBatch(
                      batch ->
                          batch
                              .callerReference("2")
                              .paths(list -> list.quantity(1).items("/derivatives/r/_/*"))));

      assertThat(from(ask("/other.jpg"))).isEqualTo("RENDERED");
      assertThatThrownBy(
              () ->
                  client.createInvalidation(
                      create ->
                          create
                              .distributionId("E1")
                              .invalidationBatch(
                                  batch ->
                                      batch
                                          .callerReference("3")
                                          .paths(list -> list.quantity(1).items("/*")))))
          .isInstanceOf(NoSuchDistributionException.class);
    }
  }

  @Test
  void keepsNoAnswerFromBeforeAnInvalidation() {
    var late =
        new Edge(
            function,
            cache,
            (_, _) -> answer(404, "", ""),
            (_, _) -> {
              cache.invalidate(List.of("/" + KEY));
              return rendition;
            });

    late.answer(request(TARGET, Map.of()));

    assertThat(cache.find("/" + KEY)).isEmpty();
  }

  @Test
  void givesUpWhatNobodyAskedForWhenThereIsNoMoreRoom() {
    rendition = answer(200, "x".repeat(300_000), "max-age=60");
    for (String target : List.of("/1.jpg", "/2.jpg", "/3.jpg", "/1.jpg", "/4.jpg")) {
      ask(target);
    }

    assertThat(from(ask("/1.jpg"))).isEqualTo("HIT");
    assertThat(from(ask("/4.jpg"))).isEqualTo("HIT");
    assertThat(from(ask("/2.jpg"))).isEqualTo("RENDERED");
  }

  private static CloudFrontClient client(CloudFrontApi api) {
    return CloudFrontClient.builder()
        .endpointOverride(api.endpoint())
        .region(Region.AWS_GLOBAL)
        .credentialsProvider(Credentials.provider())
        .httpClient(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(9)).build())
        .build();
  }

  private Answer ask(String target) {
    return ask(target, Map.of());
  }

  private Answer ask(String target, Map<String, String> headers) {
    return edge.answer(request(target, headers));
  }

  private static Request request(String target, Map<String, String> headers) {
    return new Request("GET", target, target, "", headers, "127.0.0.1", new byte[0]);
  }

  private static String from(Answer answer) {
    return answer.headers().getOrDefault("x-tintype-cache", "");
  }

  private static String body(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static Answer answer(int status, String body, String cacheControl) {
    Map<String, String> headers = new HashMap<>();
    headers.put("cache-control", cacheControl);
    headers.put("etag", "\"" + body.hashCode() + "\"");
    return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void store(String body) {
    s3.client()
        .putObject(
            put ->
                put.bucket(Services.DERIVATIVES)
                    .key(KEY)
                    .contentType("image/jpeg")
                    .contentDisposition("attachment")
                    .cacheControl("public, max-age=60, s-maxage=600"),
            RequestBody.fromString(body));
  }
}
