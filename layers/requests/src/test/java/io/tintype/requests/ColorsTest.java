package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColorsTest {

  @ParameterizedTest
  @CsvSource({
    "red, 255, 0, 0, 255",
    "RebeccaPurple, 102, 51, 153, 255",
    "yellowgreen, 154, 205, 50, 255",
    "transparent, 0, 0, 0, 0",
    "f08, 255, 0, 136, 255",
    "f08c, 255, 0, 136, 204",
    "FF0088, 255, 0, 136, 255",
    "ff008880, 255, 0, 136, 128"
  })
  void readsNamesAndDigits(String text, int red, int green, int blue, int alpha) {
    assertThat(Colors.named(text)).contains(new Color(red, green, blue, alpha));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "f", "ff", "fffff", "fffffff", "#fff", "ggg", "reed", "fffffffff"})
  void knowsNothingElse(String text) {
    assertThat(Colors.named(text)).isEmpty();
  }

  @Test
  void bothSpellingsOfGreyAreOneColour() {
    assertThat(Colors.named("darkslategrey")).isEqualTo(Colors.named("darkslategray"));
  }
}
