package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.InstantSource;
import java.util.Optional;

/// Use case: an owner deletes an image for good. The tombstone is written first, so that whoever
/// renders it at this moment has lost and cleans up after itself; then what was made of it is
/// taken back, then the original goes. A deletion that was interrupted is completed by asking
/// again, and a while later somebody looks whether anything was left.
public final class DeleteImage {

  /// Each lost attempt means that another writer has come further; none writes this often.
  private static final int ATTEMPTS = 10;

  private final ImageRecords records;
  private final Withdrawal withdrawal;
  private final Sweeps sweeps;
  private final Originals originals;
  private final InstantSource clock;

  public DeleteImage(
      ImageRecords records,
      Withdrawal withdrawal,
      Sweeps sweeps,
      Originals originals,
      InstantSource clock) {
    this.records = records;
    this.withdrawal = withdrawal;
    this.sweeps = sweeps;
    this.originals = originals;
    this.clock = clock;
  }

  /// @throws TintypeException NOT_FOUND when the owner has no such image, BUSY, UNAVAILABLE,
  ///     INTERNAL
  public void delete(ImageId id, Owner owner) {
    ImageRecord tombstone = bury(id, owner);
    Withdrawal.onOurPart(
        "The image " + id + " can't be deleted",
        () -> {
          withdrawal.everything(tombstone);
          sweeps.later(tombstone);
          originals.delete(tombstone.original());
        });
  }

  private ImageRecord bury(ImageId id, Owner owner) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ImageRecord found =
          records
              .find(id)
              .filter(record -> record.owner().equals(owner))
              .orElseThrow(() -> ImageQueries.notFound(id.value()));
      if (found.status() == Status.DELETED && found.deletedForGood()) {
        return found;
      }
      ImageRecord tombstone = found.deleted(Optional.empty(), /* forGood= */ true, clock.instant());
      if (records.save(tombstone)) {
        return tombstone;
      }
    }
    throw new TintypeException(Reason.BUSY, "The image " + id + " keeps changing; try again");
  }
}
