package io.tintype.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// A function's zip in a JVM of its own, started by AWS's runtime interface client as on Lambda:
/// unpacked, with nothing of this JVM's class path, and with exactly the given environment.
final class PackagedFunction implements AutoCloseable {

  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /// What the function says, in its own folder.
  static final String OUTPUT = "output.log";

  private static final Path RUNTIME = ProjectRoot.find().resolve("local/runtime/target/jars");

  /// The template's for functions that render.
  private static final int MEMORY_MB = 3008;

  private final RuntimeApi api;
  private final Process process;
  private final long startNanos;

  private PackagedFunction(RuntimeApi api, Process process, long startNanos) {
    this.api = api;
    this.process = process;
    this.startNanos = startNanos;
  }

  /// What is deployed.
  ///
  /// @param layer unpacked beside the function; its `lib` is where the JVM looks for libraries
  record Deployed(Path zip, Optional<Path> layer, String handler) {}

  /// @param work an empty folder of its own
  static PackagedFunction start(Deployed deployed, Map<String, String> settings, Path work)
      throws IOException {
    unpack(deployed.zip(), work);
    if (deployed.layer().isPresent()) {
      unpack(deployed.layer().get(), Files.createDirectory(work.resolve("opt")));
    }
    var api = new RuntimeApi();
    var builder =
        new ProcessBuilder(command(work, deployed.handler()))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve(OUTPUT).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(api, deployed.handler(), settings, work));
    long startNanos = System.nanoTime();
    return new PackagedFunction(api, builder.start(), startNanos);
  }

  String invoke(String event, Duration timeout) throws InterruptedException, TimeoutException {
    return api.invoke(event, timeout);
  }

  /// When the process was started, by [System#nanoTime()].
  long startNanos() {
    return startNanos;
  }

  /// What its threads have spent so far; nothing where the system doesn't say.
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// As `kill -9` does it.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }

  private static List<String> command(Path work, String handler) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx2g");
    // The JVM begins with a 64th of a machine's memory, and Lambda's has no more than the function.
    command.add("-Xms" + MEMORY_MB / 64 + "m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D" + NATIVE_CLIENT + "=" + nativeClient(work));
    command.add("-Djava.library.path=" + work.resolve("opt/lib"));
    command.add("-cp");
    command.add(RUNTIME.resolve("*").toString());
    command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    command.add(handler);
    return command;
  }

  private static Map<String, String> environment(
      RuntimeApi api, String handler, Map<String, String> settings, Path work) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "local");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(MEMORY_MB));
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/local");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("LAMBDA_TASK_ROOT", work.toString());
    environment.put("_HANDLER", handler);
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("TZ", ":UTC");
    return environment;
  }

  /// Unpacked once for each function: left to itself, every client rewrites one file for all,
  /// under the feet of the others.
  private static Path nativeClient(Path work) throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    String entry = "jni/libaws-lambda-jni.linux-" + machine + ".so";
    Path file = work.resolve("libaws-lambda-jni.so");
    try (Stream<Path> jars = Files.list(RUNTIME)) {
      Path client =
          jars.filter(jar -> jar.getFileName().toString().contains("runtime-interface-client"))
              .findFirst()
              .orElseThrow(() -> new IOException("no runtime interface client in " + RUNTIME));
      try (var jar = new ZipFile(client.toFile());
          InputStream library = jar.getInputStream(jar.getEntry(entry))) {
        Files.copy(library, file);
      }
    }
    return file;
  }

  private static void unpack(Path zip, Path folder) {
    try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
      ZipEntry entry;
      while ((entry = entries.getNextEntry()) != null) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException(entry.getName() + " leaves the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not unpack " + zip, e);
    }
  }
}
