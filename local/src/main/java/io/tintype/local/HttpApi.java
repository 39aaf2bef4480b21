package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// API Gateway's HTTP API: finds the route, calls the function with payload format 2.0 and turns
/// its answer into an HTTP response.
final class HttpApi {

  private static final Logger log = LoggerFactory.getLogger(HttpApi.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(29);

  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  HttpApi(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    this.function = function;
  }

  Answer answer(Request request) {
    if (request.method().equals("OPTIONS")) {
      return preflight(request);
    }
    var route = ApiRoute.of(request.method(), request.path());
    if (route.isEmpty()) {
      return withCors(request, Answer.json(404, "{\"message\":\"Not Found\"}"));
    }
    return withCors(request, invoke(PayloadV2.event(request, route.get())));
  }

  private Answer invoke(APIGatewayV2HTTPEvent event) {
    Callable<APIGatewayV2HTTPResponse> task =
        () -> function.handleRequest(event, new LocalContext("presign-api", TIMEOUT));
    var call = calls.submit(task);
    try {
      return answer(call.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      log.error("the function failed", e.getCause());
      return Answer.json(500, "{\"message\":\"Internal Server Error\"}");
    } catch (TimeoutException e) {
      call.cancel(true);
      return Answer.json(503, "{\"message\":\"Service Unavailable\"}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.json(503, "{\"message\":\"Service Unavailable\"}");
    }
  }

  private static Answer answer(APIGatewayV2HTTPResponse response) {
    Map<String, String> headers = new HashMap<>();
    if (response.getHeaders() != null) {
      headers.putAll(response.getHeaders());
    }
    headers.putIfAbsent("content-type", "application/json");
    String body = response.getBody() == null ? "" : response.getBody();
    byte[] bytes =
        response.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    return new Answer(response.getStatusCode(), headers, bytes);
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
        ? answer.with("access-control-allow-origin", origin).with("vary", "Origin")
        : answer;
  }
}
