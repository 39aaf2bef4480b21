package io.tintype.aws;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Failure;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords.Entry;
import io.tintype.pipeline.ImageRecords.Glance;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Owner;
import io.tintype.pipeline.PictureFacts;
import io.tintype.pipeline.Sequencer;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.Work;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads back what [RecordItem] wrote. An item that makes no record is INTERNAL, and the message
/// says which item and why.
final class RecordReader {

  private final Item item;

  private RecordReader(Map<String, AttributeValue> attributes) {
    this.item = new Item(attributes);
  }

  /// The whole record, from an item of the table.
  static ImageRecord record(Map<String, AttributeValue> attributes) {
    var reader = new RecordReader(attributes);
    return reader.understood(reader::record);
  }

  /// What a list view needs, from an item of the index.
  static Entry entry(Map<String, AttributeValue> attributes) {
    var reader = new RecordReader(attributes);
    return reader.understood(reader::entry);
  }

  private <T> T understood(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (TintypeException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException e) {
      String id = item.optionalString("id").orElse("without id");
      throw new TintypeException(
          Reason.INTERNAL, "The image record " + id + " can't be read: " + e.getMessage(), e);
    }
  }

  private ImageRecord record() {
    return new ImageRecord(
        new ImageId(item.string("id")),
        item.number("revision"),
        new ObjectRef(item.string("bucket"), item.string("originalKey")),
        new Owner(item.string("owner")),
        status(),
        work(),
        facts(),
        InsightItem.insights(item),
        variants(),
        failure(),
        item.flag("deletedForGood"),
        item.flag("announced"),
        Instant.parse(item.string("createdAt")),
        Instant.parse(item.string("updatedAt")),
        item.has("expiresAt")
            ? Optional.of(Instant.ofEpochSecond(item.number("expiresAt")))
            : Optional.empty());
  }

  private Entry entry() {
    Status status = status();
    return new Entry(
        new ImageId(item.string("id")),
        item.string("originalKey"),
        status,
        Instant.parse(item.string("createdAt")),
        status == Status.READY ? Optional.of(glance()) : Optional.empty(),
        variants(),
        failure());
  }

  private Status status() {
    return Status.valueOf(item.string("status"));
  }

  private Work work() {
    return new Work(
        item.number("generation"),
        item.optionalString("sequencer").map(Sequencer::new),
        item.optionalString("eTag"),
        item.optionalString("leaseUntil").map(Instant::parse));
  }

  private Optional<PictureFacts> facts() {
    if (!item.has("format")) {
      return Optional.empty();
    }
    return Optional.of(
        new PictureFacts(
            format(item),
            size(item),
            item.integer("orientation"),
            item.integer("frames"),
            item.number("bytes"),
            item.string("thumbhash"),
            item.string("dominantColor")));
  }

  private Glance glance() {
    return new Glance(size(item), item.string("thumbhash"), item.string("dominantColor"));
  }

  private List<StoredVariant> variants() {
    return item.maps("variants").stream().map(RecordReader::variant).toList();
  }

  private static StoredVariant variant(Item variant) {
    return new StoredVariant(
        variant.string("name"),
        variant.string("key"),
        format(variant),
        size(variant),
        variant.number("bytes"));
  }

  private Optional<Failure> failure() {
    if (!item.has("failure")) {
      return Optional.empty();
    }
    Item failure = item.map("failure");
    return Optional.of(
        new Failure(Reason.valueOf(failure.string("reason")), failure.string("message")));
  }

  private static Size size(Item item) {
    return new Size(item.integer("width"), item.integer("height"));
  }

  private static Format format(Item item) {
    String name = item.string("format");
    return Format.named(name)
        .orElseThrow(() -> new IllegalArgumentException("Expected a format but received " + name));
  }
}
