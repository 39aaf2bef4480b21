package io.tintype.pipeline.ondemand;

import io.tintype.pipeline.Derivative;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a request is answered with.
///
/// @param derivative as it is stored, or would be
/// @param modified when it was made
/// @param stored whether S3 will answer the same request from now on
/// @param negotiated whether another viewer may get another format
/// @param headers that the request asked for besides
/// @param address the public path and query that led here
public record Found(
    Derivative derivative,
    Instant modified,
    boolean stored,
    boolean negotiated,
    Map<String, String> headers,
    String address,
    List<Stages.Stage> stages) {

  public Found {
    headers = Map.copyOf(headers);
    stages = List.copyOf(stages);
  }
}
