package io.tintype.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;

/// Runs `edge.js` as CloudFront does, on a JavaScript engine inside the JVM. Any number of threads
/// may call; the file runs in one. Starts in the background.
public final class EdgeFunction implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("edge").factory());
  private final Future<Script> script;

  private EdgeFunction(EdgeSettings settings) {
    script = thread.submit(() -> Script.load(settings.fillIn(source())));
  }

  public static EdgeFunction start(EdgeSettings settings) {
    return new EdgeFunction(settings);
  }

  /// The file as it is written, with the places where settings go.
  public static String source() {
    try (InputStream file = EdgeFunction.class.getResourceAsStream("edge.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public EdgeAnswer answer(ViewerRequest request) {
    String event = event(request);
    try {
      String answer = thread.submit(() -> script.get().call(event)).get();
      return read(JSON.readTree(answer));
    } catch (ExecutionException e) {
      throw new IllegalStateException("The edge function failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the edge function", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EdgeAnswer read(JsonNode answer) {
    if (answer.has("uri")) {
      return new EdgeAnswer.PassOn(answer.get("uri").asText());
    }
    Map<String, String> headers = new HashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().get("value").asText()));
    return new EdgeAnswer.Refuse(
        answer.path("statusCode").asInt(), headers, answer.path("body").asText());
  }

  /// The event that CloudFront gives its functions. Names and values of parameters are as the
  /// viewer wrote them; only the names of headers are in lower case.
  private static String event(ViewerRequest request) {
    ObjectNode event = JSON.createObjectNode().put("version", "1.0");
    event.putObject("context").put("eventType", "viewer-request");
    event.putObject("viewer").put("ip", "127.0.0.1");
    ObjectNode inner =
        event.putObject("request").put("method", request.method()).put("uri", request.path());
    ObjectNode parameters = inner.putObject("querystring");
    for (String pair : request.query().split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        add(
            parameters,
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    ObjectNode headers = inner.putObject("headers");
    if (!request.accept().isEmpty()) {
      headers.putObject("accept").put("value", request.accept());
    }
    inner.putObject("cookies");
    return event.toString();
  }

  private static void add(ObjectNode parameters, String name, String value) {
    if (parameters.get(name) instanceof ObjectNode known) {
      if (!(known.get("multiValue") instanceof ArrayNode)) {
        known.putArray("multiValue").addObject().put("value", known.get("value").asText());
      }
      known.withArray("multiValue").addObject().put("value", value);
    } else {
      parameters.putObject(name).put("value", value);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    script.cancel(true);
  }

  /// The loaded file. One thread only.
  private record Script(Value handler) {

    static Script load(String source) {
      Engine engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
      Context context = Context.newBuilder("js").engine(engine).build();
      CloudFrontModules.putInto(context);
      context.eval("js", source);
      return new Script(context.eval("js", "event => JSON.stringify(handler(JSON.parse(event)))"));
    }

    String call(String event) {
      return handler.execute(event).asString();
    }
  }
}
