package io.tintype.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tintype.pipeline.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// A service that answers as a test tells it to, and remembers what it was asked. The clients are
/// the real ones of [AwsClients].
final class StandIn implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AwsClients clients;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /// A request as it came in; header names in any case.
  record Request(String method, URI uri, Map<String, List<String>> headers, String body) {

    Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst();
    }
  }

  /// An answer.
  ///
  /// @param announced the Content-Length; a longer one than the body breaks the body off, and -1
  ///     closes the connection without an answer
  record Answer(int status, Map<String, String> headers, String body, long announced) {

    static final Answer NONE = new Answer(0, Map.of(), "", -1);

    static Answer of(int status) {
      return of(status, Map.of(), "");
    }

    static Answer of(int status, Map<String, String> headers, String body) {
      return new Answer(status, headers, body, body.getBytes(StandardCharsets.UTF_8).length);
    }

    /// S3's way to say no.
    static Answer s3Error(int status, String code) {
      return of(
          status,
          Map.of("Content-Type", "application/xml"),
          "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    /// The JSON services' way to say no.
    static Answer jsonError(int status, String type) {
      return json(status, "{\"__type\":\"" + type + "\",\"message\":\"no\"}");
    }

    static Answer json(int status, String body) {
      return of(status, Map.of("Content-Type", "application/x-amz-json-1.0"), body);
    }
  }

  StandIn(Function<Request, Answer> answers) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, answers));
    server.start();
    var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var endpoints =
        new Settings.Endpoints(
            Optional.of("eu-central-1"),
            Arrays.stream(Settings.Service.values())
                .collect(Collectors.toMap(service -> service, _ -> here)),
            true);
    clients =
        new AwsClients(
            endpoints,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));
  }

  /// Always the same answer.
  static StandIn answering(Answer answer) {
    return new StandIn(request -> answer);
  }

  AwsClients clients() {
    return clients;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
    try (exchange) {
      var request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      Answer answer = answers.apply(request);
      if (answer.announced() < 0) {
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      if (request.method().equals("HEAD")) {
        exchange.sendResponseHeaders(answer.status(), -1);
        return;
      }
      exchange.sendResponseHeaders(
          answer.status(), answer.announced() == 0 ? -1 : answer.announced());
      exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }

  @Override
  public void close() {
    clients.close();
    server.stop(0);
    threads.close();
  }
}
