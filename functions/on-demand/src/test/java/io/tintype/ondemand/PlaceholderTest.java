package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.imaging.Format;
import io.tintype.pipeline.DerivativeKeys;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.TextEngine;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is shown in place of a picture that moderation refuses.
class PlaceholderTest {

  private static final String KEY = "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/holiday.jpg";
  private static final ObjectRef OTHER = new ObjectRef("originals", "uploads/other.jpg");

  private final Bench bench =
      new Bench(
          Map.of(
              "TINTYPE_ALLOW_UNSAFE", "true",
              "TINTYPE_FALLBACK_IMAGE", "s3://originals/oops.png",
              "TINTYPE_REJECTED_PLACEHOLDER", "s3://originals/refused.png"));

  @BeforeEach
  void refuse() {
    bench.originals.put(new ObjectRef("originals", "oops.png"), TextEngine.picture("oops"));
    bench.originals.put(new ObjectRef("originals", "refused.png"), TextEngine.picture("refused"));
    bench.originals.put(OTHER, TextEngine.picture("other"));
    bench.reject(KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /unsafe/200x150/                                              | 200x150 | image/webp
          /unsafe/200x150/filters:format(png)/                          | 200x150 | image/png
          /unsafe/10x10:20x20/200x150/smart/                            | 200x150 | image/webp
          /unsafe/fit-in/100x100/                                       | 100x75  | image/webp
          /unsafe/fit-in/100x100/filters:fill(white)/                   | 100x100 | image/webp
          /unsafe/-200x-150/filters:blur(3):rotate(90):watermark(uploads/other.jpg,0,0,0)/ | 200x150 | image/webp
          /unsafe/                                                      | 400x300 | image/webp
          """)
  void hasTheSizeAndFormatThatWereAskedFor(String path, String size, String type) {
    APIGatewayV2HTTPResponse answer = bench.get(path + KEY);

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(text(answer)).isEqualTo("picture refused at " + size);
    assertThat(answer.getHeaders())
        .containsEntry("content-type", type)
        .containsEntry("cache-control", "no-store");
    assertThat(bench.derivatives.all()).isEmpty();
  }

  @Test
  void standsForAVariantToo() {
    String key = DerivativeKeys.variant(new ObjectRef("originals", KEY), "thumb", Format.WEBP);

    APIGatewayV2HTTPResponse answer = bench.rawCall("GET", "/" + key, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(text(answer)).matches("picture refused at \\d+x\\d+");
    assertThat(answer.getHeaders()).containsEntry("content-type", "image/webp");
    assertThat(bench.derivatives.all()).isEmpty();
  }

  @Test
  void standsForAPictureThatARefusedOneIsDrawnOver() {
    String path = "/unsafe/200x150/filters:watermark(" + KEY + ",0,0,0)/" + OTHER.key();

    assertThat(bench.get(path).getStatusCode()).isEqualTo(403);
    assertThat(text(bench.get(path))).isEqualTo("picture refused at 200x150");
  }

  @Test
  void hasNoBodyForHead() {
    APIGatewayV2HTTPResponse answer = bench.call("HEAD", "/unsafe/200x150/" + KEY, Map.of());

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(text(answer)).isEmpty();
    assertThat(answer.getHeaders()).containsEntry("content-type", "image/webp");
  }

  @Test
  void isNotForThoseWhoMayNotAsk() {
    var signed =
        new Bench(
            Map.of(
                "TINTYPE_SIGNING_KEYS", "key",
                "TINTYPE_REJECTED_PLACEHOLDER", "s3://originals/refused.png"));
    signed.originals.put(new ObjectRef("originals", "refused.png"), TextEngine.picture("refused"));
    signed.reject(KEY);

    APIGatewayV2HTTPResponse answer = signed.get("/unsafe/200x150/" + KEY);

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/unsafe/200x150/none.jpg", "/unsafe/meta/200x150/" + KEY})
  void standsForNothingElse(String path) {
    assertThat(text(bench.get(path))).isEqualTo("picture oops");
  }

  @Test
  void leavesItsPlaceToTheFallbackWhereItCannotBeHad() {
    bench.originals.put(new ObjectRef("originals", "refused.png"), new byte[] {1, 2, 3});

    APIGatewayV2HTTPResponse answer = bench.get("/unsafe/200x150/" + KEY);

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(text(answer)).isEqualTo("picture oops");
  }

  @Test
  void isShownAsItIsWhereItCannotBeMadeInThisSize() {
    String cut =
        "{\"resize\":{\"width\":50,\"fit\":\"inside\"},\"extract\":"
            + "{\"left\":0,\"top\":0,\"width\":45,\"height\":45}}";
    String request = "{\"bucket\":\"originals\",\"key\":\"" + KEY + "\",\"edits\":" + cut + "}";
    String path =
        "/" + Base64.getUrlEncoder().encodeToString(request.getBytes(StandardCharsets.UTF_8));

    APIGatewayV2HTTPResponse answer = bench.get(path);

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(text(answer)).isEqualTo("picture refused");
    assertThat(answer.getHeaders()).containsEntry("content-type", "image/jpeg");
  }

  private static String text(APIGatewayV2HTTPResponse answer) {
    return new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8);
  }
}
