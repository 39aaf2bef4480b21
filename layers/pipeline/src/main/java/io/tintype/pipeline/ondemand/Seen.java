package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Findings.Face;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.moderation.Examination.Wanted;
import io.tintype.pipeline.moderation.Examiner;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Labels;
import io.tintype.pipeline.moderation.Verdict;
import io.tintype.requests.ImageRequest.ContentModeration;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of the content of one request's originals. They are looked at where something is
/// wanted that nobody has asked for yet, and where moderation is on but nobody else will look. For
/// one thread.
final class Seen {

  private static final Wanted NOTHING = new Wanted(Optional.empty(), /* faces= */ false);
  private static final Wanted FACES = new Wanted(Optional.empty(), /* faces= */ true);

  private final Snapshot snapshot;
  private final Examiner examiner;
  private final Stages stages;
  private final Map<ObjectRef, Insights> known = new HashMap<>();

  Seen(Snapshot snapshot, Examiner examiner, Stages stages) {
    this.snapshot = snapshot;
    this.examiner = examiner;
    this.stages = stages;
  }

  /// @param needFaces whether it makes a difference where its faces are
  /// @throws TintypeException REJECTED, NOT_FOUND where it has no verdict but needs one, and
  ///     whatever is in the way of a look
  void requireShowable(ObjectRef original, Source source, boolean needFaces) {
    var unused = look(original, source, needFaces ? FACES : NOTHING);
  }

  /// With which sigma it has to be blurred.
  ///
  /// @throws TintypeException as [#requireShowable]
  Optional<Double> blur(ObjectRef original, Source source) {
    return look(original, source, NOTHING)
        .verdict()
        .filter(Verdict.BLURRED::equals)
        .map(_ -> examiner.policy().sigma());
  }

  /// With which sigma a request wants it blurred for what is seen in it.
  ///
  /// @param needFaces whether the request's recipe does, so that one look will do
  /// @throws TintypeException as [#requireShowable]; BAD_REQUEST where nobody may be asked
  Optional<Double> blur(
      ObjectRef original, Source source, ContentModeration wish, boolean needFaces) {
    // Below the usual everything is asked for at once: a call for every step down would cost.
    double least = wish.minConfidence() < Labels.USUAL_LEAST ? 0 : Labels.USUAL_LEAST;
    Optional<Double> ask = Optional.of(least).filter(_ -> examiner.policy().on());
    Labels labels =
        look(original, source, new Wanted(ask, needFaces))
            .look()
            .labels()
            .filter(known -> known.from(least))
            .orElseThrow(
                () ->
                    new TintypeException(
                        Reason.BAD_REQUEST,
                        "contentModeration: expected moderation to be on, but TINTYPE_MODERATION"
                            + " is off and nobody has looked at the image"));
    return labels
        .confidence(wish.labels())
        .filter(confidence -> confidence >= wish.minConfidence())
        .map(_ -> wish.sigma());
  }

  /// @throws TintypeException BAD_REQUEST where nobody may be asked where its faces are; as
  ///     [#requireShowable] too
  void requireFaces(ObjectRef original, Source source) {
    if (look(original, source, FACES).look().faces().isEmpty()) {
      throw new TintypeException(
          Reason.BAD_REQUEST,
          "Expected face finding to be on for what is done to faces, but TINTYPE_FACES is off and"
              + " nobody has looked for the image's");
    }
  }

  /// Where its faces are, as far as somebody has looked; see [#requireShowable].
  List<Face> faces(ObjectRef original, Source source) {
    return look(original, source, NOTHING).look().knownFaces();
  }

  private Insights look(ObjectRef original, Source source, Wanted wanted) {
    Insights have = known.computeIfAbsent(original, snapshot::insights);
    long start = System.nanoTime();
    Insights found = examiner.examine(original.key(), source, wanted, have);
    if (!found.equals(have)) {
      stages.add("look", Duration.ofNanos(System.nanoTime() - start));
      known.put(original, found);
    }
    snapshot.requireShowable(original, found);
    return found;
  }
}
