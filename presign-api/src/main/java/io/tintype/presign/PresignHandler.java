package io.tintype.presign;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/// The Lambda function behind the HTTP API. It never throws: every failure is an answer.
public final class PresignHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final Router router;

  public PresignHandler() {
    this(Wiring.fromEnvironment());
  }

  public PresignHandler(Wiring wiring) {
    this.router = new Router(new Endpoints(wiring));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      return router.answer(new Call(event)).toResponse();
    } catch (RuntimeException e) {
      return Failures.answer(e).toResponse();
    }
  }
}
