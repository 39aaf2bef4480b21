package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.TextEngine;
import io.tintype.requests.Accepted;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.PublicRequest;
import io.tintype.requests.signing.Expiry;
import io.tintype.requests.signing.UrlSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnDemandHandlerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String KEY = "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/holiday.jpg";
  private static final String CARD = "/unsafe/200x150/" + KEY;
  private static final String EVERYONE = "public, max-age=3600, s-maxage=31536000";

  private final Bench bench = new Bench(Map.of("TINTYPE_ALLOW_UNSAFE", "true"));

  @Test
  void answersAPictureWithAllItsHeaders() {
    APIGatewayV2HTTPResponse answer = bench.get(CARD);

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("picture holiday at 200x150");
    assertThat(answer.getHeaders())
        .containsEntry("content-type", "image/webp")
        .containsEntry("cache-control", EVERYONE)
        .containsEntry("vary", "Accept")
        .containsEntry("x-content-type-options", "nosniff")
        .doesNotContainKeys("content-disposition", "access-control-allow-origin");
    assertThat(answer.getHeaders().get("content-security-policy"))
        .contains("default-src 'none'", "sandbox");
    assertThat(answer.getHeaders().get("server-timing"))
        .matches(
            "fetch;dur=\\d+\\.\\d, decode;dur=\\d+\\.\\d, render;dur=\\d+\\.\\d,"
                + " encode;dur=\\d+\\.\\d, store;dur=\\d+\\.\\d");
    ZonedDateTime modified =
        ZonedDateTime.parse(
            answer.getHeaders().get("last-modified"), DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(modified.toInstant()).isEqualTo(bench.clock.instant());
  }

  @Test
  void theETagIsTheOneThatS3Gives() {
    // md5sum of the text
    assertThat(bench.get(CARD).getHeaders())
        .containsEntry("etag", "\"" + Bench.md5("picture holiday at 200x150") + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void saysWhenTheViewerHasThePicture(String known) {
    String eTag = bench.get(CARD).getHeaders().get("etag");

    APIGatewayV2HTTPResponse answer =
        bench.call("GET", CARD, Map.of("if-none-match", known.formatted(eTag)));

    assertThat(answer.getStatusCode()).isEqualTo(304);
    assertThat(text(answer)).isEmpty();
    assertThat(answer.getHeaders())
        .containsEntry("etag", eTag)
        .containsEntry("cache-control", EVERYONE)
        .containsEntry("vary", "Accept")
        .doesNotContainKey("content-type");
  }

  @Test
  void sendsAPictureThatTheViewerHasAnOlderOneOf() {
    assertThat(bench.call("GET", CARD, Map.of("if-none-match", "\"older\"")).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void answersHeadWithoutABody() {
    APIGatewayV2HTTPResponse answer = bench.call("HEAD", CARD, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(text(answer)).isEmpty();
    assertThat(answer.getHeaders())
        .containsEntry("content-length", "26")
        .containsEntry("content-type", "image/webp");
    assertThat(bench.derivatives.all()).isNotEmpty();
  }

  @Test
  void variesOnlyWhereTheFormatIsNegotiated() {
    assertThat(bench.get("/unsafe/20x20/filters:format(png)/" + KEY).getHeaders())
        .containsEntry("content-type", "image/png")
        .doesNotContainKey("vary");
  }

  @Test
  void letsOtherPagesReadPicturesWhereTheSettingsSaySo() {
    var open =
        new Bench(
            Map.of("TINTYPE_ALLOW_UNSAFE", "true", "TINTYPE_CORS_ORIGIN", "https://a.example"));

    assertThat(open.get(CARD).getHeaders())
        .containsEntry("access-control-allow-origin", "https://a.example");
    assertThat(open.get("/unsafe/20x20/none.jpg").getHeaders())
        .containsEntry("access-control-allow-origin", "https://a.example");
    assertThat(open.call("OPTIONS", CARD, Map.of()).getStatusCode()).isEqualTo(204);
  }

  @Test
  void keepsAPictureForAsLongAsTheRequestSays() {
    assertThat(bench.get("/unsafe/20x20/filters:max_age(60)/" + KEY).getHeaders())
        .containsEntry("cache-control", "public, max-age=60, s-maxage=60");
  }

  @Test
  void givesAFileToSaveItsName() {
    assertThat(bench.get("/unsafe/20x20/filters:attachment()/" + KEY).getHeaders())
        .containsEntry("content-disposition", "attachment; filename=\"holiday.webp\"");
    assertThat(bench.get("/unsafe/20x20/filters:attachment(üb%22er.jpg)/" + KEY).getHeaders())
        .containsEntry(
            "content-disposition",
            "attachment; filename=\"_b_er.jpg\"; filename*=UTF-8''%C3%BCb_er.jpg");
  }

  @Test
  void sendsViewersOfLargePicturesToWhereTheyAreStored() {
    bench.allowOriginals();
    bench.originals.put(new ObjectRef("originals", "large.jpg"), large());

    APIGatewayV2HTTPResponse answer = bench.get("/unsafe/filters:raw()/large.jpg?a=b");

    assertThat(answer.getStatusCode()).isEqualTo(302);
    assertThat(answer.getHeaders())
        .containsEntry("location", "/unsafe/filters:raw()/large.jpg?a=b")
        .containsEntry("cache-control", "no-store");
    assertThat(text(answer)).isEmpty();
    assertThat(bench.derivatives.all().values())
        .anySatisfy(stored -> assertThat(stored.bytes()).hasSize(5_000_000));
  }

  @Test
  void sendsTheHeadersThatAJsonRequestAsksFor() {
    String json =
        "{\"key\":\"uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/holiday.jpg\",\"headers\":"
            + "{\"Cache-Control\":\"max-age=7\",\"X-Shop\":\"a\",\"ETag\":\"b\"}}";
    String path = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

    assertThat(bench.get("/" + path).getHeaders())
        .containsEntry("x-shop", "a")
        .containsEntry("cache-control", "max-age=7")
        .doesNotContainEntry("etag", "b");
  }

  /// Two slashes and a name are another host to a browser.
  @Test
  void sendsViewersOfLargePicturesToNoOtherHost() {
    bench.allowOriginals();
    bench.originals.put(new ObjectRef("originals", "large.jpg"), large());

    assertThat(bench.get("//unsafe/filters:raw()/large.jpg").getHeaders())
        .containsEntry("location", "/.//unsafe/filters:raw()/large.jpg");
  }

  @Test
  void refusesLargePicturesThatCannotBeStored() {
    bench.allowOriginals();
    bench.originals.put(new ObjectRef("originals", "large.jpg"), large());
    bench.storing.beforePut =
        () -> {
          throw new TintypeException(Reason.UNAVAILABLE, "slow down");
        };

    assertRefused(bench.get("/unsafe/filters:raw()/large.jpg"), 413, "TooLargeImageException");
  }

  @Test
  void doesNotSendViewersRoundInCircles() {
    bench.allowOriginals();
    bench.originals.put(new ObjectRef("originals", "large.jpg"), large());
    bench.get("/unsafe/filters:raw()/large.jpg");
    bench.derivatives.writtenAt(bench.clock.instant().minusSeconds(600));

    assertRefused(bench.get("/unsafe/filters:raw()/large.jpg"), 413, "TooLargeImageException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /unsafe/20x20/none.jpg                              | 404 | NoSuchKey
          /unsafe/20x20/text.txt                              | 415 | RequestTypeError
          /unsafe/99999x20/uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/holiday.jpg | 400 | BadRequest
          /unsafe/20x20/filters:nonsense()/none.jpg           | 400 | BadRequest
          /unsafe/20x20/s3:elsewhere/none.jpg                 | 403 | ImageBucket::CannotAccessBucket
          /AAAAAAAAAAAAAAAAAAAAAAAAAAA=/20x20/none.jpg        | 403 | SignatureDoesNotMatch
          /unsafe/filters:raw()/none.jpg                      | 403 | AuthorizationQueryParametersError
          /none.jpg?showExif=true                             | 403 | AuthorizationQueryParametersError
          """)
  void saysWhatIsWrong(String path, int status, String code) {
    assertRefused(bench.get(path), status, code);
  }

  @Test
  void wantsASignature() {
    var signed = new Bench(Map.of("TINTYPE_SIGNING_KEYS", "[\"old\", \"new\"]"));

    assertRefused(signed.get(CARD), 403, "AuthorizationQueryParametersError");
    for (String key : new String[] {"old", "new"}) {
      String path = new UrlSigner(key).sign("200x150/filters:blur(1)/" + KEY);
      assertThat(signed.get(path).getStatusCode()).isEqualTo(200);
      assertRefused(signed.get(path.replace("200x", "201x")), 403, "SignatureDoesNotMatch");
    }
  }

  @Test
  void givesOriginalsAndTheirMetadataToThoseWhoMaySign() {
    var signed = new Bench(Map.of("TINTYPE_SIGNING_KEYS", "key"));
    var signer = new UrlSigner("key");

    APIGatewayV2HTTPResponse raw = signed.get(signer.sign("filters:raw()/" + KEY));
    APIGatewayV2HTTPResponse exif =
        signed.get(signer.sign("/" + KEY, Map.of("showExif", "true"), Optional.empty()));

    assertThat(text(raw)).isEqualTo("picture holiday");
    assertThat(raw.getHeaders()).containsEntry("content-type", "image/jpeg");
    assertThat(text(exif)).isEqualTo("{}");
    assertThat(exif.getHeaders()).containsEntry("content-type", "application/json");
  }

  @Test
  void answersNothingAfterItsTime() {
    Instant end = bench.clock.instant().plusSeconds(90);
    String path = "/" + KEY + "?d=20&expires=" + Expiry.format(end);

    assertThat(bench.get(path).getHeaders())
        .containsEntry("cache-control", "public, max-age=90, s-maxage=90");

    bench.clock.advance(Duration.ofSeconds(90));
    assertRefused(bench.get(path), 400, "ImageRequestExpired");
  }

  @Test
  void tellsWhenItCannotAnswerNow() {
    bench.fetching.beforeFetch =
        () -> {
          throw new TintypeException(Reason.UNAVAILABLE, "The bucket is busy");
        };

    APIGatewayV2HTTPResponse answer = bench.get(CARD);

    assertRefused(answer, 503, "Unavailable");
    assertThat(answer.getHeaders())
        .containsEntry("retry-after", "2")
        .containsEntry("cache-control", "no-store");
  }

  @Test
  void answersBeforeLambdaEndsTheInvocation() {
    assertRefused(bench.get(CARD, /* millisLeft= */ 1_400), 503, "TimeoutException");
  }

  @Test
  void tellsNobodyWhatFailedInside() {
    bench.fetching.beforeFetch =
        () -> {
          throw new IllegalStateException("secret detail");
        };

    APIGatewayV2HTTPResponse answer = bench.get(CARD);

    assertRefused(answer, 500, "InternalError");
    assertThat(text(answer)).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/derivatives/", "/derivatives/r/_/AA%2F.webp", "/unsafe/20x20/a.jpg"})
  void knowsKeysOnly(String path) {
    assertRefused(bench.rawCall("GET", path, Map.of()), 404, "NoSuchKey");
  }

  @Test
  void takesNoOtherMethod() {
    APIGatewayV2HTTPResponse answer = bench.call("POST", CARD, Map.of());

    assertRefused(answer, 405, "MethodNotAllowed");
    assertThat(answer.getHeaders()).containsEntry("allow", "GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({
    "thumbor, 200",
    "thumbor-not-modified, 200",
    "head, 200",
    "image-handler, 200",
    "variant, 404",
    "variant-any, 404",
    "wrong-signature, 403",
    "expired, 400",
    "no-key, 404"
  })
  void understandsTheSampleEvents(String sample, int status) {
    assertThat(bench.sample("on-demand-" + sample).getStatusCode()).isEqualTo(status);
  }

  @Test
  void theSamplesAreWrittenAsTheEdgeDoes() {
    var wanted =
        new AdHocKey(
            "01M7YSMYRB5JV8DQ187KR4G3ZS",
            new PublicRequest("/unsafe/300x200/smart/" + KEY, ""),
            Accepted.WEBP,
            false);

    assertThat(Bench.event("on-demand-thumbor").getRawPath()).isEqualTo("/" + wanted.text());
  }

  private static byte[] large() {
    byte[] bytes = Arrays.copyOf(TextEngine.picture("large "), 5_000_000);
    Arrays.fill(bytes, 20, bytes.length, (byte) 'x');
    return bytes;
  }

  private static void assertRefused(APIGatewayV2HTTPResponse answer, int status, String code) {
    assertThat(answer.getStatusCode()).as(text(answer)).isEqualTo(status);
    assertThat(answer.getHeaders())
        .containsEntry("content-type", "application/json")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(Objects.requireNonNull(answer.getHeaders().get("cache-control")))
        .matches("no-store|public, max-age=(5|60)");
    JsonNode json = json(answer);
    assertThat(json.fieldNames()).toIterable().containsExactly("status", "code", "message");
    assertThat(json.path("status").asInt()).isEqualTo(status);
    assertThat(json.path("code").asText()).isEqualTo(code);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse answer) {
    try {
      return JSON.readTree(text(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(APIGatewayV2HTTPResponse answer) {
    return new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8);
  }
}
