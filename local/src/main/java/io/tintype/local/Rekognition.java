package io.tintype.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A stand-in for Rekognition: it speaks the service's JSON protocol, holds requests to its limits,
/// and answers from a list instead of seeing anything. Can be told to throttle, to fail and to be
/// slow, by [#trouble] or with a `PUT /trouble`; counts its calls at `GET /calls`.
final class Rekognition implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TARGET = "RekognitionService.";
  private static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final String MODEL = "7.0";

  private final HttpServer server;
  private final RekognitionAnswers answers;
  private final Map<String, Integer> calls = new ConcurrentHashMap<>();
  private final AtomicInteger throttles = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;

  private Rekognition(HttpServer server, RekognitionAnswers answers) {
    this.server = server;
    this.answers = answers;
  }

  /// @param list of answers, see [RekognitionAnswers]
  static Rekognition start(Path list, int port) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var rekognition =
          new Rekognition(HttpServer.create(address, 0), RekognitionAnswers.read(list));
      rekognition.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      rekognition.server.createContext("/", rekognition::handle);
      rekognition.server.start();
      return rekognition;
    } catch (IOException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "Rekognition's stand-in did not start", e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What goes wrong from now on.
  ///
  /// @param throttled so many calls are answered as too many
  /// @param failed so many after them fail
  /// @param slow how long every call takes
  void trouble(int throttled, int failed, Duration slow) {
    throttles.set(throttled);
    failures.set(failed);
    delay = slow;
  }

  /// How often an operation was answered.
  int calls(String operation) {
    return calls.getOrDefault(operation, 0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
        case "POST /" -> operation(exchange);
        case "GET /calls" -> reply(exchange, 200, JSON.valueToTree(calls));
        case "PUT /trouble" -> {
          JsonNode wanted = JSON.readTree(exchange.getRequestBody());
          trouble(
              wanted.path("throttle").asInt(),
              wanted.path("fail").asInt(),
              Duration.ofMillis(wanted.path("delayMillis").asLong()));
          reply(exchange, 200, wanted);
        }
        default -> fail(exchange, 404, "UnknownOperationException", "no such path");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void operation(HttpExchange exchange) throws IOException, InterruptedException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    Thread.sleep(delay);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 ")) {
      fail(exchange, 400, "MissingAuthenticationTokenException", "The request is not signed");
    } else if (throttles.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      fail(exchange, 400, "ProvisionedThroughputExceededException", "Too many calls a second");
    } else if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      fail(exchange, 500, "InternalServerError", "Something went wrong");
    } else if (target == null || !target.startsWith(TARGET)) {
      fail(exchange, 400, "UnknownOperationException", String.valueOf(target));
    } else {
      operation(exchange, target.substring(TARGET.length()), request);
    }
  }

  private void operation(HttpExchange exchange, String operation, JsonNode request)
      throws IOException {
    byte[] picture = Base64.getDecoder().decode(request.at("/Image/Bytes").asText());
    if (picture.length > MOST_BYTES) {
      fail(exchange, 400, "ImageTooLargeException", "The picture is larger than 5 MB");
      return;
    }
    Fingerprint fingerprint;
    try {
      fingerprint = Fingerprint.of(picture);
    } catch (IOException e) {
      fail(exchange, 400, "InvalidImageFormatException", "Neither JPEG nor PNG");
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    switch (operation) {
      case "DetectModerationLabels" -> {
        answer.set("ModerationLabels", answers.moderationLabels(fingerprint));
        answer.put("ModerationModelVersion", MODEL);
      }
      case "DetectFaces" -> answer.set("FaceDetails", answers.faceDetails(fingerprint));
      default -> {
        fail(exchange, 400, "UnknownOperationException", operation);
        return;
      }
    }
    calls.merge(operation, 1, Integer::sum);
    reply(exchange, 200, answer);
  }

  private static void fail(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    reply(exchange, status, JSON.createObjectNode().put("__type", type).put("message", message));
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
