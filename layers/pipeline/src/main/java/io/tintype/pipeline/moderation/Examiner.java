package io.tintype.pipeline.moderation;

import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Examination.Wanted;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what has to be known of an original, has it looked at, and gives the verdict.
///
/// @param faces whether smart crops keep faces
/// @param examination empty where nobody is ever asked
public record Examiner(ModerationPolicy policy, boolean faces, Optional<Examination> examination) {

  public static final Examiner NONE = new Examiner(ModerationPolicy.OFF, false, Optional.empty());

  /// @param key of the original
  /// @param wantsFaces whether it makes a difference to a picture where the faces are
  /// @param have what the record says, about these same bytes
  /// @return with a verdict where the original is moderated; a human's word holds against the
  ///     policy
  /// @throws TintypeException UNAVAILABLE or INTERNAL when it can't be had now: never taken for
  ///     an answer
  public Insights examine(
      String key,
      OpenImage image,
      SourceInfo info,
      Source source,
      boolean wantsFaces,
      Insights have) {
    boolean moderated = policy.applies(key);
    var wanted = new Wanted(least(moderated), faces && wantsFaces);
    Insights found =
        examination.map(by -> by.examine(image, info, source, wanted, have)).orElse(have);
    boolean overruled = found.ruling().flatMap(Ruling::overruled).isPresent();
    return overruled ? found : ruled(key, found);
  }

  /// For a picture by URL: a verdict that the record has holds; where it has none, or no record
  /// is there, the policy gives one by what is seen now.
  ///
  /// @param wanted beside what a verdict takes; faces where face finding is on
  /// @param have what is known already, without the hash of bytes that may be others by now
  /// @throws TintypeException as above
  public Insights examine(String key, Source source, Wanted wanted, Insights have) {
    boolean judge = policy.applies(key) && have.ruling().isEmpty();
    var needed =
        new Wanted(
            Stream.concat(least(judge).stream(), wanted.labelsFrom().stream()).min(Double::compare),
            faces && wanted.faces());
    Insights found = examination.map(by -> by.examine(source, needed, have)).orElse(have);
    return judge ? ruled(key, found) : found;
  }

  private Optional<Double> least(boolean judge) {
    return judge ? Optional.of(policy.least()) : Optional.empty();
  }

  private Insights ruled(String key, Insights found) {
    Optional<Ruling> ruling =
        found
            .look()
            .labels()
            .filter(_ -> policy.applies(key))
            .map(labels -> Ruling.byPolicy(policy.verdict(key, labels)));
    return new Insights(found.sha256(), found.look(), ruling);
  }
}
