package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.Map;

/// The on-demand function's URL. CloudFront passes on no header of the viewer's.
final class OnDemandUrl implements Origin {

  private static final Duration TIMEOUT = Duration.ofSeconds(29);

  private final HttpFunction function;

  OnDemandUrl(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    this.function = new HttpFunction("on-demand", TIMEOUT, function);
  }

  @Override
  public Answer fetch(Request viewer, String uri) {
    var headers =
        Map.of(
            "host", "on-demand.localhost",
            "user-agent", "Amazon CloudFront",
            "x-forwarded-for", viewer.sourceIp());
    var bare = new Request(viewer.method(), uri, uri, "", headers, viewer.sourceIp(), new byte[0]);
    return function.invoke(PayloadV2.ofFunctionUrl(bare, uri));
  }
}
