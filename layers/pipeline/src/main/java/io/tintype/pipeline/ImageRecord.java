package io.tintype.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The image record: everything known about one original. Immutable; [ImageRecords#save] writes a
/// successor only if nobody else wrote in between.
///
/// @param revision counts the writes, from 1
/// @param facts empty until the original has been read
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
        List.of(),
        Optional.empty(),
        false,
        false,
        now,
        now,
        Optional.empty());
  }

  /// A claim: the work on the next generation begins.
  ImageRecord claimed(Work next, Instant now) {
    return successor(
        Status.PROCESSING, next, facts, variants, Optional.empty(), deletedForGood, now);
  }

  /// The work is done.
  ImageRecord ready(PictureFacts found, List<StoredVariant> stored, Instant now) {
    return successor(
        Status.READY, unleased(), Optional.of(found), stored, Optional.empty(), false, now);
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
        nextVariants,
        nextFailure,
        forGood,
        false,
        status == Status.DELETED ? now : createdAt,
        now,
        Optional.empty());
  }
}
