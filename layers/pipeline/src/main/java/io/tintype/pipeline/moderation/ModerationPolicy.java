package io.tintype.pipeline.moderation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which originals are moderated, and what follows from their labels.
///
/// @param mode where no rule applies
/// @param minConfidence percent, 0..100, from which a label counts
/// @param labels those that count, with everything below them; empty for all
/// @param sigma of the blur, as for [io.tintype.imaging.Plan#blurred]
/// @param rules another mode for some keys; the longest prefix that fits holds
public record ModerationPolicy(
    Mode mode, double minConfidence, Set<String> labels, double sigma, List<Rule> rules) {

  public static final ModerationPolicy OFF =
      new ModerationPolicy(Mode.OFF, 75, Set.of(), 50, List.of());

  public ModerationPolicy {
    labels = Set.copyOf(labels);
    rules =
        rules.stream()
            .sorted(Comparator.comparingInt((Rule rule) -> rule.prefix().length()).reversed())
            .toList();
  }

  /// What is done about an original that labels count against.
  public enum Mode {
    /// Nobody looks.
    OFF,
    /// The record says so.
    FLAG,
    /// It is blurred, wherever it is shown.
    BLUR,
    /// It is not shown.
    REJECT;

    /// As in the settings.
    public static Mode named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /// The mode of originals whose key starts so.
  public record Rule(String prefix, Mode mode) {}

  public Mode mode(String key) {
    return rules.stream()
        .filter(rule -> key.startsWith(rule.prefix()))
        .findFirst()
        .map(Rule::mode)
        .orElse(mode);
  }

  /// Whether an original has to have a verdict before anybody sees it.
  public boolean applies(String key) {
    return mode(key) != Mode.OFF;
  }

  /// Whether there are originals that it applies to.
  public boolean on() {
    return mode != Mode.OFF || rules.stream().anyMatch(rule -> rule.mode() != Mode.OFF);
  }

  /// From which confidence labels have to be known, in percent.
  double least() {
    return Math.min(Labels.USUAL_LEAST, minConfidence);
  }

  public Verdict verdict(String key, Labels seen) {
    boolean counts =
        seen.confidence(labels).filter(confidence -> confidence >= minConfidence).isPresent();
    if (!counts) {
      return Verdict.APPROVED;
    }
    return switch (mode(key)) {
      case OFF -> Verdict.APPROVED;
      case FLAG -> Verdict.FLAGGED;
      case BLUR -> Verdict.BLURRED;
      case REJECT -> Verdict.REJECTED;
    };
  }
}
