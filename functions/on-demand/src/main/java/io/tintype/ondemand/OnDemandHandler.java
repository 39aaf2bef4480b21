package io.tintype.ondemand;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;

/// The Lambda function behind the function URL. It never throws: every failure is an answer, and
/// one comes before Lambda ends the invocation.
public final class OnDemandHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  /// What writing an answer of the largest size may take.
  private static final Duration MARGIN = Duration.ofMillis(1_500);

  private final Door door;

  public OnDemandHandler() {
    this(Wiring.fromEnvironment());
  }

  public OnDemandHandler(Wiring wiring) {
    this(wiring.door());
  }

  OnDemandHandler(Door door) {
    this.door = door;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Duration timeLeft = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(MARGIN);
    return door.answer(new Call(event), timeLeft).toResponse();
  }
}
