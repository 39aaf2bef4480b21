package io.tintype.renderer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Entry point of the renderer function. A message that must come again is reported as a batch
/// item failure, so that its neighbours aren't delivered twice.
public final class RendererHandler implements RequestStreamHandler {

  private final Messages messages;

  /// Called by Lambda.
  public RendererHandler() {
    this(Wiring.fromEnvironment());
  }

  /// With a wiring of the caller's.
  public RendererHandler(Wiring wiring) {
    this(wiring.messages());
  }

  RendererHandler(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    QueueJson.write(process(QueueJson.read(event), context), response);
  }

  /// The same for who has the event as an object.
  public SQSBatchResponse process(SQSEvent event, Context context) {
    List<BatchItemFailure> failures = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      Duration timeLeft = Duration.ofMillis(context.getRemainingTimeInMillis());
      if (!messages.process(message, timeLeft)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }
}
