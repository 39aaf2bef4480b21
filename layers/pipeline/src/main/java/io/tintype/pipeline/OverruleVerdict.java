package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Ruling.Overruling;
import io.tintype.pipeline.moderation.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Use case: a human gives another verdict. The record says so first, from when on nobody renders
/// by the old one; then what was made of the image is taken back; then it is rendered anew.
/// Interrupted, it is completed by asking again.
public final class OverruleVerdict {

  private static final int ATTEMPTS = 10;

  private final ImageRecords records;
  private final Withdrawal withdrawal;
  private final RenderRequests requests;
  private final InstantSource clock;

  public OverruleVerdict(
      ImageRecords records, Withdrawal withdrawal, RenderRequests requests, InstantSource clock) {
    this.records = records;
    this.withdrawal = withdrawal;
    this.requests = requests;
    this.clock = clock;
  }

  /// @param by who gives it
  /// @return the record, PROCESSING until the image has been rendered
  /// @throws TintypeException NOT_FOUND when there is no such image, BAD_REQUEST when it is one
  ///     that there is nothing to say about yet, BUSY, UNAVAILABLE
  public ImageRecord overrule(ImageId id, Verdict verdict, Owner by) {
    ImageRecord overruled = save(id, verdict, by);
    Withdrawal.onOurPart(
        "The verdict on the image " + id + " can't be carried out",
        () -> {
          withdrawal.everything(overruled);
          requests.request(overruled);
        });
    return overruled;
  }

  private ImageRecord save(ImageId id, Verdict verdict, Owner by) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      ImageRecord found =
          records
              .find(id)
              .filter(record -> record.status() != Status.DELETED)
              .orElseThrow(() -> ImageQueries.notFound(id.value()));
      Instant now = clock.instant();
      requireSettled(found, now);
      var ruling = new Ruling(verdict, Optional.of(new Overruling(by.value(), now)));
      ImageRecord next = found.overruled(ruling, now);
      if (records.save(next)) {
        return next;
      }
    }
    throw new TintypeException(Reason.BUSY, "The image " + id + " keeps changing; try again");
  }

  private static void requireSettled(ImageRecord record, Instant now) {
    switch (record.status()) {
      case READY, REJECTED -> {}
      case PROCESSING -> {
        if (record.work().leaseUntil().filter(now::isBefore).isPresent()) {
          throw new TintypeException(
              Reason.BUSY, "The image " + record.id() + " is being rendered; try again");
        }
      }
      case AWAITING_UPLOAD, FAILED, DELETED ->
          throw new TintypeException(
              Reason.BAD_REQUEST,
              "Expected an image that is READY or REJECTED but "
                  + record.id()
                  + " is "
                  + record.status());
    }
  }
}
