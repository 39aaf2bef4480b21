package io.tintype.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Size;
import io.tintype.testkit.Fixtures;
import io.tintype.vips.VipsEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/// Measures how long a new process takes until its first picture is there, and where the time goes:
/// the engine alone, and the packaged renderer under AWS's runtime interface client against the
/// local services, both with the flags that Lambda starts Java with. Run by `bench/first-render`.
final class FirstRender {

  /// Lambda's, which compiles with the quick compiler only, unless the function has SnapStart; and
  /// the template's for where libvips is there.
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:MetaspaceSize=64m");

  private static final String BUCKET = "tintype-originals-123456789012-eu-west-1";
  private static final Path ROOT = ProjectRoot.find();

  private final byte[] photo;
  private final Path work;
  private final int runs;

  private FirstRender(byte[] photo, Path work, int runs) {
    this.photo = photo;
    this.work = work;
    this.runs = runs;
  }

  /// `[<runs> [<photo>]]`; without a photo, one of 12 megapixels is made.
  public static void main(String[] arguments) throws Exception {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    byte[] photo =
        arguments.length > 1
            ? Files.readAllBytes(Path.of(arguments[1]))
            : Fixtures.jpeg(new Size(4000, 3000));
    Path work = Files.createTempDirectory("first-render");
    var measuring = new FirstRender(photo, work, runs);
    System.out.printf(
        "%d processors, JDK %s, flags %s, %d runs; milliseconds since the process was started%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version(), FLAGS, runs);
    try {
      measuring.engineAlone();
      measuring.packagedRenderer();
    } finally {
      deleteAll(work);
    }
  }

  /// A hundred megabytes for each run.
  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void engineAlone() throws IOException, InterruptedException {
    var milestones = new LinkedHashMap<String, String>();
    milestones.put(EngineOnly.class.getName(), "the JVM is up");
    milestones.put("io.tintype.vips.Bindings", "libvips is loaded");
    milestones.put("io.tintype.imaging.header.Headers", "libvips is ready");
    milestones.put("io.tintype.vips.Cascade", "the photo is open and planned");
    Path file = Files.write(work.resolve("photo"), photo);
    var times = new Times("the engine alone: one picture of 400 pixels");
    for (int run = 0; run < runs; run++) {
      Path log = work.resolve("engine-" + run);
      List<String> command =
          List.of(
              java(),
              Milestones.flag(log),
              "-Dtintype.vips=" + ROOT.resolve("layers/vips/native/target/here"),
              "-cp",
              String.join(
                  ":", place(EngineOnly.class), place(ImageEngine.class), place(VipsEngine.class)),
              EngineOnly.class.getName(),
              file.toString());
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", FLAGS));
      builder.environment().put("MALLOC_ARENA_MAX", "2");
      long start = System.nanoTime();
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
      double end = (System.nanoTime() - start) / 1e6;
      times.add(
          new Milestones(milestones).read(log), "the picture is there, the process over", end);
    }
    times.print();
  }

  private void packagedRenderer() throws Exception {
    var milestones = new LinkedHashMap<String, String>();
    milestones.put("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", "the JVM is up");
    milestones.put("io.tintype.renderer.RendererHandler", "the runtime interface client is up");
    milestones.put("io.tintype.aws.AwsClients", "settings are read");
    milestones.put("io.tintype.vips.Bindings", "libvips is loaded");
    milestones.put("io.tintype.aws.FirstRequests", "the clients for S3 and DynamoDB are built");
    milestones.put("io.tintype.pipeline.variants.VariantSet", "the engine is there too");
    milestones.put("io.tintype.renderer.QueueJson", "the function is ready, the event is there");
    milestones.put("io.tintype.pipeline.VariantRenderer$Wanted", "the original is fetched");
    milestones.put("io.tintype.pipeline.VariantRenderer$Result", "all variants are rendered");
    var times = new Times("the packaged renderer: every variant of variants.yaml, stored");
    try (Stack stack = Stack.start(new StackOptions(ROOT, work.resolve("data"), true, 0));
        var s3 = Clients.s3(stack.addresses().s3())) {
      s3.createBucket(request -> request.bucket(BUCKET));
      Map<String, String> settings = new HashMap<>(stack.environment());
      settings.put("AWS_ACCESS_KEY_ID", Credentials.ACCESS_KEY);
      settings.put("AWS_SECRET_ACCESS_KEY", Credentials.SECRET_KEY);
      settings.put("TINTYPE_ORIGINALS_BUCKET", BUCKET);
      settings.put("TINTYPE_ENGINE", "vips");
      // The first finds services that are as cold as itself, and doesn't count.
      for (int run = -1; run < runs; run++) {
        String key = "uploads/first-" + run + ".jpg";
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(photo));
        Path log = work.resolve("renderer-" + run);
        settings.put("JAVA_TOOL_OPTIONS", String.join(" ", FLAGS) + " " + Milestones.flag(log));
        Answer answer = answered(settings, key, run);
        if (run < 0) {
          continue;
        }
        times.add(new Milestones(milestones).read(log), "answered", answer.millis());
        times.add(Map.of(), "CPU time spent, of all threads", answer.cpuMillis());
      }
    }
    times.print();
  }

  /// @param millis since the process was started
  private record Answer(double millis, double cpuMillis) {}

  private Answer answered(Map<String, String> settings, String key, int run) throws Exception {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    var deployed =
        new PackagedFunction.Deployed(
            ROOT.resolve("functions/renderer/target/renderer.zip"),
            Optional.of(ROOT.resolve("layers/vips/native/target/vips-layer-" + machine + ".zip")),
            "io.tintype.renderer.RendererHandler::handleRequest");
    Path folder = Files.createDirectory(work.resolve("function-" + run));
    try (var function = PackagedFunction.start(deployed, settings, folder)) {
      String answer = function.invoke(upload(key), Duration.ofMinutes(1));
      double end = (System.nanoTime() - function.startNanos()) / 1e6;
      if (!answer.contains("\"batchItemFailures\":[]")) {
        throw new IOException(Files.readString(folder.resolve(PackagedFunction.OUTPUT)));
      }
      return new Answer(end, function.cpuTime().toNanos() / 1e6);
    }
  }

  private static String upload(String key) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    JsonNode event = json.readTree(Files.readString(ROOT.resolve("events/renderer-put.json")));
    ObjectNode message = (ObjectNode) event.path("Records").path(0);
    JsonNode body = json.readTree(message.path("body").asText());
    ((ObjectNode) body.path("Records").path(0).path("s3").path("object")).put("key", key);
    message.put("body", body.toString());
    return event.toString();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
