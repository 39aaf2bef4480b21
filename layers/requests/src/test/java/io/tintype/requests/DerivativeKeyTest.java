package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeKeyTest {

  private static final String ID = "01M7YSMYRB5JV8DQ187KR4G3ZS";
  private static final int ROUNDS = 20_000;

  private static AdHocKey adHoc(String path, String query) {
    return new AdHocKey("_", new PublicRequest(path, query), Accepted.ANY, false);
  }

  @Test
  void holdsTheRequestInBase64() {
    var request = new PublicRequest("/unsafe/300x200/a.jpg", "");

    assertThat(new AdHocKey(ID, request, Accepted.WEBP, false).text())
        .isEqualTo("derivatives/r/" + ID + "/dW5zYWZlLzMwMHgyMDAvYS5qcGc.webp");
    assertThat(new AdHocKey("_", request, Accepted.ANY, true).text())
        .isEqualTo("derivatives/e/_/dW5zYWZlLzMwMHgyMDAvYS5qcGc.any");
  }

  @Test
  void holdsAVariantInPlainWords() {
    assertThat(VariantKey.granted(ID, "card", "jpeg").text())
        .isEqualTo("derivatives/v/" + ID + "/card.jpeg");
    assertThat(VariantKey.of(ID, new VariantKey.Foreign("b.u", "old/é.jpg"), "card", "avif").text())
        .isEqualTo("derivatives/v/" + ID + "/card/Yi51L29sZC_DqS5qcGc.avif");
  }

  @Test
  void putsASlashAfterEveryTwoHundredCharacters() {
    String name = adHoc("/" + "a".repeat(450), "").text();

    assertThat(name.split("/")).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(204));
    assertThat(name)
        .matches(
            "derivatives/r/_/(\\w{200}/){3}\\w{0,200}\\.any|derivatives/r/_/(\\w{200}/){2}\\w{200}\\.any");
    assertThat(adHoc("/" + "a".repeat(150), "").text()).matches("derivatives/r/_/\\w{200}\\.any");
  }

  @Test
  void isReadBackAsItWasWritten() {
    var random = new SplittableRandom(20_261);
    Map<String, DerivativeKey> written = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      DerivativeKey key = random(random);
      String text = key.text();

      assertThat(text).matches("derivatives/[vre]/[A-Za-z0-9/_.-]+");
      assertThat(text).doesNotContain("//");
      assertThat(DerivativeKey.parse(text)).isEqualTo(key);
      assertThat(DerivativeKey.parse("/" + text)).isEqualTo(key);
      DerivativeKey other = written.put(text, key);
      assertThat(other == null || other.equals(key)).as("%s and %s", other, key).isTrue();
    }
  }

  @Test
  void isNoOtherKeyWithOneCharacterChanged() {
    var random = new SplittableRandom(7);
    for (int round = 0; round < ROUNDS; round++) {
      DerivativeKey key = random(random);
      var changed = new StringBuilder(key.text());
      int at = random.nextInt(changed.length());
      changed.setCharAt(at, (char) random.nextInt(32, 127));
      try {
        DerivativeKey read = DerivativeKey.parse(changed.toString());
        assertThat(read.text()).isEqualTo(changed.toString());
        assertThat(read.equals(key)).isEqualTo(key.text().contentEquals(changed));
      } catch (TintypeException e) {
        assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "derivatives/r/_/.any",
        "derivatives/r/_/YQ",
        "derivatives/r/_/YQ.jpeg", // no class of viewers
        "derivatives/r/_/YR.any", // bits left over
        "derivatives/r/_/YQ==.any",
        "derivatives/r/_/Y/Q.any",
        "derivatives/r/_/YQ/.any",
        "derivatives/r/_/YT8.any", // a?
        "derivatives/r/_/_w.any", // no UTF-8
        "derivatives/r/01m7ysmyrb5jv8dq187kr4g3zs/YQ.any",
        "derivatives/v/_/card.jpeg",
        "derivatives/v/01M7YSMYRB5JV8DQ187KR4G3ZS/Card.jpeg",
        "derivatives/v/01M7YSMYRB5JV8DQ187KR4G3ZS/card/YQ.jpeg", // no key
        "derivatives/x/_/YQ.any",
        "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/a.jpg",
        "derivatives/r/_/../v/01M7YSMYRB5JV8DQ187KR4G3ZS/card.jpeg",
      })
  void whatTheEdgeWouldNotWriteIsNotFound(String text) {
    assertThatThrownBy(() -> DerivativeKey.parse(text))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void aRequestThatS3WouldNotTakeIsStillRead() {
    AdHocKey longest = adHoc("/" + "a".repeat(750), "");
    AdHocKey tooLong = adHoc("/" + "a".repeat(751), "");

    assertThat(longest.text().length()).isLessThanOrEqualTo(1024);
    assertThat(longest.storable()).isTrue();
    assertThat(tooLong.storable()).isFalse();
    assertThat(DerivativeKey.parse(tooLong.text())).isEqualTo(tooLong);
  }

  @Test
  void everyVariantCanBeStored() {
    for (int length = 1; length <= 1024; length++) {
      var original = new VariantKey.Foreign("b".repeat(63), "k".repeat(length));
      VariantKey shortest = VariantKey.of(ID, original, "v".repeat(40), "any");
      VariantKey longest = VariantKey.of(ID, original, "v".repeat(40), "longfmt8");

      assertThat(longest.storable()).isTrue();
      assertThat(longest.foreign()).isEqualTo(shortest.foreign());
      assertThat(longest.foreign().isPresent()).as("key of %s", length).isEqualTo(length <= 632);
    }
  }

  @Test
  void aRequestKeepsItsPercentSigns() {
    AdHocKey key = adHoc("/unsafe/filters:fill%28red%29/a%2Fb%20ü+.jpg", "d=300x200&width=%35");

    assertThat(((AdHocKey) DerivativeKey.parse(key.text())).request())
        .hasToString("/unsafe/filters:fill%28red%29/a%2Fb%20ü+.jpg?d=300x200&width=%35");
  }

  private static DerivativeKey random(SplittableRandom random) {
    if (random.nextInt(3) == 0) {
      String variant = random.nextBoolean() ? "card" : "a-" + random.nextInt(9);
      String format = random.nextBoolean() ? "jpeg" : VariantKey.COMMON;
      return random.nextBoolean()
          ? VariantKey.granted(id(random), variant, format)
          : VariantKey.of(
              id(random), new VariantKey.Foreign("bucket.a", text(random)), variant, format);
    }
    return new AdHocKey(
        random.nextBoolean() ? "_" : id(random),
        new PublicRequest("/" + text(random).replace("?", "%3F"), query(random)),
        List.of(Accepted.values()).get(random.nextInt(3)),
        random.nextBoolean());
  }

  private static String id(SplittableRandom random) {
    return random.nextBoolean() ? ID : "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
  }

  private static String query(SplittableRandom random) {
    return Optional.of(text(random)).filter(_ -> random.nextBoolean()).orElse("");
  }

  /// One to three hundred of anything that UTF-8 can write.
  private static String text(SplittableRandom random) {
    var text = new StringBuilder();
    int length = random.nextInt(4) == 0 ? random.nextInt(1, 301) : random.nextInt(1, 9);
    for (int i = 0; i < length; i++) {
      int point = random.nextInt(3) == 0 ? random.nextInt(1, 0xd800) : random.nextInt(33, 127);
      text.appendCodePoint(point);
    }
    return text.toString();
  }
}
