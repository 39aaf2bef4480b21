package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// DynamoDB Local, in a process of its own: its licence keeps it out of ours. The process ends
/// with the stack, also when the stack is killed.
final class DynamoDb implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Replaces the shell by the server, and leaves behind a shell that waits for the end of
  /// standard input, which the stack holds open: when that ends, for whatever reason, so does the
  /// server. Ctrl-C in a terminal reaches every process in it and is left to the stack.
  private static final String UNTIL_STACK_ENDS =
      "trap '' INT; exec 3<&0 </dev/null; (read -r never <&3; kill $$ 2>/dev/null) & exec 3<&-;"
          + " exec \"$@\"";

  private final Process process;
  private final URI endpoint;

  private DynamoDb(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /// @param jars the folder that Maven put DynamoDB Local and its dependencies into
  /// @param data an existing folder for its database
  static DynamoDb start(Path jars, Path data, int port) {
    if (!Files.isDirectory(jars)) {
      throw new TintypeException(
          Reason.UNAVAILABLE,
          "DynamoDB Local is not in " + jars + "; local/start fetches it, as does mvn package");
    }
    Path log = data.resolve("server.log");
    try {
      Path temporary = Files.createDirectories(data.resolve("tmp"));
      Process process =
          new ProcessBuilder(command(jars, data, temporary, port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var dynamoDb = new DynamoDb(process, URI.create("http://127.0.0.1:" + port));
      dynamoDb.awaitAnswer(log);
      return dynamoDb;
    } catch (IOException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "DynamoDB Local did not start", e);
    }
  }

  private static List<String> command(Path jars, Path data, Path temporary, int port) {
    return List.of(
        "/bin/sh",
        "-c",
        UNTIL_STACK_ENDS,
        "dynamodb-local",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.io.tmpdir=" + temporary,
        "-cp",
        jars + "/*",
        "software.amazon.dynamodb.services.local.main.ServerRunner",
        "-dbPath",
        data.toString(),
        "-sharedDb",
        "-disableTelemetry",
        "-cors",
        "http://localhost",
        "-port",
        Integer.toString(port));
  }

  URI endpoint() {
    return endpoint;
  }

  private void awaitAnswer(Path log) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (DynamoDbClient client = Clients.dynamoDb(endpoint)) {
      while (!answers(client)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          close();
          throw new TintypeException(
              Reason.UNAVAILABLE, "DynamoDB Local did not start: " + Files.readString(log));
        }
      }
    }
  }

  private static boolean answers(DynamoDbClient client) {
    try {
      client.listTables();
      return true;
    } catch (SdkException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
