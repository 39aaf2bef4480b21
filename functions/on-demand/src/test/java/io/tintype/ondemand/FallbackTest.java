package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.TextEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What is shown in place of an error.
class FallbackTest {

  private final Bench bench =
      new Bench(
          Map.of(
              "TINTYPE_ALLOW_UNSAFE", "true",
              "TINTYPE_FALLBACK_IMAGE", "s3://originals/missing.jpg"));

  @Test
  void showsAnotherPictureInPlaceOfAnErrorWhereOneIsSet() {
    bench.originals.put(
        new ObjectRef("originals", "missing.jpg"), TextEngine.picture("of a question mark"));

    APIGatewayV2HTTPResponse answer = bench.get("/unsafe/20x20/none.jpg");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(text(answer)).isEqualTo("picture of a question mark");
    assertThat(answer.getHeaders())
        .containsEntry("content-type", "image/jpeg")
        .containsEntry("cache-control", "public, max-age=5");
  }

  @Test
  void saysWhatIsWrongWhereTheOtherPictureIsMissingToo() {
    APIGatewayV2HTTPResponse answer = bench.get("/unsafe/20x20/none.jpg");

    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(text(answer)).contains("\"code\":\"NoSuchKey\"");
  }

  /// S3 is silent, for the one as for the other.
  @Test
  void answersInTimeAlsoWhereTheOtherPictureTakesLong() {
    var silence = new CountDownLatch(1);
    bench.originals.put(
        new ObjectRef("originals", "missing.jpg"), TextEngine.picture("of a question mark"));
    bench.fetching.beforeFetch = () -> await(silence);

    long start = System.nanoTime();
    APIGatewayV2HTTPResponse late = bench.get("/unsafe/20x20/none.jpg", 3_000);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(late.getStatusCode()).isEqualTo(503);
    assertThat(text(late)).contains("\"code\":\"TimeoutException\"");

    silence.countDown();
    assertThat(text(bench.get("/unsafe/20x20/none.jpg"))).isEqualTo("picture of a question mark");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(APIGatewayV2HTTPResponse answer) {
    return new String(Base64.getDecoder().decode(answer.getBody()), StandardCharsets.UTF_8);
  }
}
