package io.tintype.ondemand;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// One request as a function URL hands it over (payload 2.0).
record Call(APIGatewayV2HTTPEvent event) {

  String method() {
    return Optional.ofNullable(event.getRequestContext())
        .map(APIGatewayV2HTTPEvent.RequestContext::getHttp)
        .map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod)
        .orElse("GET");
  }

  boolean isHead() {
    return method().equals("HEAD");
  }

  /// The derivative's key, as the edge wrote it.
  String path() {
    return Optional.ofNullable(event.getRawPath()).orElse("/");
  }

  /// Whether the viewer has a file with this eTag already.
  boolean knows(String eTag) {
    String known = Optional.ofNullable(event.getHeaders()).orElse(Map.of()).get("if-none-match");
    return known != null
        && Arrays.stream(known.split(","))
            .map(each -> each.strip().replaceFirst("^W/", ""))
            .anyMatch(each -> each.equals(eTag) || each.equals("*"));
  }
}
