package io.tintype.aws;

import io.tintype.pipeline.Redelivery;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Brings a message back earlier than its visibility timeout would.
public final class SqsRedelivery implements Redelivery {

  private static final Logger LOG = LoggerFactory.getLogger(SqsRedelivery.class);

  private final Supplier<SqsClient> sqs;
  private final String queueUrl;

  public SqsRedelivery(Supplier<SqsClient> sqs, String queueUrl) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
  }

  @Override
  public void after(String receiptHandle, Duration delay) {
    try {
      sqs.get()
          .changeMessageVisibility(
              request ->
                  request
                      .queueUrl(queueUrl)
                      .receiptHandle(receiptHandle)
                      .visibilityTimeout(Math.toIntExact(delay.toSeconds())));
    } catch (SdkException e) {
      LOG.warn("a message comes back only when its visibility timeout ends", e);
    }
  }
}
