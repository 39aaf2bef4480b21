package io.tintype.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An HTTP request as the front's parts see it.
///
/// @param path decoded
/// @param rawPath as sent, percent-encoded
/// @param rawQuery as sent, empty without one
/// @param headers with lower-case names; several of one name are joined by commas
@SuppressWarnings("ArrayRecordComponent") // read once and only read, and never compared
record Request(
    String method,
    String path,
    String rawPath,
    String rawQuery,
    Map<String, String> headers,
    String sourceIp,
    byte[] body) {

  /// Lambda takes six megabytes in all.
  private static final int MAX_BODY = 6_000_000;

  /// Empty when the body is larger than a function may get.
  static Optional<Request> read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String query = exchange.getRequestURI().getRawQuery();
    return Optional.of(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestURI().getRawPath(),
            query == null ? "" : query,
            headers,
            exchange.getRemoteAddress().getAddress().getHostAddress(),
            body));
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  boolean reads() {
    return isHead() || method.equals("GET");
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
