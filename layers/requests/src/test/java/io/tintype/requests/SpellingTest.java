package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {

  private static final List<String> KNOWN = List.of("quality", "grayscale", "rgb");

  @Test
  void findsTheClosestWord() {
    assertThat(Spelling.closest("qualty", KNOWN)).contains("quality");
    assertThat(Spelling.closest("greyscale", KNOWN)).contains("grayscale");
    assertThat(Spelling.hint("rbg1", KNOWN)).isEmpty();
    assertThat(Spelling.hint("rgba", KNOWN)).isEqualTo(" (did you mean rgb?)");
  }

  @Test
  void suggestsNothingForWordsThatAreFarOffOrEndless() {
    assertThat(Spelling.closest("hologram", KNOWN)).isEmpty();
    assertThat(Spelling.closest("q".repeat(100_000), KNOWN)).isEmpty();
  }
}
