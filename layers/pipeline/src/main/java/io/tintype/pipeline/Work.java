package io.tintype.pipeline;

import java.time.Instant;
import java.util.Optional;

/// Who may write about an original. The generation grows with every claim, take-over and deletion
/// and is the fencing token: whoever holds an older one has lost and writes nothing more.
///
/// @param sequencer of the newest S3 event taken into account
/// @param eTag of the object that event was about
/// @param leaseUntil until when an unfinished claim is left alone
public record Work(
    long generation,
    Optional<Sequencer> sequencer,
    Optional<String> eTag,
    Optional<Instant> leaseUntil) {

  public static final Work NONE = new Work(0, Optional.empty(), Optional.empty(), Optional.empty());
}
