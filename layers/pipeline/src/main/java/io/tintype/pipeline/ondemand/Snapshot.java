package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.SourceBuckets;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.ModerationPolicy;
import io.tintype.pipeline.moderation.Verdict;
import java.util.Map;
import java.util.Optional;

/// The records of some originals at one moment, and what they say of how these may be shown.
///
/// @param records empty where there is none
record Snapshot(
    Map<ImageId, Optional<ImageRecord>> records, ModerationPolicy policy, SourceBuckets sources) {

  Snapshot {
    records = Map.copyOf(records);
  }

  Optional<ImageRecord> record(ImageId id) {
    return records.getOrDefault(id, Optional.empty());
  }

  /// What its record says of its content. Without the hash, because other bytes may lie there by
  /// now.
  Insights insights(ObjectRef original) {
    return own(original)
        .map(ImageRecord::insights)
        .map(known -> new Insights(Optional.empty(), known.look(), known.ruling()))
        .orElse(Insights.NONE);
  }

  /// Whether there is a verdict, or none is needed.
  boolean settled(ObjectRef original) {
    return insights(original).verdict().isPresent() || !policy.applies(original.key());
  }

  /// @throws TintypeException NOT_FOUND for a deleted one and for one that the renderer is still to
  ///     judge, REJECTED
  void requireShowable(ObjectRef original) {
    // Also of another original with this id: whoever copies an image doesn't free it.
    record(ImageId.of(original)).ifPresent(Snapshot::requireShowable);
    if (!settled(original) && awaited(original)) {
      throw notYet();
    }
  }

  /// @param found after whatever look there was
  /// @throws TintypeException NOT_FOUND where there is no verdict but has to be one, REJECTED
  void requireShowable(ObjectRef original, Insights found) {
    if (found.verdict().filter(Verdict.REJECTED::equals).isPresent()) {
      throw rejected();
    }
    if (policy.applies(original.key()) && found.verdict().isEmpty()) {
      throw notYet();
    }
  }

  /// Whether the renderer will look at it, or has tried to: then nobody else does.
  private boolean awaited(ObjectRef original) {
    return own(original)
        .map(record -> record.status() != Status.READY)
        .orElseGet(() -> sources.watched(original));
  }

  static void requireShowable(ImageRecord record) {
    boolean rejected = record.insights().verdict().filter(Verdict.REJECTED::equals).isPresent();
    switch (record.status()) {
      case DELETED -> throw gone();
      case REJECTED -> throw rejected();
      case AWAITING_UPLOAD, PROCESSING, READY, FAILED -> {
        if (rejected) {
          throw rejected();
        }
      }
    }
  }

  static TintypeException gone() {
    return TintypeException.coded(Reason.NOT_FOUND, "NoSuchKey", "There is no such image");
  }

  /// Nobody keeps this answer, because another one comes soon.
  private static TintypeException notYet() {
    return TintypeException.coded(
        Reason.NOT_FOUND,
        RenderOnDemand.NO_VERDICT_YET,
        "There is no such image, or no verdict on it yet");
  }

  private static TintypeException rejected() {
    return new TintypeException(Reason.REJECTED, "The image was refused by moderation");
  }

  /// The original's own record, not that of one whose id a copy shares.
  private Optional<ImageRecord> own(ObjectRef original) {
    return record(ImageId.of(original)).filter(record -> record.original().equals(original));
  }
}
