package io.tintype.aws;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Announcements;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.Status;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/// Announcements on an EventBridge bus, with the source `tintype`.
public final class EventBridgeAnnouncements implements Announcements {

  private static final String SUBJECT = "The event bus";

  private final Supplier<EventBridgeClient> eventBridge;
  private final String bus;

  public EventBridgeAnnouncements(Supplier<EventBridgeClient> eventBridge, String bus) {
    this.eventBridge = eventBridge;
    this.bus = bus;
  }

  @Override
  public boolean wanted() {
    return true;
  }

  @Override
  public void publish(ImageRecord record) {
    var entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source("tintype")
            .detailType(detailType(record.status()))
            .time(record.updatedAt())
            .detail(AnnouncementDetail.of(record).toString())
            .build();
    var answer =
        AwsFailures.call(SUBJECT, () -> eventBridge.get().putEvents(put -> put.entries(entry)));
    if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
      throw new TintypeException(
          Reason.UNAVAILABLE,
          SUBJECT
              + " did not take the event about "
              + record.id()
              + ": "
              + answer.entries().getFirst().errorCode());
    }
  }

  private static String detailType(Status status) {
    return switch (status) {
      case READY -> "ImageReady";
      case REJECTED -> "ImageRejected";
      case FAILED -> "ImageFailed";
      case DELETED -> "ImageDeleted";
      case AWAITING_UPLOAD, PROCESSING ->
          throw new IllegalArgumentException(
              "Expected a status that work has come to but received " + status);
    };
  }
}
