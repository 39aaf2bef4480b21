package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// API Gateway's HTTP API: finds the route, calls the function with payload format 2.0 and turns
/// its answer into an HTTP response.
final class HttpApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(29);

  private final HttpFunction function;

  HttpApi(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    this.function = new HttpFunction("presign-api", TIMEOUT, function);
  }

  Answer answer(Request request) {
    if (request.method().equals("OPTIONS")) {
      return preflight(request);
    }
    var route = ApiRoute.of(request.method(), request.path());
    if (route.isEmpty()) {
      return withCors(request, Answer.json(404, "{\"message\":\"Not Found\"}"));
    }
    return withCors(request, function.invoke(PayloadV2.event(request, route.get())));
  }

  private static Answer preflight(Request request) {
    Map<String, String> headers = new HashMap<>();
    headers.put("access-control-allow-methods", "GET, POST, PUT, DELETE, OPTIONS");
    headers.put("access-control-allow-headers", "authorization, content-type");
    headers.put("access-control-max-age", "3000");
    return withCors(request, new Answer(204, headers, new byte[0]));
  }

  private static Answer withCors(Request request, Answer answer) {
    String origin = request.headers().get("origin");
    return origin != null && Origins.areLocal(origin)
        ? answer
            .with("access-control-allow-origin", origin)
            .with("access-control-expose-headers", "retry-after")
            .with("vary", "Origin")
        : answer;
  }
}
