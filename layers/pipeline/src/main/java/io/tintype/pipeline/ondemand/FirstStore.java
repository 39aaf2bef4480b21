package io.tintype.pipeline.ondemand;

import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.AdHocRenditions;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.Derivatives.Expected;
import io.tintype.pipeline.ImageId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what was just made, if nobody was faster, and looks at the image records afterwards: what
/// shows an original that was deleted, rejected or overwritten in the meantime doesn't stay.
final class FirstStore {

  private static final Logger LOG = LoggerFactory.getLogger(FirstStore.class);

  /// Longer than a request may take.
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final Admission admission;
  private final Derivatives derivatives;
  private final AdHocRenditions notes;
  private final InstantSource clock;

  FirstStore(Admission admission, Derivatives derivatives, InstantSource clock) {
    this.clock = clock;
    this.admission = admission;
    this.derivatives = derivatives;
    this.notes = new AdHocRenditions(derivatives);
  }

  /// @param keyId the image id in the key, or `_`; all other originals are told where they are
  ///     shown, so that deleting them finds it
  /// @return whether something lies under the key now; it may be another's work on the same
  /// @throws TintypeException NOT_FOUND or REJECTED when a record has changed: nothing of this is
  ///     stored then, and nothing may be shown
  boolean store(String key, String keyId, Derivative derivative, Snapshot snapshot) {
    List<ImageId> others = others(keyId, snapshot);
    if (!others.stream().allMatch(id -> AdHocRenditions.notable(id, key))) {
      admission.requireUnchanged(snapshot);
      return false;
    }
    boolean stored = false;
    boolean mine = false;
    try {
      others.forEach(id -> notes.note(id, key));
      mine = derivatives.put(key, derivative, new Expected.Nothing());
      stored = mine || isFresh(key);
    } catch (TintypeException e) {
      // The viewer gets the picture all the same.
      LOG.warn("{} could not be stored", key, e);
      // A write whose answer got lost may have happened.
      mine = true;
    }
    try {
      admission.requireUnchanged(snapshot);
    } catch (TintypeException e) {
      if (mine) {
        // Also when the record can't be read: what can't be checked doesn't stay.
        withdraw(key, derivative);
      }
      throw e;
    }
    return stored;
  }

  /// Tells all originals that the key doesn't name where the edge may keep what isn't stored.
  ///
  /// @return whether taking them back finds it
  /// @throws TintypeException as [#store]: then nothing may be shown
  boolean note(String key, String keyId, Snapshot snapshot) {
    boolean noted = true;
    try {
      others(keyId, snapshot).forEach(id -> notes.note(id, key));
    } catch (TintypeException e) {
      LOG.warn("{} could not be noted", key, e);
      noted = false;
    }
    admission.requireUnchanged(snapshot);
    return noted;
  }

  private static List<ImageId> others(String keyId, Snapshot snapshot) {
    return snapshot.records().keySet().stream().filter(id -> !id.value().equals(keyId)).toList();
  }

  /// Whether somebody else has stored the same a moment ago. If it has been there for longer, S3
  /// should have answered in place of us: it can't be reached from where viewers are, and sending
  /// them there again would never end.
  private boolean isFresh(String key) {
    Instant since = clock.instant().minus(A_MOMENT);
    return derivatives.find(key).filter(found -> found.since().isAfter(since)).isPresent();
  }

  /// Whoever has written over it since has looked at a newer record.
  private void withdraw(String key, Derivative mine) {
    derivatives
        .find(key)
        .filter(found -> Arrays.equals(found.derivative().bytes(), mine.bytes()))
        .ifPresent(_ -> derivatives.delete(List.of(key)));
  }
}
