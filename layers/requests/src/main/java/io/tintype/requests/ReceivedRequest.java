package io.tintype.requests;

import java.util.Map;

/// A request as it arrived.
///
/// @param path with its leading slash, still percent-encoded, without the query
/// @param query decoded; of equal names the last value
public record ReceivedRequest(String path, Map<String, String> query) {

  public ReceivedRequest {
    query = Map.copyOf(query);
  }
}
