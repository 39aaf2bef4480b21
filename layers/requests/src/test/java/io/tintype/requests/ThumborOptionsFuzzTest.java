package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumborOptionsFuzzTest {

  private static final List<String> WHOLE =
      List.of(
          "trim:bottom-right:20/10x20:30x40/adaptive-full-fit-in/-300x-200/1x2:3x4/left/top/smart/",
          "fit-in/origx200/filters:fill(red,true):watermark('a,b(1)',-1,2p,3,none,4)/",
          "0.1x0.2:.3x1/stretch/x/right/bottom/filters:blur(3,1.5):rgb(1,2,3):focal(1x2:3x4)");
  private static final String ALPHABET = "0123456789x:/(),.'-_ abefghilmnoqrstu\u0000é😀%";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261121})
  void anyTextIsARecipeOrABadRequest(long seed) {
    Random random = new Random(seed);
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int round = 0; round < 20_000; round++) {
            parses(random.nextBoolean() ? noise(random) : mutant(random));
          }
        });
  }

  private static String noise(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "filters:" : "");
    for (int length = random.nextInt(60); length > 0; length--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(WHOLE.get(random.nextInt(WHOLE.size())));
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, character);
        case 2 -> text.setCharAt(at, character);
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
      }
    }
    return text.toString();
  }

  private static void parses(String options) {
    try {
      assertThat(ThumborOptions.parse(options)).isNotNull();
    } catch (TintypeException refused) {
      assertThat(refused.reason()).isEqualTo(Reason.BAD_REQUEST);
      assertThat(refused.getMessage()).hasSizeLessThan(800).doesNotContain("\u0000");
    } catch (RuntimeException unexpected) {
      throw new AssertionError("unexpected for: " + options, unexpected);
    }
  }

  @Test
  void parenthesesFiveHundredDeepAreRead() {
    String image = "(".repeat(500) + "a" + ")".repeat(500);
    assertThat(ThumborOptions.parse("filters:watermark(" + image + ",0,0,0)").inputs())
        .containsExactly(image);
    assertThatThrownBy(() -> ThumborOptions.parse("filters:a" + "(".repeat(1_000)))
        .isInstanceOf(TintypeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1", "0.", "-", "(", ")", "'", "('", ",'", "' ", "a(),", "/", "x", "trim:", "a():"
      })
  void longTextsAreFast(String piece) {
    String text = piece.repeat(10_000 / piece.length());
    for (String options :
        List.of(text, "filters:" + text, "filters:quality(" + text, "filters:fill('" + text)) {
      Assertions.assertTimeout(Duration.ofSeconds(1), () -> parses(options));
    }
  }
}
