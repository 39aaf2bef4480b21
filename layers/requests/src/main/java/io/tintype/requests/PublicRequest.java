package io.tintype.requests;

/// What a viewer asked for.
///
/// @param path as received, still percent-encoded, from its first slash
/// @param query the parameters that matter, `name=value` with `&` between them, sorted by name,
///     each name once, still percent-encoded; empty without any
public record PublicRequest(String path, String query) {

  public PublicRequest {
    if (!path.startsWith("/") || path.indexOf('?') >= 0) {
      throw new IllegalArgumentException("Expected a path such as /a/b but received " + path);
    }
  }

  /// Path and query as they stand in an address.
  @Override
  public String toString() {
    return query.isEmpty() ? path : path + "?" + query;
  }
}
