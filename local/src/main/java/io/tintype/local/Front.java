package io.tintype.local;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/// The one address that people use: the API, the public picture URLs and the web page.
final class Front implements AutoCloseable {

  private final WebServer server;

  private Front(WebServer server) {
    this.server = server;
  }

  /// What the front hands requests to.
  record Rooms(HttpApi api, StaticFiles page, Edge edge) {}

  /// Takes the port, and answers once it is open for `rooms`. 0 takes any free one.
  static Front bind(int port) {
    try {
      return new Front(WebServer.bind(port));
    } catch (TintypeException e) {
      throw new TintypeException(
          Reason.UNAVAILABLE,
          e.getMessage() + "; choose another with --port, for example --port 8081",
          e);
    }
  }

  URI address() {
    return URI.create("http://localhost:" + server.port());
  }

  void open(Rooms rooms) {
    server.open(request -> answer(request, rooms));
  }

  private static Answer answer(Request request, Rooms rooms) {
    if (ApiRoute.covers(request.path())) {
      return rooms.api().answer(request);
    }
    try {
      // On AWS the edge has an address of its own; here it gets what nobody else knows.
      Optional<Answer> page = rooms.page().find(request);
      return page.isPresent() ? page.get() : rooms.edge().answer(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
