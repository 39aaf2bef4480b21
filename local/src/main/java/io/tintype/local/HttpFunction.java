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

/// A function that answers HTTP requests in payload format 2.0, called as API Gateway and function
/// URLs do.
final class HttpFunction {

  private static final Logger log = LoggerFactory.getLogger(HttpFunction.class);

  private final String name;
  private final Duration timeout;
  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  /// @param timeout after which the call is given up
  HttpFunction(
      String name,
      Duration timeout,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    this.name = name;
    this.timeout = timeout;
    this.function = function;
  }

  Answer invoke(APIGatewayV2HTTPEvent event) {
    Callable<APIGatewayV2HTTPResponse> task =
        () -> function.handleRequest(event, new LocalContext(name, timeout));
    var call = calls.submit(task);
    try {
      return answer(call.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      log.error("the function {} failed", name, e.getCause());
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
}
