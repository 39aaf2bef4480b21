package io.tintype.pipeline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.pipeline.moderation.ModerationPolicy.Mode;
import io.tintype.pipeline.moderation.ModerationPolicy.Rule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModerationPolicyTest {

  private static final Labels BEER =
      new Labels(
          List.of(
              new Label("Alcohol", "", 1, 80),
              new Label("Alcoholic Beverages", "Alcohol", 2, 79),
              new Label("Drinking", "Alcoholic Beverages", 3, 60)),
          "7.0");

  @ParameterizedTest
  @CsvSource({
    "OFF, APPROVED",
    "FLAG, FLAGGED",
    "BLUR, BLURRED",
    "REJECT, REJECTED",
  })
  void givesTheVerdictOfItsMode(Mode mode, Verdict verdict) {
    assertThat(policy(mode, 75, Set.of()).verdict("uploads/x", BEER)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 80, true",
    "'', 80.1, false",
    "Alcohol, 80, true",
    "alcohol, 80, true",
    "Alcoholic Beverages, 79, true",
    "Alcoholic Beverages, 80, false",
    "Drinking, 60, true",
    "Drinking, 61, false",
    "Violence, 0, false",
  })
  void countsALabelWithEverythingBelowIt(String label, double confidence, boolean counts) {
    Set<String> labels = label.isEmpty() ? Set.of() : Set.of(label);
    Verdict verdict = policy(Mode.REJECT, confidence, labels).verdict("uploads/x", BEER);
    assertThat(verdict).isEqualTo(counts ? Verdict.REJECTED : Verdict.APPROVED);
  }

  @Test
  void includesChildrenWhoseParentRekognitionLeftOut() {
    var child = new Labels(List.of(new Label("Drinking", "Alcoholic Beverages", 3, 99)), "7.0");
    assertThat(policy(Mode.REJECT, 75, Set.of("Alcoholic Beverages")).verdict("x", child))
        .isEqualTo(Verdict.REJECTED);
  }

  @Test
  void survivesLabelsThatGoRoundInCircles() {
    var circle = new Labels(List.of(new Label("A", "B", 1, 99), new Label("B", "A", 2, 99)), "7.0");
    assertThat(policy(Mode.REJECT, 75, Set.of("C")).verdict("x", circle))
        .isEqualTo(Verdict.APPROVED);
  }

  @Test
  void appliesTheLongestPrefixThatFits() {
    var policy =
        new ModerationPolicy(
            Mode.FLAG,
            75,
            Set.of(),
            50,
            List.of(new Rule("uploads/", Mode.BLUR), new Rule("uploads/ads/", Mode.OFF)));
    assertThat(policy.mode("x")).isEqualTo(Mode.FLAG);
    assertThat(policy.mode("uploads/x")).isEqualTo(Mode.BLUR);
    assertThat(policy.mode("uploads/ads/x")).isEqualTo(Mode.OFF);
    assertThat(policy.applies("uploads/ads/x")).isFalse();
  }

  private static ModerationPolicy policy(Mode mode, double confidence, Set<String> labels) {
    return new ModerationPolicy(mode, confidence, labels, 50, List.of());
  }
}
