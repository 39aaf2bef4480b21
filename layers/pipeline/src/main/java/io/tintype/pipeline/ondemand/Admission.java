package io.tintype.pipeline.ondemand;

import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.SourceBuckets;
import io.tintype.pipeline.moderation.ModerationPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which originals may be shown, by what their image records say. An original without a record is
/// nobody's upload and is shown, unless moderation is on for it and the renderer is to judge it.
final class Admission {

  private final ImageRecords records;
  private final ModerationPolicy policy;
  private final SourceBuckets sources;

  Admission(ImageRecords records, ModerationPolicy policy, SourceBuckets sources) {
    this.records = records;
    this.policy = policy;
    this.sources = sources;
  }

  /// @throws TintypeException NOT_FOUND for a deleted one and for one that the renderer is still to
  ///     judge, REJECTED, UNAVAILABLE
  Snapshot admit(Collection<ObjectRef> originals) {
    Map<ImageId, Optional<ImageRecord>> found = new LinkedHashMap<>();
    originals.forEach(original -> found.computeIfAbsent(ImageId.of(original), records::find));
    var snapshot = new Snapshot(found, policy, sources);
    originals.forEach(snapshot::requireShowable);
    return snapshot;
  }

  /// Looks again. What was made in between may only stay if no record has changed hands: a newer
  /// generation means that the original was deleted, overwritten or judged.
  ///
  /// @throws TintypeException as [#admit]; NOT_FOUND too for a newer generation
  void requireUnchanged(Snapshot snapshot) {
    snapshot
        .records()
        .forEach(
            (id, before) -> {
              Optional<ImageRecord> now = records.find(id);
              now.ifPresent(Snapshot::requireShowable);
              if (!generation(now).equals(generation(before))) {
                throw Snapshot.gone();
              }
            });
  }

  private static Optional<Long> generation(Optional<ImageRecord> record) {
    return record.map(known -> known.work().generation());
  }
}
