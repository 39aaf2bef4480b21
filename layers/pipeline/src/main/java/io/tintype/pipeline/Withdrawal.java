package io.tintype.pipeline;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.List;

/// Takes back what was made of an image, whoever asks for it. The order matters: the record says
/// so before anybody comes here, so that nobody makes more of it; then what is stored goes, and
/// only then what the edge keeps of it, because the edge would fetch again what is still stored.
/// Interrupted, it is completed by doing it again.
public final class Withdrawal {

  private final FencedDerivatives derivatives;
  private final AdHocRenditions adHoc;
  private final Invalidations invalidations;

  public Withdrawal(ImageRecords records, Derivatives derivatives, Invalidations invalidations) {
    this.derivatives = new FencedDerivatives(records, derivatives);
    this.adHoc = new AdHocRenditions(derivatives);
    this.invalidations = invalidations;
  }

  /// Everything that was made of an image. Variants stay where a newer claim than the record's has
  /// been made: they are the winner's, who clears what isn't.
  ///
  /// @throws TintypeException FORBIDDEN, UNAVAILABLE
  void everything(ImageRecord record) {
    derivatives.clear(record, List.of());
    adHoc.clear(record.id(), invalidations);
    invalidations.forget(record.id());
  }

  /// Runs what a caller has been found to be allowed to do. What the function itself may not do is
  /// then a mistake in the deployment, not the caller's.
  ///
  /// @param failure says what was not done
  static void onOurPart(String failure, Runnable steps) {
    try {
      steps.run();
    } catch (TintypeException e) {
      throw e.reason() == Reason.FORBIDDEN ? new TintypeException(Reason.INTERNAL, failure, e) : e;
    }
  }

  /// What may have been made all the same: before there was a record of the original, or by a
  /// function that was killed. Of most images there is nothing, and then the edge, whose every path
  /// costs, isn't troubled.
  ///
  /// @throws TintypeException FORBIDDEN, UNAVAILABLE
  void leftovers(ImageRecord record) {
    boolean variants = derivatives.clear(record, List.of());
    boolean others = adHoc.clear(record.id(), invalidations);
    if (variants || others) {
      invalidations.forget(record.id());
    }
  }
}
