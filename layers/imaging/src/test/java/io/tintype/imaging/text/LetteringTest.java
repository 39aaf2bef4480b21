package io.tintype.imaging.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tintype.imaging.Blend;
import io.tintype.imaging.Color;
import io.tintype.imaging.Drawing.Text;
import io.tintype.imaging.Drawing.Text.Align;
import io.tintype.imaging.Drawing.Text.Wrap;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Size;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {

  private static final Size PICTURE = new Size(600, 400);
  private static final String WORDS = "several words that fill more than a single line of text";

  /// What is written: the box around all ink, and how much ink there is.
  private record Ink(int left, int top, int right, int bottom, double amount) {}

  @Test
  void writesLettersAsTheFontHasThem() {
    // DejaVu Sans: H is 1493 of 2048 units high, its left stem begins at 201, and it is 1540 wide.
    Ink ink = ink(text("H", 200, Optional.empty(), Align.LOW, Wrap.NEVER));
    double scale = 200 / 2048.0;
    assertThat(ink.bottom - ink.top).isCloseTo((int) (1493 * scale), within(2));
    assertThat(ink.left).isCloseTo((int) (201 * scale), within(1));
    assertThat(ink.right).isCloseTo((int) ((1540 - 201) * scale), within(1));
  }

  @Test
  void countsPointsByTheResolution() {
    Ink at72 = ink(text("H", 80, Optional.empty(), Align.LOW, Wrap.NEVER));
    Text twice =
        new Text(
            "H",
            zero(),
            zero(),
            40,
            144,
            Color.WHITE,
            0,
            Blend.OVER,
            Optional.empty(),
            Align.LOW,
            false,
            Wrap.NEVER,
            0);
    assertThat(ink(twice)).isEqualTo(at72);
  }

  @Test
  void breaksLinesAtWords() {
    Ink one = ink(text(WORDS, 20, Optional.empty(), Align.LOW, Wrap.WORD));
    Ink broken = ink(text(WORDS, 20, Optional.of(200), Align.LOW, Wrap.WORD));
    assertThat(one.right).isGreaterThan(500);
    assertThat(broken.right).isLessThanOrEqualTo(200);
    assertThat(broken.bottom).isGreaterThan(2 * one.bottom);
    assertThat(broken.amount).isCloseTo(one.amount, within(one.amount / 50));
    Ink never = ink(text(WORDS, 20, Optional.of(200), Align.LOW, Wrap.NEVER));
    assertThat(never.bottom).isEqualTo(one.bottom);
  }

  @Test
  void breaksWordsOnlyWhereItMay() {
    String word = "Rindfleischetikettierung";
    assertThat(ink(text(word, 30, Optional.of(150), Align.LOW, Wrap.WORD)).right)
        .isGreaterThan(300);
    for (Wrap wrap : new Wrap[] {Wrap.CHARACTER, Wrap.WORD_OR_CHARACTER}) {
      Ink broken = ink(text(word, 30, Optional.of(150), Align.LOW, wrap));
      assertThat(broken.right).isLessThanOrEqualTo(150);
      assertThat(broken.bottom).isGreaterThan(80);
    }
  }

  @Test
  void alignsAndJustifiesLines() {
    Ink low = ink(text("a\nlong line", 20, Optional.of(300), Align.LOW, Wrap.WORD));
    Ink centre = ink(text("a\nlong line", 20, Optional.of(300), Align.CENTRE, Wrap.WORD));
    Ink high = ink(text("a\nlong line", 20, Optional.of(300), Align.HIGH, Wrap.WORD));
    assertThat(low.left).isLessThan(4);
    assertThat((centre.left + centre.right) / 2).isCloseTo(150, within(3));
    assertThat(high.right).isBetween(295, 300);
    Text justified =
        new Text(
            WORDS,
            zero(),
            zero(),
            20,
            72,
            Color.WHITE,
            0,
            Blend.OVER,
            Optional.of(230),
            Align.LOW,
            true,
            Wrap.WORD,
            0);
    assertThat(ink(justified).right).isBetween(226, 230);
    assertThat(ink(text(WORDS, 20, Optional.of(230), Align.LOW, Wrap.WORD)).right).isLessThan(226);
  }

  @Test
  void setsLinesApartByTheSpacing() {
    Ink near = ink(text("H\nH", 20, Optional.empty(), Align.LOW, Wrap.WORD));
    Text apart =
        new Text(
            "H\nH",
            zero(),
            zero(),
            20,
            72,
            Color.WHITE,
            0,
            Blend.OVER,
            Optional.empty(),
            Align.LOW,
            false,
            Wrap.WORD,
            13);
    assertThat(ink(apart).bottom).isEqualTo(near.bottom + 13);
  }

  @ParameterizedTest
  @ValueSource(strings = {"日", "\u0001", "\uD80C\uDC00", "\uD800"})
  void showsABoxForWhatTheFontLacks(String character) {
    Ink box = ink(text("\uFFFF", 100, Optional.empty(), Align.LOW, Wrap.WORD));
    assertThat(box.amount).isGreaterThan(500);
    assertThat(ink(text(character, 100, Optional.empty(), Align.LOW, Wrap.WORD))).isEqualTo(box);
  }

  @Test
  void composesAccents() {
    assertThat(ink(text("e\u0301", 50, Optional.empty(), Align.LOW, Wrap.WORD)))
        .isEqualTo(ink(text("é", 50, Optional.empty(), Align.LOW, Wrap.WORD)));
  }

  @Test
  void writesFromRightToLeft() {
    assertThat(Visual.order("abc אבג 12")).isEqualTo("abc 12 גבא");
    assertThat(Visual.order("(אב)")).isEqualTo("(בא)");
    assertThat(Visual.order("plain")).isEqualTo("plain");
  }

  @Test
  void countsFromTheFarEdgesAndTheMiddle() {
    Ink far = ink(at(new Offset.Pixels(-10), new Offset.Far(0)));
    assertThat(far.right).isBetween(580, 590);
    assertThat(far.bottom).isBetween(385, 400);
    Ink middle = ink(at(new Offset.Center(), new Offset.Center()));
    assertThat((middle.left + middle.right) / 2).isCloseTo(300, within(3));
  }

  @Test
  void repeatsAText() {
    Ink one = ink(at(zero(), zero()));
    Ink many = ink(at(new Offset.Repeat(), new Offset.Repeat()));
    double copies = many.amount / one.amount;
    assertThat(copies).isGreaterThan(20);
    assertThat(copies).isCloseTo(Math.rint(copies), within(0.3));
    assertThat(many.right).isGreaterThan(590);
  }

  @Test
  void staysWithinThePictureHoweverLargeTheLetters() {
    Text huge =
        new Text(
            "M".repeat(1000),
            new Offset.Center(),
            new Offset.Center(),
            1000,
            1200,
            Color.WHITE,
            0,
            Blend.OVER,
            Optional.empty(),
            Align.LOW,
            false,
            Wrap.NEVER,
            1000);
    Lettering lettering = Lettering.of(huge, PICTURE).orElseThrow();
    assertThat(lettering.mask().size().pixels()).isLessThanOrEqualTo(PICTURE.pixels());
    assertThat(Lettering.of(at(new Offset.Pixels(5000), zero()), PICTURE)).isEmpty();
  }

  private static Offset zero() {
    return new Offset.Pixels(0);
  }

  private static Text at(Offset x, Offset y) {
    return new Text(
        "Here",
        x,
        y,
        24,
        72,
        Color.WHITE,
        0,
        Blend.OVER,
        Optional.empty(),
        Align.LOW,
        false,
        Wrap.NEVER,
        0);
  }

  private static Text text(
      String words, int size, Optional<Integer> width, Align align, Wrap wrap) {
    return new Text(
        words, zero(), zero(), size, 72, Color.WHITE, 0, Blend.OVER, width, align, false, wrap, 0);
  }

  private static Ink ink(Text text) {
    Lettering lettering = Lettering.of(text, PICTURE).orElseThrow();
    Size size = lettering.mask().size();
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    double amount = 0;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int covered = lettering.mask().at(x, y);
        if (covered > 0) {
          left = Math.min(left, lettering.left() + x);
          right = Math.max(right, lettering.left() + x + 1);
          top = Math.min(top, lettering.top() + y);
          bottom = Math.max(bottom, lettering.top() + y + 1);
          amount += covered / 255.0;
        }
      }
    }
    return new Ink(left, top, right, bottom, amount);
  }
}
