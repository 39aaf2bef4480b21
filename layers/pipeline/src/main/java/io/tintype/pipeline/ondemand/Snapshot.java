package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.ModerationPolicy;
import io.tintype.pipeline.moderation.Verdict;
import io.tintype.requests.ImageRequest.ContentModeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records of some originals at one moment, and what they say of how these may be shown.
///
/// @param records empty where there is none
record Snapshot(Map<ImageId, Optional<ImageRecord>> records, ModerationPolicy policy) {

  Snapshot {
    records = Map.copyOf(records);
  }

  Optional<ImageRecord> record(ImageId id) {
    return records.getOrDefault(id, Optional.empty());
  }

  /// Where its faces are, as far as somebody has looked.
  List<Face> faces(ObjectRef original) {
    return own(original).map(record -> record.insights().look().knownFaces()).orElse(List.of());
  }

  /// With which sigma it has to be blurred.
  Optional<Double> blur(ObjectRef original) {
    return verdict(original).filter(Verdict.BLURRED::equals).map(_ -> policy.sigma());
  }

  /// With which sigma a request wants it blurred for what is seen in it.
  ///
  /// @throws TintypeException BAD_REQUEST where nobody has looked at the original
  Optional<Double> blur(ObjectRef original, ContentModeration wish) {
    Labels labels =
        own(original)
            .flatMap(record -> record.insights().look().labels())
            .orElseThrow(
                () ->
                    new TintypeException(
                        Reason.BAD_REQUEST,
                        "contentModeration: expected an original that moderation has looked at"));
    return labels
        .confidence(wish.labels())
        .filter(confidence -> confidence >= wish.minConfidence())
        .map(_ -> wish.sigma());
  }

  /// @throws TintypeException NOT_FOUND for a deleted one and for one that is still to be judged,
  ///     REJECTED
  void requireShowable(ObjectRef original) {
    // Also of another original with this id: whoever copies an image doesn't free it.
    record(ImageId.of(original)).ifPresent(Snapshot::requireShowable);
    if (policy.applies(original.key()) && verdict(original).isEmpty()) {
      throw gone();
    }
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

  private static TintypeException rejected() {
    return new TintypeException(Reason.REJECTED, "The image was refused by moderation");
  }

  private Optional<Verdict> verdict(ObjectRef original) {
    return own(original).flatMap(record -> record.insights().verdict());
  }

  /// The original's own record, not that of one whose id a copy shares.
  private Optional<ImageRecord> own(ObjectRef original) {
    return record(ImageId.of(original)).filter(record -> record.original().equals(original));
  }
}
