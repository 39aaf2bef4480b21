package io.tintype.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A route of the HTTP API, as the template lists them.
///
/// @param key its method and path, as API Gateway writes them
record ApiRoute(String key, Map<String, String> pathParameters) {

  private static final List<String> KEYS =
      List.of(
          "POST /uploads",
          "GET /images",
          "GET /images/{id}",
          "DELETE /images/{id}",
          "PUT /images/{id}/moderation",
          "GET /openapi.json");

  static boolean covers(String path) {
    return path.equals("/uploads")
        || path.equals("/images")
        || path.startsWith("/images/")
        || path.equals("/openapi.json");
  }

  static Optional<ApiRoute> of(String method, String path) {
    return KEYS.stream().map(key -> match(key, method, path)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<ApiRoute> match(String key, String method, String path) {
    String route = method + " " + path;
    int parameter = key.indexOf("{id}");
    if (parameter < 0) {
      return key.equals(route) ? Optional.of(new ApiRoute(key, Map.of())) : Optional.empty();
    }
    String before = key.substring(0, parameter);
    String after = key.substring(parameter + "{id}".length());
    if (!route.startsWith(before)
        || !route.endsWith(after)
        || route.length() <= before.length() + after.length()) {
      return Optional.empty();
    }
    String id = route.substring(before.length(), route.length() - after.length());
    return id.contains("/") ? Optional.empty() : Optional.of(new ApiRoute(key, Map.of("id", id)));
  }
}
