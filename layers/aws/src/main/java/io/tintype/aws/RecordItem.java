package io.tintype.aws;

import static io.tintype.aws.Item.number;
import static io.tintype.aws.Item.text;

import io.tintype.pipeline.Failure;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.PictureFacts;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.Work;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An image record as the item that is stored. What is empty in the record is absent from the item.
/// Times are ISO 8601 with nanoseconds, except `expiresAt`, which DynamoDB wants in epoch seconds.
final class RecordItem {

  private RecordItem() {}

  static Map<String, AttributeValue> of(ImageRecord record) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("id", text(record.id().value()));
    item.put("revision", number(record.revision()));
    item.put("bucket", text(record.original().bucket()));
    item.put("originalKey", text(record.original().key()));
    item.put("owner", text(record.owner().value()));
    item.put("status", text(record.status().name()));
    item.put("deletedForGood", AttributeValue.fromBool(record.deletedForGood()));
    item.put("announced", AttributeValue.fromBool(record.announced()));
    item.put("createdAt", text(ListPlace.time(record.createdAt())));
    item.put("updatedAt", text(ListPlace.time(record.updatedAt())));
    item.put("variants", variants(record));
    record.expiresAt().ifPresent(at -> item.put("expiresAt", number(at.getEpochSecond())));
    record.failure().ifPresent(failure -> item.put("failure", failure(failure)));
    record.facts().ifPresent(facts -> putFacts(item, facts));
    putWork(item, record.work());
    InsightItem.put(item, record.insights());
    if (listed(record.status())) {
      item.put("listOwner", text(record.owner().value()));
      item.put("listOrder", text(new ListPlace(record.createdAt(), record.id()).order()));
    }
    return item;
  }

  /// Whether an owner's list shows such an image; the index holds the items that have its keys.
  private static boolean listed(Status status) {
    return switch (status) {
      case PROCESSING, READY, REJECTED, FAILED -> true;
      case AWAITING_UPLOAD, DELETED -> false;
    };
  }

  private static void putWork(Map<String, AttributeValue> item, Work work) {
    item.put("generation", number(work.generation()));
    work.sequencer().ifPresent(sequencer -> item.put("sequencer", text(sequencer.hex())));
    work.eTag().ifPresent(eTag -> item.put("eTag", text(eTag)));
    work.leaseUntil().ifPresent(until -> item.put("leaseUntil", text(ListPlace.time(until))));
  }

  private static void putFacts(Map<String, AttributeValue> item, PictureFacts facts) {
    item.put("format", text(facts.format().id()));
    item.put("width", number(facts.size().width()));
    item.put("height", number(facts.size().height()));
    item.put("orientation", number(facts.orientation()));
    item.put("frames", number(facts.frames()));
    item.put("bytes", number(facts.bytes()));
    item.put("thumbhash", text(facts.thumbhash()));
    item.put("dominantColor", text(facts.dominantColor()));
  }

  private static AttributeValue variants(ImageRecord record) {
    return AttributeValue.fromL(record.variants().stream().map(RecordItem::variant).toList());
  }

  private static AttributeValue variant(StoredVariant variant) {
    return AttributeValue.fromM(
        Map.of(
            "name", text(variant.name()),
            "key", text(variant.key()),
            "format", text(variant.format().id()),
            "width", number(variant.size().width()),
            "height", number(variant.size().height()),
            "bytes", number(variant.bytes())));
  }

  private static AttributeValue failure(Failure failure) {
    return AttributeValue.fromM(
        Map.of("reason", text(failure.reason().name()), "message", text(failure.message())));
  }
}
