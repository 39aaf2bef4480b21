package io.tintype.requests.sih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.TintypeException;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import io.tintype.requests.ImageRequest.Authorization;
import io.tintype.requests.ImageRequest.ContentModeration;
import io.tintype.requests.ImageRequest.Subject;
import io.tintype.requests.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRequestTest {

  @Test
  void readsBucketAndKey() {
    ImageRequest request = parse("{\"bucket\":\"photos\",\"key\":\"a/cät 1.jpg\"}");
    assertThat(request.subject())
        .isEqualTo(new Subject.Original(Optional.of("photos"), "a/cät 1.jpg"));
    assertThat(request.grammar()).isEqualTo(ImageRequest.Grammar.SIH_JSON);
    assertThat(request.recipe().edits()).isEqualTo(Recipe.IDENTITY.edits());
    assertThat(request.recipe().sizing()).isEqualTo(Recipe.IDENTITY.sizing());
    assertThat(request.answer()).isEqualTo(new Answer.Picture(true));
    assertThat(request.authorization()).isEqualTo(new Authorization.None());
  }

  @Test
  void readsBothAlphabetsWithAndWithoutPaddingAndPercentEncoded() {
    // has + and / in the one alphabet, - and _ in the other, and needs padding
    byte[] json = "{\"key\":\"ÿ>>>???~.jpg\"}".getBytes(StandardCharsets.UTF_8);
    String standard = Base64.getEncoder().encodeToString(json);
    String url = Base64.getUrlEncoder().encodeToString(json);
    assertThat(standard).contains("/").endsWith("=");
    assertThat(url).isNotEqualTo(standard);
    for (String path :
        new String[] {
          standard,
          url,
          standard.replace("=", ""),
          url.replace("=", ""),
          standard.replace("=", "%3D").replace("/", "%2F").replace("+", "%2B")
        }) {
      ImageRequest request =
          JsonRequest.parse(new ReceivedRequest("/" + path, Map.of()), Dialect.TINTYPE)
              .orElseThrow();
      assertThat(request.subject())
          .isEqualTo(new Subject.Original(Optional.empty(), "ÿ>>>???~.jpg"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/cat.jpg",
        "/uploads/01/cat.jpg",
        "/AAAA",
        "/300x200/cat",
        "/eyJr*",
        "/unsafe/300x200/cat.jpg",
        "/%7B%7D",
        "/e%zz",
        "/IiI=",
        "/W10="
      })
  void leavesOtherPathsToOthers(String path) {
    assertThat(JsonRequest.parse(new ReceivedRequest(path, Map.of()), Dialect.TINTYPE)).isEmpty();
  }

  @Test
  void readsOutputFormatEffortHeadersAndModeration() {
    ImageRequest request =
        parse(
            """
            {"key":"a.jpg","outputFormat":"webp","effort":"2.9",
             "headers":{"Cache-Control":"max-age=60","X-Shop":7,"Content-Type":"text/html",
                        "x-amz-meta":"1","Set-Cookie":"a=b","X-Accel-Redirect":"/etc",
                        "X-Sendfile":"/etc","CDN-Cache-Control":"max-age=1"},
             "edits":{"contentModeration":{"minConfidence":90,"blur":80.2,
                      "moderationLabels":["Nudity"]}}}
            """);
    assertThat(request.recipe().output().format()).contains(Format.WEBP);
    assertThat(request.recipe().output().encoding().effort()).contains(2);
    assertThat(request.headers()).isEqualTo(Map.of("Cache-Control", "max-age=60", "X-Shop", "7"));
    assertThat(request.moderation()).contains(new ContentModeration(90, 81, Set.of("Nudity")));
    assertThat(request.answer()).isEqualTo(new Answer.Picture(false));
  }

  @Test
  void negotiatesOverOutputFormatInItsOwnDialectOnly() {
    String json = "{\"key\":\"a.jpg\",\"outputFormat\":\"png\"}";
    assertThat(parse(json, Map.of(), Dialect.SIH).answer()).isEqualTo(new Answer.Picture(true));
    assertThat(parse(json, Map.of(), Dialect.TINTYPE).answer())
        .isEqualTo(new Answer.Picture(false));
    String to = "{\"key\":\"a.jpg\",\"edits\":{\"toFormat\":\"png\"}}";
    assertThat(parse(to, Map.of(), Dialect.SIH).answer()).isEqualTo(new Answer.Picture(false));
  }

  @Test
  void takesSignatureAndExpiryFromTheQuery() {
    Map<String, String> query = Map.of("signature", "ab", "expires", "20990101T000000Z");
    ImageRequest request = parse("{\"key\":\"a.jpg\"}", query, Dialect.SIH);
    assertThat(request.expires()).contains(Instant.parse("2099-01-01T00:00:00Z"));
    assertThat(request.authorization())
        .isEqualTo(
            new Authorization.Signature(
                "ab", path("{\"key\":\"a.jpg\"}") + "?expires=20990101T000000Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          {}                                        | key: expected a value but received nothing
          {"key":""}                                | key: expected the key of an object
          {"key":7}                                 | key: expected a text but received 7
          {"key":"../b"}                            | key: expected a key without . or .. between
          {"key":"a","bucket":"a b"}                | bucket: expected the name of a bucket
          {"key":"a","edits":[]}                    | edits: expected an object but received []
          {"key":"a","edits":{"blurr":1}}           | edits.blurr: not known (did you mean blur?)
          {"key":"a","outputformat":"png"}          | outputformat: not known (did you mean outputFormat?)
          {"key":"a","headers":{"a b":"c"}}         | headers: expected names of headers
          {"key":"a","headers":{"a":"é"}}           | headers.a: expected a text of at most
          {"key":"a","headers":{"a":{}}}            | headers.a: expected a text of at most
          {"key":"a","outputFormat":"bpm"}          | outputFormat: expected jpeg, png
          {"key":"a","key":"b"}                     | JSON at character 16: expected every key once
          {"key":"a","edits":{"blur":NaN}}          | JSON at character
          {"key":"a"} {"key":"b"}                   | JSON at character
          {"key":"a",                               | JSON at character
          {"key":"a","edits":{"blur":1e999}}        | edits.blur: expected a number but received
          """)
  void namesWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST))
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesDeepAndEnormousJson() {
    String deep = "{\"key\":\"a\",\"edits\":" + "[".repeat(4000) + "]".repeat(4000) + "}";
    assertThatThrownBy(() -> parse(deep)).hasMessageContaining("at most 20 levels deep");
    String text = "{\"key\":\"" + "a".repeat(20_000) + "\"}";
    assertThatThrownBy(() -> parse(text)).isInstanceOf(TintypeException.class);
    String digits = "{\"key\":\"a\",\"effort\":" + "9".repeat(5000) + "}";
    assertThatThrownBy(() -> parse(digits)).isInstanceOf(TintypeException.class);
  }

  @Test
  void ignoresUnknownKeysInServerlessImageHandlersDialect() {
    String json = "{\"key\":\"a\",\"more\":1,\"edits\":{\"toFile\":\"x\",\"resize\":{\"foo\":1}}}";
    assertThat(parse(json, Map.of(), Dialect.SIH).recipe().edits()).isEmpty();
  }

  @Test
  void givesDamagedJsonServerlessImageHandlersCode() {
    assertThatThrownBy(() -> parse("{\"key\""))
        .extracting(e -> ((TintypeException) e).code().orElseThrow())
        .isEqualTo("DecodeRequest::CannotDecodeRequest");
  }

  static ImageRequest parse(String json) {
    return parse(json, Map.of(), Dialect.TINTYPE);
  }

  static ImageRequest parse(String json, Map<String, String> query, Dialect dialect) {
    return JsonRequest.parse(new ReceivedRequest(path(json), query), dialect).orElseThrow();
  }

  static String path(String json) {
    return "/" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
