package io.tintype.presign;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One request as API Gateway hands it over (payload 2.0), with everything it may leave out.
record Call(APIGatewayV2HTTPEvent event) {

  private static final int MAX_BODY_BYTES = 65_536;

  /// `GET /images/{id}` when a route of the API matched, `$default` or nothing otherwise.
  String routeKey() {
    return Optional.ofNullable(event.getRouteKey()).orElse("");
  }

  String method() {
    return context()
        .map(RequestContext::getHttp)
        .map(RequestContext.Http::getMethod)
        .orElseGet(() -> routeKey().replaceFirst(" .*", ""));
  }

  /// As the client wrote it, without the name of a stage.
  String path() {
    String raw = Optional.ofNullable(event.getRawPath()).orElse("/");
    String stage = "/" + context().map(RequestContext::getStage).orElse("");
    return raw.startsWith(stage + "/") && stage.length() > 1 ? raw.substring(stage.length()) : raw;
  }

  /// Who calls: the JWT that API Gateway has verified, if there was one.
  Optional<Owner> caller() {
    Optional<Map<String, String>> claims =
        context().map(RequestContext::getAuthorizer).map(Authorizer::getJwt).map(JWT::getClaims);
    Optional<String> subject = claims.map(known -> known.get("sub"));
    return claims
        .map(known -> known.get("iss"))
        .flatMap(issuer -> subject.map(sub -> Owner.of(issuer, sub)));
  }

  /// The scopes of that JWT: `scope`, or `scp`, which API Gateway knows too. It hands a list on as
  /// `[a b]`.
  Set<String> scopes() {
    Optional<Map<String, String>> claims =
        context().map(RequestContext::getAuthorizer).map(Authorizer::getJwt).map(JWT::getClaims);
    return Stream.of("scope", "scp")
        .flatMap(name -> claims.map(known -> known.get(name)).stream())
        .flatMap(scopes -> Arrays.stream(scopes.split("[\\[\\] ,]+", -1)))
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toSet());
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(event.getQueryStringParameters()).map(all -> all.get(name));
  }

  /// The second part of the path, `/images/{id}` or `/images/{id}/moderation`.
  String id() {
    return path().split("/", -1)[2];
  }

  /// @throws TintypeException TOO_LARGE, BAD_REQUEST for a body that is none
  byte[] body() {
    String text = Optional.ofNullable(event.getBody()).orElse("");
    if (text.length() > MAX_BODY_BYTES * 2) {
      throw tooLarge();
    }
    byte[] bytes = event.getIsBase64Encoded() ? decoded(text) : encoded(text);
    if (bytes.length > MAX_BODY_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static TintypeException tooLarge() {
    return new TintypeException(
        Reason.TOO_LARGE, "Expected a body of at most " + MAX_BODY_BYTES + " bytes");
  }

  private static byte[] encoded(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new TintypeException(Reason.BAD_REQUEST, "The body is not the base64 it claims", e);
    }
  }

  private Optional<RequestContext> context() {
    return Optional.ofNullable(event.getRequestContext());
  }
}
