package io.tintype.presign;

import java.util.regex.Pattern;

/// The routes of the API, written as API Gateway and OpenAPI write them.
enum Route {
  GRANT_UPLOAD("POST", "/uploads"),
  LIST_IMAGES("GET", "/images"),
  GET_IMAGE("GET", "/images/{id}"),
  DELETE_IMAGE("DELETE", "/images/{id}"),
  RULE_ON_IMAGE("PUT", "/images/{id}/moderation"),
  GET_OPENAPI("GET", "/openapi.json");

  private final String method;
  private final String path;
  private final Pattern pattern;

  Route(String method, String path) {
    this.method = method;
    this.path = path;
    this.pattern = Pattern.compile("\\Q" + path.replace("{id}", "\\E[^/]+\\Q") + "\\E");
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /// `GET /images/{id}`.
  String key() {
    return method + " " + path;
  }

  boolean matches(String actualPath) {
    return pattern.matcher(actualPath).matches();
  }
}
