package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.imaging.Size;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicUrlsTest {

  private static final PublicUrls ROOTED = new PublicUrls(Optional.empty());

  @Test
  void areRootRelativeWithoutABase() {
    assertThat(ROOTED.negotiated("thumb", "uploads/X/cat.jpg"))
        .isEqualTo("/v/thumb/uploads/X/cat.jpg");
  }

  @Test
  void startWithTheBaseWhateverItEndsIn() {
    for (String base : new String[] {"https://img.example", "https://img.example/"}) {
      assertThat(new PublicUrls(Optional.of(base)).negotiated("thumb", "a.jpg"))
          .isEqualTo("https://img.example/v/thumb/a.jpg");
    }
  }

  @Test
  void nameTheFormatOfAStoredVariant() {
    var stored = new StoredVariant("card", "derivatives/…", Format.WEBP, new Size(2, 1), 9);
    assertThat(ROOTED.explicit(stored, "a/b.png")).isEqualTo("/v/card.webp/a/b.png");
  }

  @Test
  void encodeEverySegmentOfTheKey() {
    assertThat(ROOTED.negotiated("thumb", "in box/a+b?c#d%é.jpg"))
        .isEqualTo("/v/thumb/in%20box/a%2Bb%3Fc%23d%25%C3%A9.jpg");
  }
}
