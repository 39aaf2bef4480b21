package io.tintype.pipeline;

import io.tintype.pipeline.moderation.Insights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Image records of nobody's images, as the renderer leaves them.
public final class SampleRecords {

  private SampleRecords() {}

  /// Saves one over what is there.
  public static void save(
      ImageRecords records,
      ObjectRef original,
      Status status,
      long generation,
      Insights insights,
      List<StoredVariant> variants,
      Instant now) {
    var id = ImageId.of(original);
    records.save(
        new ImageRecord(
            id,
            records.find(id).map(ImageRecord::revision).orElse(0L) + 1,
            original,
            Owner.PUBLIC,
            status,
            new Work(generation, Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            insights,
            variants,
            Optional.empty(),
            /* deletedForGood= */ status == Status.DELETED,
            /* announced= */ false,
            now,
            now,
            Optional.empty()));
  }
}
