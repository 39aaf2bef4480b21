package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Anchor;
import io.tintype.imaging.Box;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.PathHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What filters say about the answer, `/params/`, and what the dialects change.
class ThumborRequestTest {

  @Test
  void readsTheWishesOfTheFilters() {
    ImageRequest request = parse("/unsafe/filters:max_age(60):attachment(a%20b.jpg)/photo.jpg");
    assertThat(request.maxAge()).contains(Duration.ofSeconds(60));
    assertThat(request.attachment()).contains("a b.jpg");
    assertThat(parse("/unsafe/filters:attachment()/photo.jpg").attachment()).contains("");
    assertThat(parse("/unsafe/filters:max_age(0)/photo.jpg").maxAge()).contains(Duration.ZERO);
    assertThat(parse("/unsafe/filters:raw()/photo.jpg").answer()).isEqualTo(new Answer.Raw());
    assertThat(parse("/unsafe/filters:preview()/photo.jpg").answer())
        .isEqualTo(new Answer.Picture(/* negotiable= */ true, /* stored= */ false));
  }

  @Test
  void theEarliestEndHolds() {
    String path = "/unsafe/filters:expire(1790000000000):expire(1780000000000)/photo.jpg";
    assertThat(parse(path).expires()).contains(Instant.ofEpochMilli(1_780_000_000_000L));
    Map<String, String> query = Map.of("expires", "20200101T000000Z");
    assertThat(parse(Dialect.TINTYPE, path, query).expires())
        .contains(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(parse(Dialect.TINTYPE, "/v/thumb/a.jpg", query).expires()).isPresent();
    assertThatThrownBy(() -> parse(Dialect.TINTYPE, path, Map.of("expires", "tomorrow")))
        .isInstanceOf(TintypeException.class);
  }

  @Test
  void metadataMayHoldWhatIsComputed() {
    assertThat(parse("/unsafe/meta/filters:blurhash(4,3):avgcolor()/photo.jpg").answer())
        .isEqualTo(new Answer.Meta(Optional.of(new Answer.Meta.Waves(4, 3)), false, true));
    assertThat(parse("/unsafe/meta/filters:thumbhash()/photo.jpg").answer())
        .isEqualTo(new Answer.Meta(Optional.empty(), true, false));
    assertThatThrownBy(() -> parse("/unsafe/meta/filters:blurhash(0,3)/photo.jpg"))
        .hasMessage("filter blurhash: x: expected 1..9 but received 0");
  }

  @Test
  void aFocalAreaIsExtractedFromAnImageThatIsAUrl() {
    for (String inner :
        List.of(
            "unsafe/10x20:30x60/300x200/photo.jpg",
            "http://thumbor.example.com/unsafe/10x20:30x60/photo.jpg",
            "https:%2F%2Fthumbor.example.com%2F10x20:30x60%2Fphoto.jpg")) {
      ImageRequest request = parse("/unsafe/100x100/filters:extract_focal()/" + inner);
      assertThat(request.subject()).isEqualTo(original("photo.jpg"));
      assertThat(request.recipe().sizing().anchor())
          .isEqualTo(new Anchor.Focal(new Box(10, 20, 20, 40)));
      assertThat(request.recipe().crop()).isEmpty();
    }
    assertThat(parse("/unsafe/filters:extract_focal()/300x200/photo.jpg").subject())
        .isEqualTo(original("300x200/photo.jpg"));
  }

  @Test
  void saysHowAPathWasReadAsImagorDoes() {
    Answer answer =
        parse(
                "/params/unsafe/meta/trim:bottom-right:20/0.1x.2:0.5x1/adaptive-full-fit-in"
                    + "/-300x-orig/1x2:3x4/left/middle/smart/filters:blur(2):rgb(1,2,3)/a%20b")
            .answer();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Params.class,
            params ->
                assertThat(params.read().toString())
                    .isEqualTo(
                        "{path=meta/trim:bottom-right:20/0.1x.2:0.5x1/adaptive-full-fit-in"
                            + "/-300x-orig/1x2:3x4/left/middle/smart/filters:blur(2):rgb(1,2,3)"
                            + "/a%20b, image=a b, unsafe=true, meta=true, trim=true,"
                            + " trim_by=bottom-right, trim_tolerance=20, crop_left=0.1,"
                            + " crop_top=0.2, crop_right=0.5, crop_bottom=1, fit_in=true,"
                            + " adaptive_fit_in=true, full_fit_in=true, width=300, height=orig,"
                            + " padding_left=1, padding_top=2, padding_right=3, padding_bottom=4,"
                            + " h_flip=true, v_flip=true, h_align=left, smart=true,"
                            + " filters=[{name=blur, args=2}, {name=rgb, args=1,2,3}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense():rgb(1,2,3):quality(0):blur()
          rgb(1,2,3):redeye():gifv(mp4)
          format(asdf):focal():rgb(1,2,3)
          """)
  void thumborsDialectLeavesOutWhatItDoesNotUnderstand(String filters) {
    String path = "/unsafe/filters:" + filters + "/photo.jpg";
    assertThat(parse(Dialect.THUMBOR, path, Map.of()).recipe().edits())
        .containsExactly(new Tone.Rgb(1, 2, 3));
    assertThatThrownBy(() -> parse(path)).isInstanceOf(TintypeException.class);
  }

  @Test
  void inThumborsDialectFiltersThatCanNotBeToldApartBelongToTheImage() {
    assertThat(parse(Dialect.THUMBOR, "/unsafe/300x200/filters:blur(2/a.jpg", Map.of()).subject())
        .isEqualTo(original("filters:blur(2/a.jpg"));
    assertThatThrownBy(() -> parse("/unsafe/300x200/filters:blur(2/a.jpg"))
        .hasMessage("filter blur at character 25: expected a closing ) but received blur(2/a.jpg");
  }

  @Test
  void aWatermarkFromElsewhereIsAnErrorInThumborsDialectToo() {
    String path = "/unsafe/filters:watermark(http://example.com/a.png,0,0,0)/photo.jpg";
    assertThatThrownBy(() -> parse(Dialect.THUMBOR, path, Map.of()))
        .hasMessageContaining("expected an original in one of the allowed buckets");
  }

  @Test
  void knowsShortenedHashesWhereTheirLengthIsSet() {
    var shortened = new PathHash(PathHash.Algorithm.SHA256, Optional.of(40));
    String hash = "XBCO7esuLsNQuSF2v9ie36pESRGx2rzLjhUxXWnV";
    var received = new ReceivedRequest("/" + hash + "/smart/a.jpg", Map.of());
    assertThat(new RequestParser(Dialect.TINTYPE, shortened).parse(received).authorization())
        .isEqualTo(new Authorization.Hash(hash, "smart/a.jpg"));
    assertThat(new RequestParser(Dialect.TINTYPE).parse(received).subject())
        .isEqualTo(original(hash + "/smart/a.jpg"));
  }

  @Test
  void wholeSegmentsMayBeEncoded() {
    for (String path :
        List.of(
            "/unsafe/filters%3Ablur%282%29%3Argb%281%2C2%2C3%29/photo.jpg",
            "/unsafe/filters:blur%282%29:rgb%281,2,3%29/photo.jpg",
            "/unsafe/filters:blur(2):rgb(1%2C2%2C3)/photo.jpg")) {
      assertThat(parse(path).recipe())
          .isEqualTo(ThumborOptions.parse("filters:blur(2):rgb(1,2,3)"));
    }
    assertThat(parse("/unsafe/10x20%3A30x40/trim%3Atop-left/a.jpg").recipe().crop()).isPresent();
  }

  private static Subject.Original original(String key) {
    return new Subject.Original(Optional.empty(), key);
  }

  private static ImageRequest parse(String path) {
    return parse(Dialect.TINTYPE, path, Map.of());
  }

  private static ImageRequest parse(Dialect dialect, String path, Map<String, String> query) {
    return new RequestParser(dialect).parse(new ReceivedRequest(path, query));
  }
}
