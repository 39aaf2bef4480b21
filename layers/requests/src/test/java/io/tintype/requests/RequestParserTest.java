package io.tintype.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Color;
import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Size;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ImageRequest.Grammar;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.sih.RewriteRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {

  private static final String HASH = "8ammJH8D-7tXy6kU3lTvoXlhu4o=";

  @Test
  void unsafeIsNoAuthorization() {
    ImageRequest request = parse("/unsafe/300x200/smart/folder/photo.jpg");
    assertThat(request.grammar()).isEqualTo(Grammar.THUMBOR);
    assertThat(request.subject()).isEqualTo(original("folder/photo.jpg"));
    assertThat(request.recipe()).isEqualTo(ThumborOptions.parse("300x200/smart"));
    assertThat(request.authorization()).isEqualTo(new Authorization.None());
    assertThat(request.answer()).isEqualTo(new Answer.Picture(true));
    assertThat(parse("/unsafe/filters:format(png)/a.jpg").answer())
        .isEqualTo(new Answer.Picture(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a.jpg?d=20",
        "/a.jpg?showExif=true",
        "/unsafe/20x20/a.jpg?x=y",
        "/v/card/a.jpg?x=y",
        "/eyJrZXkiOiJhLmpwZyJ9?x=y",
        "/unsafe/filters:expire(4070908800000)/a.jpg?x=y"
      })
  void noGrammarOutlivesItsExpires(String address) {
    String[] parts = address.split("[?=]", -1);
    var received =
        new ReceivedRequest(parts[0], Map.of(parts[1], parts[2], "expires", "20260131T235959Z"));

    assertThat(new RequestParser(Dialect.TINTYPE).parse(received).expires())
        .contains(Instant.parse("2026-01-31T23:59:59Z"));
  }

  @Test
  void aHashSignsTheRestOfThePathAsReceived() {
    Authorization signed = new Authorization.Hash(HASH, "300x200/my%20photo.jpg");
    assertThat(parse("/" + HASH + "/300x200/my%20photo.jpg").authorization()).isEqualTo(signed);
    assertThat(parse("/8ammJH8D-7tXy6kU3lTvoXlhu4o%3D/300x200/my%20photo.jpg").authorization())
        .isEqualTo(signed);
    assertThat(parse("/" + HASH + "/smart/" + HASH + "/photo.jpg"))
        .satisfies(
            request -> {
              assertThat(request.authorization())
                  .isEqualTo(new Authorization.Hash(HASH, "smart/" + HASH + "/photo.jpg"));
              assertThat(request.subject()).isEqualTo(original(HASH + "/photo.jpg"));
            });
  }

  @Test
  void longFolderNamesAreNoHash() {
    assertThat(parse("/pictures-of-a-long-holiday-1/a.jpg").subject())
        .isEqualTo(original("pictures-of-a-long-holiday-1/a.jpg"));
    assertThat(parse("/adaptive-full-fit-in/300x200/a.jpg").subject()).isEqualTo(original("a.jpg"));
  }

  @Test
  void debugMetaAndParamsStandBeforeTheOptions() {
    assertThat(parse("/unsafe/debug/300x200/a.jpg").answer()).isEqualTo(new Answer.Picture(true));
    assertThat(parse("/unsafe/debug/meta/300x200/a.jpg").answer()).isInstanceOf(Answer.Meta.class);
    assertThat(parse("/meta/a.jpg").answer()).isInstanceOf(Answer.Meta.class);
    assertThat(parse("/params/unsafe/300x200/a.jpg").answer()).isInstanceOf(Answer.Params.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/unsafe/a%2Fb.jpg, '', a/b.jpg",
    "/unsafe/a+b.jpg, '', a+b.jpg",
    "/unsafe/trim%2Fa.jpg, '', trim/a.jpg",
    "/unsafe//a.jpg, '', a.jpg",
    "/unsafe/%D0%90%D0%B3.jpg, '', Аг.jpg",
    "/unsafe/b64:bXkgaW1hZ2UgKHNwZWNpYWwpPy5qcGc, '', my image (special)?.jpg",
    "/unsafe/b64:some-file.jpg, '', b64:some-file.jpg",
    "/unsafe/s3:photos/a/b.jpg, photos, a/b.jpg",
    "/unsafe/s3://photos/a/b.jpg, photos, a/b.jpg",
    "/unsafe/https://photos.s3.eu-west-1.amazonaws.com/a/b%20c.jpg, photos, a/b c.jpg",
    "/unsafe/https:%2F%2Fphotos.s3.amazonaws.com%2Fa%2Fb%2520c.jpg%3Fx=1, photos, a/b c.jpg",
    "/unsafe/http:/s3.eu-west-1.amazonaws.com/my.photos/a/b.jpg, my.photos, a/b.jpg",
    "/unsafe/https://s3-eu-west-1.amazonaws.com/photos/a.jpg, photos, a.jpg",
    "/unsafe/https://photos.s3.dualstack.us-east-1.amazonaws.com/a.jpg, photos, a.jpg",
  })
  void findsTheOriginal(String path, String bucket, String key) {
    assertThat(parse(path).subject())
        .isEqualTo(new Subject.Original(Optional.of(bucket).filter(name -> !name.isEmpty()), key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /unsafe/                    | image: expected the key of an original but received nothing
          /                           | image: expected the key of an original but received nothing
          /unsafe/300x200/            | image: expected the key of an original but received nothing
          /unsafe/s3:photos/          | image: expected the key of an original but received nothing
          /unsafe/http://a.com/b.png  | image: expected an original in one of the allowed buckets, as its key, s3:bucket/key or an address in S3, but received http://a.com/b.png
          /unsafe/a/../b.jpg          | image: expected a key without . or .. between slashes but received a/../b.jpg
          /unsafe/a/%2e%2e%2fb.jpg    | image: expected a key without . or .. between slashes but received a/../b.jpg
          /unsafe/a%00.jpg            | path at character 10: expected no control characters but received ?.jpg
          /unsafe/a%0A.jpg            | image: expected a key without control characters but received a?.jpg
          /unsafe/100%.jpg            | path at character 12: expected two hexadecimal digits after % but received %.jpg
          /unsafe/a%FF.jpg            | path at character 10: expected percent-encoded UTF-8 but received %FF.jpg
          /unsafe/color:reddish       | image: expected color: and a CSS colour name or 3, 4, 6 or 8 hexadecimal digits but received color:reddish
          """)
  void saysWhatIsWrongWithAnImage(String path, String message) {
    assertThatThrownBy(() -> parse(path))
        .isInstanceOf(TintypeException.class)
        .hasMessage(message)
        .extracting(e -> ((TintypeException) e).reason())
        .isEqualTo(Reason.BAD_REQUEST);
  }

  @Test
  void aColorIsACanvasOfTheWantedSize() {
    assertThat(parse("/unsafe/300x200/color:f00").subject())
        .isEqualTo(new Subject.Canvas(Color.opaque(255, 0, 0), new Size(300, 200)));
    assertThat(parse("/unsafe/300x/color:none").subject())
        .isEqualTo(new Subject.Canvas(Color.TRANSPARENT, new Size(300, 300)));
    assertThat(parse("/unsafe/color:red").subject())
        .isEqualTo(new Subject.Canvas(Color.opaque(255, 0, 0), new Size(1, 1)));
  }

  @Test
  void readsVariants() {
    Subject.Original photo = original("uploads/a b.jpg");
    assertThat(parse("/v/thumb/uploads/a%20b.jpg").subject())
        .isEqualTo(new Subject.Variant("thumb", Optional.empty(), photo));
    assertThat(parse("/v/thumb.webp/uploads/a%20b.jpg").subject())
        .isEqualTo(new Subject.Variant("thumb", Optional.of(Format.WEBP), photo));
    for (String path :
        new String[] {"/v/thumb", "/v/Thumb/a", "/v//a", "/v/a.exe/b", "/v/a.b.c/d"}) {
      assertThatThrownBy(() -> parse(path))
          .isInstanceOf(TintypeException.class)
          .extracting(e -> ((TintypeException) e).reason())
          .isEqualTo(Reason.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @CsvSource({"600, 600, 600", "300x200, 300, 200"})
  void dimensionsAreABoxToFill(String text, int width, int height) {
    ImageRequest request = parse("/uploads/a%20b.jpg", Map.of("d", text));
    assertThat(request.grammar()).isEqualTo(Grammar.PLAIN);
    assertThat(request.subject()).isEqualTo(original("uploads/a b.jpg"));
    assertThat(request.recipe().sizing().width()).isEqualTo(new Sizing.Length.Pixels(width));
    assertThat(request.recipe().sizing().height()).isEqualTo(new Sizing.Length.Pixels(height));
    assertThat(request.recipe().sizing().fit()).isEqualTo(Sizing.Fit.COVER);
  }

  @ParameterizedTest
  @CsvSource({"''", "x", "0", "600x", "x600", "-1", "1e3", "600x0", "99999999999", "300x200x100"})
  void refusesOtherDimensions(String text) {
    assertThatThrownBy(() -> parse("/a.jpg", Map.of("d", text)))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith("parameter d: expected pixels as in 600 or 300x200 but received");
  }

  @Test
  void parametersSayWhatServerlessImageHandlerMeansByThem() {
    var query =
        Map.of(
            "width",
            "300",
            "height",
            "200",
            "fit",
            "contain",
            "format",
            "webp",
            "quality",
            "70",
            "grayscale",
            "true",
            "rotate",
            "90",
            "flip",
            "true");
    for (Dialect dialect : List.of(Dialect.TINTYPE, Dialect.THUMBOR)) {
      ImageRequest plain =
          new RequestParser(dialect).parse(new ReceivedRequest("/uploads/a%20b.jpg", query));
      ImageRequest sih =
          new RequestParser(Dialect.SIH).parse(new ReceivedRequest("/uploads/a%20b.jpg", query));

      assertThat(plain.grammar()).isEqualTo(Grammar.PLAIN);
      assertThat(plain.subject()).isEqualTo(original("uploads/a b.jpg"));
      assertThat(plain.recipe().sizing()).isEqualTo(sih.recipe().sizing());
      assertThat(plain.recipe().edits()).isEqualTo(sih.recipe().edits());
      assertThat(plain.recipe().flips()).isEqualTo(sih.recipe().flips());
      assertThat(plain.recipe().output().format()).contains(Format.WEBP);
      assertThat(plain.recipe().output().quality()).contains(70);
      assertThat(plain.answer()).isEqualTo(new Answer.Picture(false));
    }
  }

  @Test
  void aParameterCompletesABox() {
    ImageRequest request = parse("/a.jpg", Map.of("d", "300x200", "format", "png"));

    assertThat(request.recipe().sizing())
        .isEqualTo(parse("/a.jpg", Map.of("d", "300x200")).recipe().sizing());
    assertThat(request.recipe().output().format()).contains(Format.PNG);
    assertThatThrownBy(() -> parse("/a.jpg", Map.of("width", "wide")))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith("parameter width: expected pixels but received wide");
  }

  @Test
  void parametersSayNothingBehindUnsafeAndSignatures() {
    for (String path : List.of("/unsafe/a.jpg", "/" + HASH + "/a.jpg")) {
      assertThat(parse(path, Map.of("width", "300")).recipe())
          .isEqualTo(parse(path, Map.of()).recipe());
    }
  }

  @Test
  void showExifAsksForTheExifInAnyCase() {
    assertThat(parse("/a.jpg", Map.of("showExif", "TRUE")).answer()).isEqualTo(new Answer.Exif());
    assertThat(parse("/a.jpg", Map.of("showExif", "1")).answer())
        .isEqualTo(new Answer.Picture(true));
  }

  @Test
  void aHashOverThePathDoesNotAllowWhatTheQueryAsks() {
    ImageRequest request = parse("/" + HASH + "/a.jpg", Map.of("showExif", "true", "d", "10"));
    assertThat(request.answer()).isEqualTo(new Answer.Picture(true));
    assertThat(request.recipe()).isEqualTo(ThumborOptions.parse(""));
  }

  @Test
  void aQuerySignatureCoversTheRestOfTheQuery() {
    assertThat(
            parse("/a%20b.jpg", Map.of("d", "10", "signature", "abc", "a", "b c")).authorization())
        .isEqualTo(new Authorization.Signature("abc", "/a%20b.jpg?a=b c&d=10"));
    assertThat(parse("/300x200/a.jpg", Map.of("signature", "abc")).authorization())
        .isEqualTo(new Authorization.Signature("abc", "/300x200/a.jpg"));
  }

  @Test
  void refusesEndlessPaths() {
    assertThatThrownBy(() -> parse("/unsafe/" + "a".repeat(8_192)))
        .hasMessage("Expected a path of at most 8192 characters but received 8200");
    assertThatThrownBy(() -> parse("/unsafe/" + "a".repeat(1_025)))
        .hasMessageStartingWith("image: expected a key of at most 1024 bytes");
  }

  /// `{"key":"a.jpg"}`
  private static final String JSON = "/eyJrZXkiOiJhLmpwZyJ9";

  @Test
  void readsJsonInEveryDialectAndThumborUrlsInServerlessImageHandlersWayInItsOwn() {
    for (Dialect dialect : Dialect.values()) {
      assertThat(parse(dialect, JSON).grammar()).isEqualTo(ImageRequest.Grammar.SIH_JSON);
    }
    assertThat(parse(Dialect.SIH, "/unsafe/300x200/a.jpg").subject())
        .isEqualTo(original("unsafe/a.jpg"));
    assertThat(parse(Dialect.SIH, "/s3:photos/a.jpg").subject())
        .isEqualTo(new Subject.Original(Optional.of("photos"), "a.jpg"));
    assertThat(parse(Dialect.SIH, "/v/thumb/a.jpg").grammar())
        .isEqualTo(ImageRequest.Grammar.VARIANT);
    assertThat(parse(Dialect.THUMBOR, "/unsafe/300x200/a.jpg").subject())
        .isEqualTo(original("a.jpg"));
  }

  @Test
  void rewritesPathsInEveryDialectButChecksTheSignatureOfTheOriginalOne() {
    ReceivedRequest received = new ReceivedRequest("/old/300/a.jpg", Map.of("signature", "00"));
    for (Dialect dialect : Dialect.values()) {
      ImageRequest request = parser(dialect).parse(received);
      assertThat(request.subject()).isEqualTo(original("a.jpg"));
      assertThat(request.recipe().sizing().width()).isEqualTo(new Sizing.Length.Pixels(300));
      assertThat(request.authorization())
          .isEqualTo(new ImageRequest.Authorization.Signature("00", "/old/300/a.jpg"));
    }
  }

  private static ImageRequest parse(Dialect dialect, String path) {
    return parser(dialect).parse(new ReceivedRequest(path, Map.of()));
  }

  private static RequestParser parser(Dialect dialect) {
    return new RequestParser(
        dialect,
        PathHash.THUMBOR,
        Set.of("photos")::contains,
        Optional.of(RewriteRule.of("/^\\/old\\/(\\d+)/", "/$1x0")));
  }

  private static Subject.Original original(String key) {
    return new Subject.Original(Optional.empty(), key);
  }

  private static ImageRequest parse(String path) {
    return parse(path, Map.of());
  }

  private static ImageRequest parse(String path, Map<String, String> query) {
    return new RequestParser(Dialect.TINTYPE).parse(new ReceivedRequest(path, query));
  }
}
