package io.tintype.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A stand-in for Rekognition: it speaks the service's JSON protocol, holds requests to its limits,
/// and answers from a list instead of seeing anything. Can be told to throttle, to fail and to be
/// slow, by [#trouble] or with a `PUT /trouble`; counts its calls at `GET /calls`.
final class Rekognition implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TARGET = "RekognitionService.";
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final String MODEL = "7.0";

  /// What Rekognition takes where a request doesn't say how sure labels have to be.
  private static final double USUAL_LEAST = 50;

  private final WebServer server;
  private final RekognitionAnswers answers;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final AtomicInteger throttles = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final Object change = new Object();
  private Duration delay = Duration.ZERO;

  private Rekognition(WebServer server, RekognitionAnswers answers) {
    this.server = server;
    this.answers = answers;
  }

  /// @param list of answers, see [RekognitionAnswers]
  static Rekognition start(Path list, int port) {
    RekognitionAnswers answers = RekognitionAnswers.read(list);
    var rekognition = new Rekognition(WebServer.bind(port), answers);
    rekognition.server.open(rekognition::answer);
    return rekognition;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /// What goes wrong from now on.
  ///
  /// @param throttled so many calls are answered as too many
  /// @param failed so many after them fail
  /// @param slow how long every call takes, those included that wait already
  void trouble(int throttled, int failed, Duration slow) {
    throttles.set(throttled);
    failures.set(failed);
    synchronized (change) {
      delay = slow;
      change.notifyAll();
    }
  }

  private void takeTime() throws InterruptedException {
    long start = System.nanoTime();
    synchronized (change) {
      long left = delay.toMillis();
      while (left > 0) {
        change.wait(left);
        left = delay.minusNanos(System.nanoTime() - start).toMillis();
      }
    }
  }

  /// How often an operation was answered.
  int calls(String operation) {
    return calls.getOrDefault(operation, 0);
  }

  private Answer answer(Request request) {
    try {
      return switch (request.method() + " " + request.path()) {
        case "POST /" -> operation(request);
        case "GET /calls" -> reply(200, JSON.valueToTree(calls));
        case "PUT /trouble" -> {
          JsonNode wanted = JSON.readTree(request.body());
          trouble(
              wanted.path("throttle").asInt(),
              wanted.path("fail").asInt(),
              Duration.ofMillis(wanted.path("delayMillis").asLong()));
          yield reply(200, wanted);
        }
        default -> failure(404, "UnknownOperationException", "no such path");
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure(500, "InternalServerError", "The stand-in is stopping");
    }
  }

  private Answer operation(Request request) throws IOException, InterruptedException {
    takeTime();
    String target = request.header("x-amz-target");
    if (!request.header("authorization").startsWith("AWS4-HMAC-SHA256 ")) {
      return failure(400, "MissingAuthenticationTokenException", "The request is not signed");
    }
    if (throttles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return failure(400, "ProvisionedThroughputExceededException", "Too many calls a second");
    }
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return failure(500, "InternalServerError", "Something went wrong");
    }
    return target.startsWith(TARGET)
        ? operation(target.substring(TARGET.length()), JSON.readTree(request.body()))
        : failure(400, "UnknownOperationException", target);
  }

  private Answer operation(String operation, JsonNode request) {
    byte[] picture = Base64.getDecoder().decode(request.at("/Image/Bytes").asText());
    if (picture.length > MOST_BYTES) {
      return failure(400, "ImageTooLargeException", "The picture is larger than 5 MB");
    }
    Fingerprint fingerprint;
    try {
      fingerprint = Fingerprint.of(picture);
    } catch (IOException e) {
      return failure(400, "InvalidImageFormatException", "Neither JPEG nor PNG");
    }
    ObjectNode answer = JSON.createObjectNode();
    switch (operation) {
      case "DetectModerationLabels" -> {
        double least = request.path("MinConfidence").asDouble(USUAL_LEAST);
        answer.set("ModerationLabels", answers.moderationLabels(fingerprint, least));
        answer.put("ModerationModelVersion", MODEL);
      }
      case "DetectFaces" -> answer.set("FaceDetails", answers.faceDetails(fingerprint));
      default -> {
        return failure(400, "UnknownOperationException", operation);
      }
    }
    calls.merge(operation, 1, Integer::sum);
    return reply(200, answer);
  }

  private static Answer failure(int status, String type, String message) {
    return reply(status, JSON.createObjectNode().put("__type", type).put("message", message));
  }

  private static Answer reply(int status, JsonNode body) {
    return new Answer(
        status,
        Map.of("content-type", "application/x-amz-json-1.1"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
