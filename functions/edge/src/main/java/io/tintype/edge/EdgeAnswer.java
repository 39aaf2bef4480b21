package io.tintype.edge;

import java.util.Map;

/// What the edge does with a request.
public sealed interface EdgeAnswer {

  /// It passes the request on under another address.
  ///
  /// @param uri the key of a derivative, with a slash before it
  record PassOn(String uri) implements EdgeAnswer {}

  /// It answers for itself.
  ///
  /// @param headers with lower-case names
  record Refuse(int status, Map<String, String> headers, String body) implements EdgeAnswer {

    public Refuse {
      headers = Map.copyOf(headers);
    }
  }
}
