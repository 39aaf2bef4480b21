package io.tintype.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

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
  void send(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::put);
    boolean head = request.getMethod().equals("HEAD");
    if (head) {
      response.getHeaders().put("content-length", body.length);
    }
    boolean bodiless = head || status == 204 || status == 304;
    response.write(true, bodiless ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(body), callback);
  }
}
