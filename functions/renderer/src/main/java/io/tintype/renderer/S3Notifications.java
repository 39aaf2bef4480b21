package io.tintype.renderer;

import com.fasterxml.jackson.jr.stree.JrsValue;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectEvent;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Sequencer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the body of a queue message: an S3 notification as it is, or wrapped by SNS or
/// EventBridge, or by both. Unknown fields are passed over, as S3 asks of readers.
final class S3Notifications {

  private S3Notifications() {}

  /// The events of one message, in its order; none for `s3:TestEvent` and for events that are not
  /// about the coming and going of objects.
  ///
  /// @throws TintypeException INTERNAL when the body is of no known form: nothing is lost, the
  ///     message ends in the dead-letter queue
  static List<ObjectEvent> read(String body) {
    try {
      return events(Json.read(body));
    } catch (IOException | IllegalArgumentException e) {
      throw unknown(body, e);
    }
  }

  private static List<ObjectEvent> events(JrsValue message) throws IOException {
    if (message.path("Records").isArray()) {
      List<ObjectEvent> events = new ArrayList<>();
      for (JrsValue record : Json.elements(message.path("Records"))) {
        fromS3(record).ifPresent(events::add);
      }
      return events;
    }
    if (optional(message, "Type").equals(Optional.of("Notification"))) {
      return events(Json.read(text(message, "Message")));
    }
    if (optional(message, "source").equals(Optional.of("aws.s3"))) {
      return fromEventBridge(message).map(List::of).orElse(List.of());
    }
    if (optional(message, "Event").equals(Optional.of("s3:TestEvent"))) {
      return List.of();
    }
    throw new IllegalArgumentException("neither S3, SNS nor EventBridge");
  }

  private static Optional<ObjectEvent> fromS3(JrsValue record) {
    String name = text(record, "eventName");
    JrsValue s3 = record.path("s3");
    JrsValue object = s3.path("object");
    // Form-encoded: a blank is a plus sign here.
    String key = URLDecoder.decode(text(object, "key"), StandardCharsets.UTF_8);
    var ref = new ObjectRef(text(s3.path("bucket"), "name"), key);
    if (name.startsWith("ObjectCreated:")) {
      return Optional.of(new ObjectEvent.Created(ref, sequencer(object), optional(object, "eTag")));
    }
    if (name.startsWith("ObjectRemoved:") || name.startsWith("LifecycleExpiration:")) {
      return Optional.of(new ObjectEvent.Removed(ref, sequencer(object)));
    }
    return Optional.empty();
  }

  private static Optional<ObjectEvent> fromEventBridge(JrsValue event) {
    JrsValue detail = event.path("detail");
    JrsValue object = detail.path("object");
    // Not encoded, unlike in S3's own notifications.
    var ref = new ObjectRef(text(detail.path("bucket"), "name"), text(object, "key"));
    return switch (text(event, "detail-type")) {
      case "Object Created" ->
          Optional.of(new ObjectEvent.Created(ref, sequencer(object), optional(object, "etag")));
      case "Object Deleted" -> Optional.of(new ObjectEvent.Removed(ref, sequencer(object)));
      default -> Optional.empty();
    };
  }

  private static Optional<Sequencer> sequencer(JrsValue object) {
    return optional(object, "sequencer").map(Sequencer::new);
  }

  private static Optional<String> optional(JrsValue node, String field) {
    return Optional.ofNullable(Json.text(node, field)).filter(value -> !value.isEmpty());
  }

  private static String text(JrsValue node, String field) {
    return optional(node, field)
        .orElseThrow(() -> new IllegalArgumentException("field " + field + " is missing"));
  }

  private static TintypeException unknown(String body, Exception cause) {
    String start = body.length() <= 200 ? body : body.substring(0, 200) + "…";
    return new TintypeException(
        Reason.INTERNAL,
        "Expected an S3 event, also in SNS or EventBridge form, but received: "
            + start
            + " ("
            + cause.getMessage()
            + ")",
        cause);
  }
}
