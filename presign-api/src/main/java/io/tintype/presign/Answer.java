package io.tintype.presign;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What goes back to the client; nothing of it may be cached.
///
/// @param json the body as text
/// @param headers besides Content-Type and Cache-Control
record Answer(int status, Optional<String> json, Map<String, String> headers) {

  static Answer of(int status, Object body) {
    return new Answer(status, Optional.of(Json.write(body)), Map.of());
  }

  static Answer empty() {
    return new Answer(204, Optional.empty(), Map.of());
  }

  Answer with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, json, all);
  }

  APIGatewayV2HTTPResponse toResponse() {
    var all = new LinkedHashMap<>(headers);
    all.put("Cache-Control", "no-store");
    json.ifPresent(_ -> all.put("Content-Type", "application/json"));
    var response = APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(all);
    return json.map(response::withBody).orElse(response).build();
  }
}
