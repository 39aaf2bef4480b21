package io.tintype.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one address that people use: the API, the public picture URLs and the web page.
final class Front implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Front.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Front(HttpServer server) {
    this.server = server;
  }

  /// What the front hands requests to.
  record Rooms(HttpApi api, StaticFiles page, Edge edge) {}

  /// Takes the port, and answers once it is open for `rooms`. 0 takes any free one.
  static Front bind(int port) {
    try {
      return new Front(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    } catch (BindException e) {
      throw new TintypeException(
          Reason.UNAVAILABLE,
          "port " + port + " is taken; choose another with --port, for example --port 8081",
          e);
    } catch (IOException e) {
      throw new TintypeException(Reason.UNAVAILABLE, "the front did not start", e);
    }
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void open(Rooms rooms) {
    server.createContext("/", exchange -> handle(exchange, rooms));
    server.setExecutor(threads);
    server.start();
  }

  private static void handle(HttpExchange exchange, Rooms rooms) throws IOException {
    try (exchange) {
      Optional<Request> request = Request.read(exchange);
      Answer answer =
          request.isPresent()
              ? answer(request.get(), rooms)
              : Answer.error(413, "TooLarge", "the body is larger than 6 MB");
      answer.send(exchange);
    }
  }

  private static Answer answer(Request request, Rooms rooms) {
    try {
      if (ApiRoute.covers(request.path())) {
        return rooms.api().answer(request);
      }
      // On AWS the edge has an address of its own; here it gets what nobody else knows.
      Optional<Answer> page = rooms.page().find(request);
      return page.isPresent() ? page.get() : rooms.edge().answer(request);
    } catch (IOException | RuntimeException e) {
      log.error("{} {} failed", request.method(), request.path(), e);
      return Answer.error(500, "Internal", "something went wrong; the log says what");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
