package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.requests.Accepted;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.DerivativeKey;
import io.tintype.requests.PublicRequest;
import java.time.Duration;

/// The on-demand function's URL, and in front of it what is left of the edge where nothing is
/// cached: the request is written as a derivative's key.
final class OnDemandUrl {

  private static final Duration TIMEOUT = Duration.ofSeconds(29);

  private final HttpFunction function;

  OnDemandUrl(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
    this.function = new HttpFunction("on-demand", TIMEOUT, function);
  }

  Answer answer(Request request) {
    var wanted = new PublicRequest(request.rawPath(), request.rawQuery());
    boolean expires = request.rawQuery().contains("expires=");
    var key =
        new AdHocKey(
            DerivativeKey.UNKNOWN_IMAGE, wanted, accepted(request.header("accept")), expires);
    return function.invoke(PayloadV2.ofFunctionUrl(request, "/" + key.text()));
  }

  private static Accepted accepted(String accept) {
    if (accept.contains("image/avif")) {
      return Accepted.AVIF;
    }
    return accept.contains("image/webp") ? Accepted.WEBP : Accepted.ANY;
  }
}
