package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayloadV2Test {

  @Test
  void namesRouteAndParametersAsApiGatewayDoes() {
    APIGatewayV2HTTPEvent event = event("DELETE", "/images/01J", "a=1&a=2&b=x%2By&c", Map.of(), "");

    assertThat(event.getVersion()).isEqualTo("2.0");
    assertThat(event.getRouteKey()).isEqualTo("DELETE /images/{id}");
    assertThat(event.getPathParameters()).containsExactly(Map.entry("id", "01J"));
    assertThat(event.getRawQueryString()).isEqualTo("a=1&a=2&b=x%2By&c");
    assertThat(event.getQueryStringParameters())
        .containsOnly(Map.entry("a", "1,2"), Map.entry("b", "x+y"), Map.entry("c", ""));
    assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("DELETE");
    assertThat(event.getBody()).isNull();
  }

  @Test
  void takesCookiesOutOfTheHeaders() {
    var headers = Map.of("cookie", "a=1; b=2", "accept", "*/*");

    APIGatewayV2HTTPEvent event = event("GET", "/images", "", headers, "");

    assertThat(event.getCookies()).containsExactly("a=1", "b=2");
    assertThat(event.getHeaders()).containsOnlyKeys("accept");
    assertThat(event.getQueryStringParameters()).isNull();
  }

  @Test
  void passesTextAsItIsAndAnythingElseInBase64() {
    var json = Map.of("content-type", "application/json; charset=utf-8");
    var other = Map.of("content-type", "image/jpeg");

    assertThat(event("POST", "/uploads", "", json, "{\"ü\":1}").getBody()).isEqualTo("{\"ü\":1}");
    assertThat(event("POST", "/uploads", "", json, "{}").getIsBase64Encoded()).isFalse();
    assertThat(event("POST", "/uploads", "", other, "{}").getBody()).isEqualTo("e30=");
    assertThat(event("POST", "/uploads", "", other, "{}").getIsBase64Encoded()).isTrue();
  }

  @Test
  void knowsTheTemplatesRoutesOnly() {
    assertThat(ApiRoute.of("GET", "/images/a/b")).isEmpty();
    assertThat(ApiRoute.of("GET", "/images/")).isEmpty();
    assertThat(ApiRoute.of("PUT", "/uploads")).isEmpty();
    assertThat(ApiRoute.of("GET", "/openapi.json")).isPresent();
  }

  private static APIGatewayV2HTTPEvent event(
      String method, String path, String query, Map<String, String> headers, String body) {
    var request =
        new Request(
            method, path, path, query, headers, "127.0.0.1", body.getBytes(StandardCharsets.UTF_8));
    return PayloadV2.event(request, ApiRoute.of(method, path).orElseThrow());
  }
}
