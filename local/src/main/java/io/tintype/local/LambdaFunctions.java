package io.tintype.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import java.util.List;
import java.util.Map;

/// TEMPORARY until handlers land
final class LambdaFunctions {
  private LambdaFunctions() {}

  static Functions from(Map<String, String> environment) {
    return new Functions(
        (event, context) ->
            APIGatewayV2HTTPResponse.builder().withStatusCode(501).withBody("{}").build(),
        (event, context) -> new SQSBatchResponse(List.of()));
  }
}
