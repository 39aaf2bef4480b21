package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.ImageRecord;
import io.tintype.pipeline.ImageRecords;
import io.tintype.pipeline.ObjectRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which originals may be shown, by what their image records say. An original without a record is
/// nobody's upload and is shown.
final class Admission {

  private final ImageRecords records;

  Admission(ImageRecords records) {
    this.records = records;
  }

  /// The records of some originals at one moment; empty where there is none.
  record Snapshot(Map<ImageId, Optional<ImageRecord>> records) {

    Snapshot {
      records = Map.copyOf(records);
    }

    Optional<ImageRecord> record(ImageId id) {
      return records.getOrDefault(id, Optional.empty());
    }
  }

  /// @throws TintypeException NOT_FOUND for a deleted one, REJECTED, UNAVAILABLE
  Snapshot admit(Collection<ObjectRef> originals) {
    Map<ImageId, Optional<ImageRecord>> found = new LinkedHashMap<>();
    for (ObjectRef original : originals) {
      Optional<ImageRecord> record = found.computeIfAbsent(ImageId.of(original), records::find);
      record.ifPresent(Admission::requireShowable);
    }
    return new Snapshot(found);
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
              now.ifPresent(Admission::requireShowable);
              if (!generation(now).equals(generation(before))) {
                throw gone();
              }
            });
  }

  private static Optional<Long> generation(Optional<ImageRecord> record) {
    return record.map(known -> known.work().generation());
  }

  private static void requireShowable(ImageRecord record) {
    switch (record.status()) {
      case DELETED -> throw gone();
      case REJECTED ->
          throw new TintypeException(Reason.REJECTED, "The image was refused by moderation");
      case AWAITING_UPLOAD, PROCESSING, READY, FAILED -> {}
    }
  }

  private static TintypeException gone() {
    return TintypeException.coded(Reason.NOT_FOUND, "NoSuchKey", "There is no such image");
  }
}
