package io.tintype.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// An HTTP response, whole.
@SuppressWarnings("ArrayRecordComponent") // written once and sent, and never compared
record Answer(int status, Map<String, String> headers, byte[] body) {

  static Answer json(int status, String json) {
    return new Answer(
        status,
        Map.of("content-type", "application/json", "cache-control", "no-store"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /// An error in the form that every door of the product uses.
  static Answer error(int status, String code, String message) {
    return json(
        status,
        "{\"status\":%d,\"code\":\"%s\",\"message\":\"%s\"}".formatted(status, code, message));
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /// Sends it, without the body where HTTP has none.
  void send(HttpExchange exchange) throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean bodiless = head || status == 204 || status == 304;
    if (head) {
      exchange.getResponseHeaders().set("content-length", Integer.toString(body.length));
    }
    exchange.sendResponseHeaders(status, bodiless || body.length == 0 ? -1 : body.length);
    if (!bodiless && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
