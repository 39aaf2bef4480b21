package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.Map;

/// The functions that the stack runs: the same handler classes as on AWS.
record Functions(
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api,
    RequestHandler<SQSEvent, SQSBatchResponse> renderer) {

  /// Builds functions from the environment that they would find on AWS.
  interface Factory {
    Functions from(Map<String, String> environment);
  }
}
