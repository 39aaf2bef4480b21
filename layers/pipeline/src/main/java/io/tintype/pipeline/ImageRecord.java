package io.tintype.pipeline;

import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The image record: everything known about one original. Immutable; [ImageRecords#save] writes a
/// successor only if nobody else wrote in between.
///
/// @param revision counts the writes, from 1
/// @param facts empty until the original has been read
/// @param insights about the bytes of the newest event only
/// @param failure only with [Status#FAILED]
/// @param deletedForGood deleted through the API: no later upload brings it back
/// @param announced whether the event about the current status has been published
/// @param expiresAt when an upload that never came is forgotten
public record ImageRecord(
    ImageId id,
    long revision,
    ObjectRef original,
    Owner owner,
    Status status,
    Work work,
    Optional<PictureFacts> facts,
    Insights insights,
    List<StoredVariant> variants,
    Optional<Failure> failure,
    boolean deletedForGood,
    boolean announced,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> expiresAt) {

  public ImageRecord {
    variants = List.copyOf(variants);
    if (revision < 1) {
      throw new IllegalArgumentException(
          "Expected a revision of at least 1 but received " + revision);
    }
  }

  /// The record of an upload that has just been granted.
  public static ImageRecord awaiting(
      ImageId id, ObjectRef original, Owner owner, Instant now, Instant expiresAt) {
    return new ImageRecord(
        id,
        1,
        original,
        owner,
        Status.AWAITING_UPLOAD,
        Work.NONE,
        Optional.empty(),
        Insights.NONE,
        List.of(),
        Optional.empty(),
        false,
        false,
        now,
        now,
        Optional.of(expiresAt));
  }

  /// The first record of an original that came without a grant, claimed or removed at once.
  static ImageRecord foreign(ObjectRef original, Status status, Work work, Instant now) {
    return new ImageRecord(
        ImageId.of(original),
        1,
        original,
        Owner.PUBLIC,
        status,
        work,
        Optional.empty(),
        Insights.NONE,
        List.of(),
        Optional.empty(),
        false,
        false,
        now,
        now,
        Optional.empty());
  }

  /// A claim: the work on the next generation begins. What is known of other bytes is forgotten.
  ImageRecord claimed(Work next, Instant now) {
    Insights kept = next.eTag().equals(work.eTag()) ? insights : Insights.NONE;
    return successor(
            Status.PROCESSING, next, facts, variants, Optional.empty(), deletedForGood, now)
        .with(kept);
  }

  /// The work is done.
  ImageRecord ready(PictureFacts found, List<StoredVariant> stored, Instant now) {
    return successor(
        Status.READY, unleased(), Optional.of(found), stored, Optional.empty(), false, now);
  }

  /// Moderation has decided against it.
  ImageRecord rejected(PictureFacts found, Instant now) {
    return successor(
        Status.REJECTED, unleased(), Optional.of(found), List.of(), Optional.empty(), false, now);
  }

  /// A human has given another verdict: the work is to be done anew, by whoever comes first.
  ImageRecord overruled(Ruling ruling, Instant now) {
    var next = new Work(work.generation() + 1, work.sequencer(), work.eTag(), Optional.empty());
    return successor(
            Status.PROCESSING, next, facts, List.of(), Optional.empty(), deletedForGood, now)
        .with(insights.ruled(ruling));
  }

  /// The same, with other insights; not a revision of its own.
  ImageRecord with(Insights others) {
    return new ImageRecord(
        id,
        revision,
        original,
        owner,
        status,
        work,
        facts,
        others,
        variants,
        failure,
        deletedForGood,
        announced,
        createdAt,
        updatedAt,
        expiresAt);
  }

  /// The work can't be done. The lease stays while somebody still tries.
  ImageRecord failed(Failure why, Optional<Instant> leaseUntil, Instant now) {
    var kept = new Work(work.generation(), work.sequencer(), work.eTag(), leaseUntil);
    return successor(
        Status.FAILED, kept, Optional.empty(), List.of(), Optional.of(why), false, now);
  }

  /// The lease is given back so that a retry can begin at once.
  ImageRecord released(Instant now) {
    return successor(status, unleased(), facts, variants, failure, deletedForGood, now);
  }

  /// The tombstone.
  ImageRecord deleted(Optional<Sequencer> sequencer, boolean forGood, Instant now) {
    var last =
        new Work(
            work.generation() + 1,
            sequencer.or(work::sequencer),
            Optional.empty(),
            Optional.empty());
    return successor(
        Status.DELETED,
        last,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        forGood || deletedForGood,
        now);
  }

  /// The event about the current status has been published.
  ImageRecord asAnnounced() {
    return new ImageRecord(
        id,
        revision + 1,
        original,
        owner,
        status,
        work,
        facts,
        insights,
        variants,
        failure,
        deletedForGood,
        true,
        createdAt,
        updatedAt,
        expiresAt);
  }

  private Work unleased() {
    return new Work(work.generation(), work.sequencer(), work.eTag(), Optional.empty());
  }

  private ImageRecord successor(
      Status next,
      Work nextWork,
      Optional<PictureFacts> nextFacts,
      List<StoredVariant> nextVariants,
      Optional<Failure> nextFailure,
      boolean forGood,
      Instant now) {
    return new ImageRecord(
        id,
        revision + 1,
        original,
        owner,
        next,
        nextWork,
        nextFacts,
        next == Status.DELETED ? Insights.NONE : insights,
        nextVariants,
        nextFailure,
        forGood,
        false,
        status == Status.DELETED ? now : createdAt,
        now,
        Optional.empty());
  }
}
