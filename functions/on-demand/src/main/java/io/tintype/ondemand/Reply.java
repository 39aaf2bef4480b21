package io.tintype.ondemand;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back.
///
/// @param body not to be changed
@SuppressWarnings("ArrayRecordComponent") // written once, and a copy would cost
record Reply(int status, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = {};

  static Reply empty(int status, Map<String, String> headers) {
    return new Reply(status, headers, NOTHING);
  }

  Reply with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }

  /// The same without its body, as HEAD wants it.
  Reply bodiless() {
    return empty(status, headers).with(Map.of("content-length", Integer.toString(body.length)));
  }

  APIGatewayV2HTTPResponse toResponse() {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(Base64.getEncoder().encodeToString(body))
        .withIsBase64Encoded(true)
        .build();
  }
}
