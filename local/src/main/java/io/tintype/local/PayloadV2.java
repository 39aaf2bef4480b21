package io.tintype.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Writes a request as API Gateway's payload format 2.0: lower-case header names, values of one
/// name joined by commas, cookies apart, and bodies that aren't text in base64.
final class PayloadV2 {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern TEXT =
      Pattern.compile("(text/.*|application/(.*\\+)?(json|xml)|application/javascript)(;.*)?");

  private PayloadV2() {}

  static APIGatewayV2HTTPEvent event(Request request, ApiRoute route) {
    Map<String, String> headers = new HashMap<>(request.headers());
    String cookies = headers.remove("cookie");
    var event = new APIGatewayV2HTTPEvent();
    event.setVersion("2.0");
    event.setRouteKey(route.key());
    event.setRawPath(request.path());
    event.setRawQueryString(request.rawQuery());
    event.setHeaders(headers);
    if (cookies != null) {
      event.setCookies(List.of(cookies.split("; ?")));
    }
    Map<String, String> query = query(request.rawQuery());
    if (!query.isEmpty()) {
      event.setQueryStringParameters(query);
    }
    if (!route.pathParameters().isEmpty()) {
      event.setPathParameters(route.pathParameters());
    }
    event.setRequestContext(context(request, route));
    putBody(event, request);
    return event;
  }

  /// @param path that the edge has put in place of the viewer's
  static APIGatewayV2HTTPEvent ofFunctionUrl(Request request, String path) {
    var rewritten =
        new Request(
            request.method(), path, path, "", request.headers(), request.sourceIp(), new byte[0]);
    return event(rewritten, new ApiRoute("$default", Map.of()));
  }

  private static void putBody(APIGatewayV2HTTPEvent event, Request request) {
    if (request.body().length == 0) {
      return;
    }
    boolean text = TEXT.matcher(request.header("content-type")).matches();
    event.setIsBase64Encoded(!text);
    event.setBody(
        text
            ? new String(request.body(), StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(request.body()));
  }

  private static APIGatewayV2HTTPEvent.RequestContext context(Request request, ApiRoute route) {
    var http = new APIGatewayV2HTTPEvent.RequestContext.Http();
    http.setMethod(request.method());
    http.setPath(request.path());
    http.setProtocol("HTTP/1.1");
    http.setSourceIp(request.sourceIp());
    http.setUserAgent(request.header("user-agent"));
    Instant now = Instant.now();
    var context = new APIGatewayV2HTTPEvent.RequestContext();
    context.setHttp(http);
    context.setRouteKey(route.key());
    context.setStage("$default");
    context.setAccountId("000000000000");
    context.setApiId("local");
    context.setDomainName(request.header("host"));
    context.setDomainPrefix("local");
    context.setRequestId(UUID.randomUUID().toString());
    context.setTime(TIME.format(now));
    context.setTimeEpoch(now.toEpochMilli());
    return context;
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(raw.split("&"))
        .filter(pair -> !pair.isEmpty())
        .forEach(
            pair -> {
              int equals = pair.indexOf('=');
              String name = equals < 0 ? pair : pair.substring(0, equals);
              String value = equals < 0 ? "" : pair.substring(equals + 1);
              parameters.merge(decoded(name), decoded(value), (one, other) -> one + "," + other);
            });
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
