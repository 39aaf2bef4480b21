package io.tintype.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;

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
  static Optional<Request> read(org.eclipse.jetty.server.Request http) throws IOException {
    byte[] body;
    try (InputStream content = Content.Source.asInputStream(http)) {
      body = content.readNBytes(MAX_BODY + 1);
    }
    if (body.length > MAX_BODY) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : http.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(field.getLowerCaseName(), value, (one, other) -> one + "," + other);
    }
    HttpURI uri = http.getHttpURI();
    String path = uri.getPath() == null ? "" : uri.getPath();
    return Optional.of(
        new Request(
            http.getMethod(),
            decoded(path),
            path,
            uri.getQuery() == null ? "" : uri.getQuery(),
            headers,
            org.eclipse.jetty.server.Request.getRemoteAddr(http),
            body));
  }

  /// A path with damaged escapes is left as it is.
  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
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
