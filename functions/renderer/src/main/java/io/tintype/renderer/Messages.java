package io.tintype.renderer;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Delivery;
import io.tintype.pipeline.ObjectEvent;
import io.tintype.pipeline.Redelivery;
import io.tintype.pipeline.RenderUpload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The queue's door: one message in, acknowledged or to be delivered again.
final class Messages {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  private final RenderUpload renderUpload;
  private final Originals originals;
  private final Redelivery redelivery;

  /// Which objects are originals, and how often the queue hands a message out.
  record Originals(String bucket, String prefix, int maxReceives) {

    boolean include(ObjectEvent event) {
      String key = event.object().key();
      // S3 consoles make empty objects that end in a slash to show folders.
      return event.object().bucket().equals(bucket) && key.startsWith(prefix) && !key.endsWith("/");
    }
  }

  Messages(RenderUpload renderUpload, Originals originals, Redelivery redelivery) {
    this.renderUpload = renderUpload;
    this.originals = originals;
    this.redelivery = redelivery;
  }

  /// @return whether the message is dealt with
  boolean process(SQSMessage message, Duration timeLeft) {
    int receives = receives(message);
    var delivery = new Delivery(receives, originals.maxReceives(), timeLeft);
    List<RuntimeException> failures = failures(message.getBody(), delivery);
    failures.forEach(failure -> log(message.getMessageId(), failure));
    // A busy image is left to its worker for as long as the visibility timeout lasts.
    if (!failures.stream().allMatch(Messages::busy)) {
      // After the last receive nothing is tried again: the queue can give the message up at once.
      Duration pause = delivery.last() ? Duration.ZERO : Redelivery.backoff(receives);
      redelivery.after(message.getReceiptHandle(), pause);
    }
    return failures.isEmpty();
  }

  /// Tries every event, also after one has failed: else the last receive would end the others
  /// unseen.
  private List<RuntimeException> failures(String body, Delivery delivery) {
    List<RuntimeException> failures = new ArrayList<>();
    try {
      for (ObjectEvent event : S3Notifications.read(body)) {
        try {
          handle(event, delivery);
        } catch (RuntimeException e) {
          failures.add(e);
        }
      }
    } catch (TintypeException e) {
      failures.add(e);
    }
    return failures;
  }

  private static boolean busy(RuntimeException failure) {
    return failure instanceof TintypeException known && known.reason() == Reason.BUSY;
  }

  /// The metric `Retries` counts lines with `comes again`; so says template.yaml.
  private static void log(String message, RuntimeException failure) {
    if (failure instanceof TintypeException known) {
      LOG.warn("{} comes again: {} {}", message, known.reason(), known.getMessage(), known);
    } else {
      LOG.error("{} comes again", message, failure);
    }
  }

  private void handle(ObjectEvent event, Delivery delivery) {
    if (originals.include(event)) {
      renderUpload.handle(event, delivery);
    } else {
      LOG.warn(
          "passed over {}: not under s3://{}/{}",
          event.object(),
          originals.bucket(),
          originals.prefix());
    }
  }

  private static int receives(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String count = attributes == null ? null : attributes.get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}
