package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Optional;

/// Use case: an owner looks at image records. What belongs to somebody else, was deleted or never
/// was, is answered alike, so that ids can't be probed.
public final class ImageQueries {

  private final ImageRecords records;

  public ImageQueries(ImageRecords records) {
    this.records = records;
  }

  /// @throws TintypeException NOT_FOUND, UNAVAILABLE
  public ImageRecord find(ImageId id, Owner owner) {
    return records
        .find(id)
        .filter(record -> record.owner().equals(owner) && record.status() != Status.DELETED)
        .orElseThrow(() -> notFound(id.value()));
  }

  /// The owner's images, newest first.
  ///
  /// @param limit 1..100
  /// @throws TintypeException BAD_REQUEST for a limit or a cursor that is none, UNAVAILABLE
  public ImageRecords.Page list(Owner owner, int limit, Optional<String> cursor) {
    if (limit < 1 || limit > 100) {
      throw new TintypeException(
          Reason.BAD_REQUEST, "Expected a limit of 1..100 but received " + limit);
    }
    return records.list(owner, limit, cursor);
  }

  /// The one answer to every id that leads nowhere.
  public static TintypeException notFound(String id) {
    return new TintypeException(Reason.NOT_FOUND, "There is no image " + id);
  }
}
