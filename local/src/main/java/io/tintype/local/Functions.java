package io.tintype.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.tintype.aws.AwsClients;
import io.tintype.ondemand.OnDemandHandler;
import io.tintype.pipeline.Settings;
import io.tintype.presign.PresignHandler;
import io.tintype.renderer.RendererHandler;
import java.util.Map;

/// The functions that the stack runs: the same handler classes and the same wiring as on AWS.
record Functions(
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> api,
    RequestHandler<SQSEvent, SQSBatchResponse> renderer,
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> onDemand) {

  /// @param environment what the template and Lambda would put into theirs
  static Functions from(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    var clients = new AwsClients(settings.endpoints(), Credentials.provider());
    var renderer = new RendererHandler(io.tintype.renderer.Wiring.of(settings, clients));
    return new Functions(
        new PresignHandler(io.tintype.presign.Wiring.of(settings, clients)),
        renderer::process,
        new OnDemandHandler(io.tintype.ondemand.Wiring.of(settings, clients)));
  }
}
