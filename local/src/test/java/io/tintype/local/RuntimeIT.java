package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import io.tintype.pipeline.DerivativeKeys;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ObjectRef;
import io.tintype.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The packaged zips, each in a JVM of its own under AWS's runtime interface client, against the
/// local services: packaging, handler names and class path are proven with the sample events.
@Timeout(180)
class RuntimeIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path ROOT = ProjectRoot.find();
  private static final AttributeValue NONE = AttributeValue.fromS("NONE");
  private static final AttributeValue PROCESSING = AttributeValue.fromS("PROCESSING");
  private static final String SAMPLE_BUCKET = "tintype-originals-123456789012-eu-west-1";
  private static final PackagedFunction.Deployed ON_DEMAND =
      new PackagedFunction.Deployed(
          ROOT.resolve("functions/on-demand/target/on-demand.zip"),
          Optional.empty(),
          "io.tintype.ondemand.OnDemandHandler::handleRequest");
  private static final PackagedFunction.Deployed RENDERER =
      new PackagedFunction.Deployed(
          ROOT.resolve("functions/renderer/target/renderer.zip"),
          Optional.empty(),
          "io.tintype.renderer.RendererHandler::handleRequest");
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private static final Map<String, String> settings = new HashMap<>();
  private static Stack stack;
  private static S3Client s3;
  private static DynamoDbClient dynamoDb;
  private static PackagedFunction renderer;
  private static PackagedFunction presign;
  private static PackagedFunction onDemand;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"),
        "AWS's runtime interface client has native code for Linux only");
    stack = Stack.start(new StackOptions(ROOT, folder.resolve("data"), true, 0));
    settings.putAll(stack.environment());
    settings.put("AWS_ACCESS_KEY_ID", Credentials.ACCESS_KEY);
    settings.put("AWS_SECRET_ACCESS_KEY", Credentials.SECRET_KEY);
    s3 = Clients.s3(stack.addresses().s3());
    dynamoDb = Clients.dynamoDb(stack.addresses().dynamoDb());
    s3.createBucket(request -> request.bucket(SAMPLE_BUCKET));
    settings.put("TINTYPE_ORIGINALS_BUCKET", SAMPLE_BUCKET);
    renderer = startRenderer("renderer");
    presign =
        PackagedFunction.start(
            new PackagedFunction.Deployed(
                ROOT.resolve("presign-api/target/presign-api.zip"),
                Optional.empty(),
                "io.tintype.presign.PresignHandler::handleRequest"),
            settings,
            Files.createDirectory(folder.resolve("presign")));
    onDemand =
        PackagedFunction.start(
            ON_DEMAND, settings, Files.createDirectory(folder.resolve("on-demand")));
  }

  private static PackagedFunction startRenderer(String name) throws IOException {
    return startRenderer(name, settings);
  }

  private static PackagedFunction startRenderer(String name, Map<String, String> settings)
      throws IOException {
    return PackagedFunction.start(RENDERER, settings, Files.createDirectory(folder.resolve(name)));
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable part :
        new AutoCloseable[] {renderer, presign, onDemand, s3, dynamoDb, stack}) {
      if (part != null) {
        part.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "renderer-put",
        "renderer-copy",
        "renderer-multipart",
        "renderer-unicode-key",
        "renderer-sns",
        "renderer-sns-raw",
        "renderer-eventbridge",
        "renderer-last-receive"
      })
  void rendersWhatTheSampleUploads(String sample) throws Exception {
    String event = Samples.text(sample);
    ObjectRef original = Samples.originalOf(event);
    putPhoto(original);

    JsonNode answer = JSON.readTree(renderer.invoke(event, TIMEOUT));

    assertThat(answer.path("batchItemFailures")).isEmpty();
    assertThat(status(original)).isEqualTo("READY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "renderer-test-event",
        "renderer-removed",
        "renderer-delete-marker",
        "renderer-lifecycle-expiration",
        "renderer-eventbridge-removed"
      })
  void takesSamplesThatUploadNothing(String sample) throws Exception {
    JsonNode answer = JSON.readTree(renderer.invoke(Samples.text(sample), TIMEOUT));

    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void reportsOnlyThePoisonOfABatch() throws Exception {
    String event = Samples.text("renderer-batch-with-poison");
    String poison = JSON.readTree(event).path("Records").path(1).path("messageId").asText();

    JsonNode answer = JSON.readTree(renderer.invoke(event, TIMEOUT));

    assertThat(answer.path("batchItemFailures")).hasSize(1);
    assertThat(answer.path("batchItemFailures").path(0).path("itemIdentifier").asText())
        .isEqualTo(poison);
  }

  @ParameterizedTest
  @CsvSource({
    "presign-upload, 201",
    "presign-upload-anonymous, 201",
    "presign-upload-base64, 201",
    "presign-upload-checksum, 201",
    "presign-upload-refused-type, 415",
    "presign-upload-too-large, 413",
    "presign-upload-malformed, 400",
    "presign-list, 200",
    "presign-list-anonymous, 200",
    "presign-image, 404",
    "presign-delete, 404",
    "presign-openapi, 200",
  })
  void answersTheSampleCallsOfTheApi(String sample, int status) throws Exception {
    JsonNode answer = JSON.readTree(presign.invoke(Samples.text(sample), TIMEOUT));

    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    assertThat(JSON.readTree(answer.path("body").asText()).isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "on-demand-thumbor, 200",
    "on-demand-thumbor-not-modified, 200",
    "on-demand-head, 200",
    "on-demand-image-handler, 200",
    "on-demand-variant, 200",
    "on-demand-variant-any, 200",
    "on-demand-wrong-signature, 403",
    "on-demand-expired, 400",
    "on-demand-no-key, 404",
  })
  void answersTheSampleCallsOfTheEdge(String sample, int status) throws Exception {
    String upload = Samples.text("renderer-put");
    putPhoto(Samples.originalOf(upload));
    renderer.invoke(upload, TIMEOUT);

    JsonNode answer = JSON.readTree(onDemand.invoke(Samples.text(sample), TIMEOUT));

    assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
    String type = answer.path("headers").path("content-type").asText();
    assertThat(type).startsWith(status == 200 ? "image/" : "application/json");
  }

  @Test
  void refusesToAnswerOnDemandWithoutKeysOrPermission() throws Exception {
    Map<String, String> closed = new HashMap<>(settings);
    closed.remove("TINTYPE_ALLOW_UNSAFE");

    try (var function =
        PackagedFunction.start(
            ON_DEMAND, closed, Files.createDirectory(folder.resolve("closed")))) {
      assertThatThrownBy(() -> function.invoke(Samples.text("on-demand-thumbor"), TIMEOUT))
          .hasMessageContaining("There is no signing key")
          .hasMessageContaining("TINTYPE_ALLOW_UNSAFE");
    }
  }

  @Test
  void takesOverTheWorkOfAKilledFunction() throws Exception {
    var original = new ObjectRef(SAMPLE_BUCKET, "uploads/large.jpg");
    s3.putObject(
        request -> request.bucket(original.bucket()).key(original.key()),
        RequestBody.fromBytes(Fixtures.jpeg(new Size(7000, 6000))));
    String event = Samples.uploadOf(original);
    PackagedFunction doomed = startRenderer("doomed");
    // Up and waiting, so that the short time below is all for the work.
    doomed.invoke(Samples.text("renderer-test-event"), TIMEOUT);
    try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> unanswered =
          background.submit(() -> doomed.invoke(event, Duration.ofSeconds(4)));
      await(() -> item(original).getOrDefault("status", NONE).equals(PROCESSING));
      doomed.kill();
      assertThatThrownBy(unanswered::get).hasCauseInstanceOf(TimeoutException.class);
    }
    doomed.close();
    assertThat(item(original)).containsEntry("status", PROCESSING);

    Thread.sleep(Duration.ofSeconds(10));
    JsonNode answer = JSON.readTree(renderer.invoke(event, TIMEOUT));

    assertThat(answer.path("batchItemFailures")).isEmpty();
    assertThat(status(original)).isEqualTo("READY");
    assertThat(item(original)).containsEntry("generation", AttributeValue.fromN("2"));
    assertThat(storedKeys(original)).isEqualTo(listedKeys(original)).isNotEmpty();
  }

  @Test
  void rendersTheVariantsOfAFileInTheBucket() throws Exception {
    var original = new ObjectRef(SAMPLE_BUCKET, "uploads/tiny.jpg");
    putPhoto(original);

    try (var function =
        startRenderer("tiny", variants("{tiny: {recipe: 16x16, formats: [png]}}"))) {
      function.invoke(Samples.uploadOf(original), TIMEOUT);
    }

    assertThat(listedKeys(original))
        .containsExactly(DerivativeKeys.variant(original, "tiny", Format.PNG));
  }

  @Test
  void rendersWithTheLayerThatIsDeployed() throws Exception {
    Path layer = ROOT.resolve("layers/vips/native/target").resolve(layerOfThisMachine());
    assumeTrue(
        "true".equals(System.getenv("CI")) || holdsLibvips(layer),
        "the layer is empty: the build had no npm");
    var original = new ObjectRef(SAMPLE_BUCKET, "uploads/layer.jpg");
    putPhoto(original);
    Map<String, String> others = new HashMap<>(settings);
    others.put("TINTYPE_ENGINE", "vips");
    Path work = Files.createDirectory(folder.resolve("layer"));
    var withLayer =
        new PackagedFunction.Deployed(RENDERER.zip(), Optional.of(layer), RENDERER.handler());

    try (var function = PackagedFunction.start(withLayer, others, work)) {
      JsonNode answer = JSON.readTree(function.invoke(Samples.uploadOf(original), TIMEOUT));
      assertThat(answer.path("batchItemFailures")).isEmpty();
    }

    assertThat(status(original)).isEqualTo("READY");
    assertThat(listedKeys(original)).isNotEmpty();
    assertThat(Files.readString(work.resolve(PackagedFunction.OUTPUT)))
        .contains("engine vips")
        .doesNotContain("engine thumbnailator");
  }

  private static String layerOfThisMachine() {
    return System.getProperty("os.arch").equals("aarch64")
        ? "vips-layer-arm64.zip"
        : "vips-layer-x86_64.zip";
  }

  private static boolean holdsLibvips(Path layer) throws IOException {
    try (var zip = new ZipFile(layer.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().startsWith("lib/libvips"));
    }
  }

  @Test
  void refusesToStartWithAVariantsFileThatIsWrong() throws Exception {
    Map<String, String> wrong = variants("{tiny: {recipe: 16by16, formats: [png]}}");

    try (var function = startRenderer("wrong", wrong)) {
      assertThatThrownBy(() -> function.invoke(Samples.text("renderer-test-event"), TIMEOUT))
          .hasMessageContaining("variants.yaml line 1")
          .hasMessageContaining("variant tiny")
          .hasMessageContaining("16by16");
    }
  }

  /// Settings that name a variants.yaml in the bucket.
  private static Map<String, String> variants(String variants) {
    s3.putObject(
        request -> request.bucket(SAMPLE_BUCKET).key("variants.yaml"),
        RequestBody.fromString("variants: " + variants));
    Map<String, String> others = new HashMap<>(settings);
    others.put("TINTYPE_VARIANTS_URI", "s3://" + SAMPLE_BUCKET + "/variants.yaml");
    return others;
  }

  private static Set<String> storedKeys(ObjectRef original) {
    String prefix = DerivativeKeys.variants(ImageId.of(original));
    String bucket = settings.get("TINTYPE_DERIVATIVES_BUCKET");
    return s3.listObjectsV2(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .collect(Collectors.toSet());
  }

  private static Set<String> listedKeys(ObjectRef original) {
    return item(original).getOrDefault("variants", NONE).l().stream()
        .map(variant -> variant.m().getOrDefault("key", NONE).s())
        .collect(Collectors.toSet());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(Duration.ofMillis(5));
    }
  }

  private static void putPhoto(ObjectRef original) {
    s3.putObject(
        request -> request.bucket(original.bucket()).key(original.key()),
        RequestBody.fromBytes(Fixtures.jpeg(new Size(640, 480))));
  }

  private static String status(ObjectRef original) {
    return item(original).getOrDefault("status", NONE).s();
  }

  private static Map<String, AttributeValue> item(ObjectRef original) {
    AttributeValue id = AttributeValue.fromS(ImageId.of(original).value());
    return dynamoDb
        .getItem(
            request ->
                request
                    .tableName(settings.get("TINTYPE_TABLE"))
                    .key(Map.of("id", id))
                    .consistentRead(true))
        .item();
  }
}
