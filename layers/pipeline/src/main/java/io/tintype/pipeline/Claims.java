package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.pipeline.Sequencer.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides what an S3 event means for the image record. Pure: no clock, no I/O, so that every
/// case of duplicate, late and out-of-order events can be tabled.
final class Claims {

  private Claims() {}

  /// What to do about a Created event.
  sealed interface Claim {

    /// Work on it: save `next` first. `fresh` when nobody has worked on it before.
    record Take(ImageRecord next, boolean fresh) implements Claim {}

    /// This very event has been worked on to the end.
    record Finished(ImageRecord stored) implements Claim {}

    /// A newer event has been taken into account.
    record Outdated() implements Claim {}

    /// Somebody is working on it.
    record Busy(Instant until) implements Claim {}

    /// The image has been deleted, and this event doesn't bring it back.
    record Gone(ImageRecord tombstone) implements Claim {}
  }

  /// How an event stands to the newest one that the record knows.
  static Order order(ObjectEvent event, ImageRecord stored) {
    Optional<Sequencer> known = stored.work().sequencer();
    if (known.isPresent() && event.sequencer().isPresent()) {
      return event.sequencer().get().against(known.get());
    }
    if (stored.status() == Status.AWAITING_UPLOAD) {
      return Order.LATER;
    }
    if (event instanceof ObjectEvent.Created created
        && created.eTag().isPresent()
        && created.eTag().equals(stored.work().eTag())) {
      return Order.SAME;
    }
    return Order.UNCLEAR;
  }

  /// @param order of the event against the record, already cleared up; ignored without a record
  /// @param lease how long the claim shall be left alone
  static Claim onCreated(
      Optional<ImageRecord> stored,
      ObjectEvent.Created event,
      Order order,
      Instant now,
      Duration lease) {
    if (stored.isEmpty()) {
      var first = new Work(1, event.sequencer(), event.eTag(), Optional.of(now.plus(lease)));
      return new Claim.Take(
          ImageRecord.foreign(event.object(), Status.PROCESSING, first, now), true);
    }
    ImageRecord record = stored.get();
    var next =
        new Work(
            record.work().generation() + 1,
            event.sequencer().or(record.work()::sequencer),
            event.eTag(),
            Optional.of(now.plus(lease)));
    var take = new Claim.Take(record.claimed(next, now), record.status() == Status.AWAITING_UPLOAD);
    if (record.deletedForGood()) {
      return new Claim.Gone(record);
    }
    return switch (order) {
      case LATER -> take;
      case SAME -> onSame(record, take, now);
      case EARLIER, UNCLEAR ->
          record.status() == Status.DELETED ? new Claim.Gone(record) : new Claim.Outdated();
    };
  }

  private static Claim onSame(ImageRecord record, Claim.Take take, Instant now) {
    boolean open =
        record.status() == Status.PROCESSING
            || record.failure().map(Failure::reason).filter(Reason.GAVE_UP::equals).isPresent();
    if (record.status() == Status.DELETED) {
      return new Claim.Gone(record);
    }
    if (!open) {
      return new Claim.Finished(record);
    }
    Optional<Instant> lease = record.work().leaseUntil().filter(now::isBefore);
    return lease.isPresent() ? new Claim.Busy(lease.get()) : take;
  }

  /// The tombstone that a Removed event asks for; empty when a newer event is known.
  static Optional<ImageRecord> onRemoved(
      Optional<ImageRecord> stored, ObjectEvent.Removed event, Order order, Instant now) {
    if (stored.isEmpty()) {
      var first = new Work(1, event.sequencer(), Optional.empty(), Optional.empty());
      return Optional.of(ImageRecord.foreign(event.object(), Status.DELETED, first, now));
    }
    return switch (order) {
      case LATER -> Optional.of(stored.get().deleted(event.sequencer(), false, now));
      case EARLIER, SAME, UNCLEAR -> Optional.empty();
    };
  }
}
