package io.tintype.pipeline.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedVariantsTest {

  private static final String WHOLE =
      """
      variants:
        thumb: {recipe: "200x200/smart", formats: [webp, jpeg], quality: {jpeg: 78}}
        card:
          recipe: fit-in/480x480
          formats: [webp]
      rules:
        - prefix: uploads/
          variants: [thumb, card]
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing but a remark\n"})
  void saysThatAFileIsEmpty(String yaml) {
    assertThatThrownBy(() -> VariantSet.parse(yaml, "variants.yaml"))
        .isInstanceOf(TintypeException.class)
        .hasMessage("variants.yaml: expected variants but the file is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [1, 2]                     | v line 1, column 1: expected a mapping with variants, rules but received a list
          text                       | v line 1, column 1: expected a mapping with variants, rules but received text
          {}                         | v line 1, column 1: variants: missing
          {variants: {}}             | v line 1, column 12: variants: expected at least one
          {variants: [a]}            | v line 1, column 12, variants: expected variants by name but received a list
          {variants: {[a]: 1}}       | v line 1, column 13, variants: expected a variant that is plain text
          {variants: {a: {recipe: x, formats: [png]}}, rules: []} | v line 1, column 53, rules: expected a list of rules, or no rules at all, but received an empty list
          {variants: {a: {recipe: [x], formats: [png]}}} | v line 1, column 25, variant a: recipe: expected a text but received a list
          {variants: {a: {recipe: , formats: [png]}}} | v line 1, column 24, variant a: recipe: expected a text but received nothing
          ~{variants: &a [*a]}~      | v line 1, column 16: aliases (*name) are not used here, write the value out
          [[[[[[[[[[[[[]]]]]]]]]]]]] | v line 1, column 11: nested more than 10 deep
          """)
  void saysWhatIsNoVariantsFile(String yaml, String message) {
    assertThatThrownBy(() -> VariantSet.parse(yaml, "v"))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThatThrownBy(() -> VariantSet.parse("variants:\n  a: {recipe: \"1x1\n", "v"))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith("v line 3, column 1: not valid YAML: ");
    assertThatThrownBy(() -> VariantSet.parse("variants:\n\ta: 1\n", "v"))
        .hasMessageStartingWith("v line 2, column 1: not valid YAML: ");
    assertThatThrownBy(() -> VariantSet.parse("a: 1\n---\nb: 1\n", "v"))
        .hasMessage("v line 2, column 1: expected one document");
  }

  @Test
  void bombsAreRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int level = 1; level < 40; level++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThatThrownBy(() -> VariantSet.parse(bomb.toString(), "v"))
              .hasMessageContaining("v line 2, column 10: aliases");
          assertThatThrownBy(() -> VariantSet.parse("[".repeat(99_000), "v"))
              .hasMessageContaining("nested more than");
          assertThatThrownBy(() -> VariantSet.parse("x".repeat(2_000_000), "v"))
              .hasMessage("v: expected at most 100000 characters but received 2000000");
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20261121})
  void anyTextIsASetOrAListOfProblems(long seed) {
    Random random = new Random(seed);
    String alphabet = "{}[]:,-#&*!|>'\"%@` \n\tax09\u0000é";
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        char character = alphabet.charAt(random.nextInt(alphabet.length()));
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.setCharAt(at, character);
        } else {
          text.insert(at, character);
        }
      }
      try {
        assertThat(VariantSet.parse(text.toString(), "v").all()).isNotEmpty();
      } catch (TintypeException refused) {
        assertThat(refused.getMessage()).startsWith("v");
      } catch (RuntimeException unexpected) {
        throw new AssertionError("unexpected for: " + text, unexpected);
      }
    }
  }
}
