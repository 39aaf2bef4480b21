package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Detail;
import io.tintype.imaging.Drawing;
import io.tintype.imaging.Format;
import io.tintype.imaging.Offset;
import io.tintype.imaging.Sizing.Fit;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.TintypeException;
import io.tintype.imaging.Tone;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SihThumborTest {

  @Test
  void readsBucketKeySizeAndFilters() {
    ImageRequest request =
        parse("/s3:photos/fit-in/300x200/filters:quality(40):grayscale()/my%20cats/a+b.jpg");
    assertThat(request.grammar()).isEqualTo(Grammar.SIH_THUMBOR);
    assertThat(request.subject())
        .isEqualTo(new Subject.Original(Optional.of("photos"), "my cats/a+b.jpg"));
    assertThat(request.recipe().sizing().fit()).isEqualTo(Fit.INSIDE);
    assertThat(request.recipe().sizing().width()).isEqualTo(new Length.Pixels(300));
    assertThat(request.recipe().edits()).containsExactly(new Tone.Modulate(1, 0, 0, 0));
    assertThat(request.recipe().output().quality()).contains(40);
    assertThat(request.recipe().output().format()).isEmpty();
    assertThat(request.answer()).isEqualTo(new Answer.Picture(true));
  }

  @Test
  void countsQualityForWhateverFormatIsWritten() {
    ImageRequest request = parse("/filters:format(webp):quality(40)/a.jpg");
    assertThat(request.recipe().output().format()).contains(Format.WEBP);
    assertThat(request.recipe().output().quality()).contains(40);
    assertThat(request.answer()).isEqualTo(new Answer.Picture(false));
  }

  @Test
  void takesFiltersInTheOrderOfTheAlphabet() {
    assertThat(parse("/filters:sharpen(1,4,true):blur(4)/a.jpg").recipe().edits())
        .containsExactly(new Detail.Blur(2), new Detail.Sharpen(3));
  }

  @Test
  void takesSegmentsOfOtherBucketsForPartsOfTheKey() {
    assertThat(parse("/s3:secrets/300x200/a.jpg").subject())
        .isEqualTo(new Subject.Original(Optional.empty(), "s3:secrets/a.jpg"));
  }

  @Test
  void readsWatermarksWithPercentEncodedKeys() {
    assertThat(
            parse("/filters:watermark(photos,my%20logo.png,50p,-10,50,20)/a.jpg").recipe().edits())
        .containsExactly(
            new Drawing.Watermark(
                "s3:photos/mylogo.png",
                new Offset.Percent(50),
                new Offset.Pixels(-10),
                50,
                Optional.of(20),
                Optional.empty()));
  }

  @Test
  void rewritesBeforeItReads() {
    SihThumbor rewriting =
        new SihThumbor(
            Set.of("photos")::contains,
            Optional.of(RewriteRule.of("/^\\/w(\\d+)\\//", "/fit-in/$1x$1/")));
    ReceivedRequest received =
        new ReceivedRequest("/w300/x.abc", Map.of("signature", "00", "width", "9"));
    ImageRequest request = rewriting.parse(received);
    assertThat(request.subject()).isEqualTo(new Subject.Original(Optional.empty(), "x.abc"));
    assertThat(request.recipe().sizing().fit()).isEqualTo(Fit.INSIDE);
    // what is signed is what was sent
    assertThat(request.authorization())
        .isEqualTo(new Authorization.Signature("00", "/w300/x.abc?width=9"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /a.txt                              | RequestTypeError | path: expected an image's file extension
          /300x200/                           |                  | path: expected the key of an object
          /300x200/../a.jpg                   |                  | path: expected a key without . or ..
          /300x200/a%2e%2e/%2E%2e/a.jpg       |                  | path: expected a key without . or ..
          /300x200/a%0a.jpg                   |                  | path: expected a key without control
          /300x200/%E0%A4%A.jpg               |                  | path: expected percent-encoded UTF-8
          /300x200/%ff.jpg                    |                  | path: expected percent-encoded UTF-8
          /1234567890x1/a.jpg                 | InvalidResizeException | size: expected up to 9 digits
          /filters:focal(1x1:2x2)/a.jpg       |                  | filters: expected name(arguments)
          /filters:background_color(x)/a.jpg  |                  | filter background_color: expected a colour
          /filters:blur(x)/a.jpg              |                  | filter blur: expected a radius but received x
          /filters:rgb(1,2)/a.jpg             |                  | filter rgb: expected three percentages
          /filters:convolution(1,0)/a.jpg     |                  | filter convolution: expected numbers
          /filters:watermark(photos)/a.jpg    |                  | edits.overlayWith.key: expected a value
          """)
  void namesWhatIsWrong(String path, String code, String message) {
    assertThatThrownBy(() -> parse(path))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.code()).isEqualTo(Optional.ofNullable(code)))
        .hasMessageStartingWith(message);
  }

  @Test
  void readsLongAndNestedPathsInNoTime() {
    String many = "/filters" + ":blur(1)".repeat(900) + "/a.jpg";
    assertThat(parse(many).recipe().edits()).containsExactly(new Detail.Blur(0.5));
    assertThat(parse("/" + "filters:".repeat(1000) + "/a.jpg").recipe().edits()).isEmpty();
    String brackets = "(".repeat(4000) + ")".repeat(4000);
    assertThat(parse("/filters:blur" + brackets + "/a.jpg").recipe().edits()).isEmpty();
  }

  private static ImageRequest parse(String path) {
    return new SihThumbor(Set.of("photos")::contains, Optional.empty())
        .parse(new ReceivedRequest(path, Map.of()));
  }
}
