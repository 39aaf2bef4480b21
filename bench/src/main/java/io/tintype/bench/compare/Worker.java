package io.tintype.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A process that lives as long as the comparison and renders what it is told, so that nothing is
/// measured of how a process starts.
final class Worker implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Contender contender;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter jobs;
  private final String version;
  private int renders;

  private Worker(Contender contender, Process process) throws IOException {
    this.contender = contender;
    this.process = process;
    this.answers = process.inputReader();
    this.jobs = process.outputWriter();
    this.version = line();
  }

  static Worker start(Contender contender, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    // As in every launcher of ours; sharp gains by it too.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    return new Worker(contender, builder.start());
  }

  Contender contender() {
    return contender;
  }

  /// What the process says of itself.
  String version() {
    return version;
  }

  /// Jobs done so far.
  int renders() {
    return renders;
  }

  /// One job done.
  ///
  /// @param cpuMillis spent by all threads of the process, its garbage collector included
  /// @param bytes of all files together
  record Sample(double millis, double cpuMillis, long bytes) {}

  /// Empty where the contender can't write the format.
  Optional<Sample> render(Job job, Photo photo) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.put("file", photo.file().toString());
    request.put("name", job.name());
    job.widths().forEach(request.withArray("widths")::add);
    request.put("format", job.format().id());
    request.put("quality", job.quality());
    request.put("effort", job.effort());
    request.put("animated", job.animated());
    jobs.write(request + "\n");
    jobs.flush();
    JsonNode answer = JSON.readTree(line());
    if (answer.has("lacks")) {
      return Optional.empty();
    }
    renders++;
    long bytes = 0;
    for (JsonNode size : answer.path("bytes")) {
      bytes += size.asLong();
    }
    return Optional.of(
        new Sample(answer.path("millis").asDouble(), answer.path("cpuMillis").asDouble(), bytes));
  }

  private String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(contender.label() + " has ended; what it said stands above");
    }
    return line;
  }

  /// The most memory that was resident at any time. Empty where the system doesn't say (Linux
  /// does).
  OptionalLong peakBytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
