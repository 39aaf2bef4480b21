package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.aws.StandIn.Answer;
import io.tintype.aws.StandIn.Request;
import io.tintype.imaging.Format;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.Derivatives.Expected;
import io.tintype.pipeline.Settings.CacheAges;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3DerivativesIT {

  private static final String KEY = "derivatives/v/01JD8Z3V5QW6X7Y8Z9A0B1C2D3/thumb.webp";
  private static final Rendition RENDITION =
      new Rendition("picture".getBytes(StandardCharsets.UTF_8), Format.WEBP, new Size(320, 240), 1);
  private static final Expected NOTHING = new Expected.Nothing();
  private static final Expected THIS_ONE = new Expected.ThisOne("5d41402a");

  @Test
  void putsTheTypeTheAgesAndThatNothingIsThere() {
    try (var s3 = StandIn.answering(Answer.of(200))) {
      assertThat(derivatives(s3).put(KEY, RENDITION, NOTHING)).isTrue();

      Request put = s3.requests().getFirst();
      assertThat(put.method()).isEqualTo("PUT");
      assertThat(put.uri().getRawPath()).isEqualTo("/derivatives/" + KEY);
      assertThat(put.header("Content-Type")).contains("image/webp");
      assertThat(put.header("Cache-Control")).contains("public, max-age=3600, s-maxage=31536000");
      assertThat(put.header("If-None-Match")).contains("*");
      assertThat(put.header("If-Match")).isEmpty();
      assertThat(put.body()).contains("picture");
    }
  }

  @Test
  void putsWhatTheDerivativeSaysOfItself() {
    var saved =
        new Derivative(
            "{}".getBytes(StandardCharsets.UTF_8),
            "application/json",
            Optional.of("public, max-age=60"),
            Optional.of("attachment; filename=\"a.json\""));
    try (var s3 = StandIn.answering(Answer.of(200))) {
      assertThat(derivatives(s3).put(KEY, saved, new Expected.Anything())).isTrue();

      Request put = s3.requests().getFirst();
      assertThat(put.header("Content-Type")).contains("application/json");
      assertThat(put.header("Cache-Control")).contains("public, max-age=60");
      assertThat(put.header("Content-Disposition")).contains("attachment; filename=\"a.json\"");
      assertThat(put.header("If-Match")).isEmpty();
      assertThat(put.header("If-None-Match")).isEmpty();
    }
  }

  @Test
  void findsWhatIsThere() {
    Map<String, String> headers =
        Map.of(
            "Content-Type", "image/webp",
            "Cache-Control", "public, max-age=60",
            "Last-Modified", "Sat, 21 Nov 2026 10:00:00 GMT");
    try (var s3 = StandIn.answering(Answer.of(200, headers, "picture"))) {
      Derivatives.Stored found = derivatives(s3).find(KEY).orElseThrow();

      assertThat(found.derivative().bytes()).isEqualTo("picture".getBytes(StandardCharsets.UTF_8));
      assertThat(found.derivative().mediaType()).isEqualTo("image/webp");
      assertThat(found.derivative().cacheControl()).contains("public, max-age=60");
      assertThat(found.derivative().disposition()).isEmpty();
      assertThat(found.since()).isEqualTo("2026-11-21T10:00:00Z");
    }
  }

  @Test
  void findsNothingWhereNothingIs() {
    try (var s3 = StandIn.answering(Answer.s3Error(404, "NoSuchKey"))) {
      assertThat(derivatives(s3).find(KEY)).isEmpty();
    }
  }

  @Test
  void putsOverWhatItExpects() {
    try (var s3 = StandIn.answering(Answer.of(200))) {
      assertThat(derivatives(s3).put(KEY, RENDITION, THIS_ONE)).isTrue();

      Request put = s3.requests().getFirst();
      assertThat(put.header("If-Match")).contains("\"5d41402a\"");
      assertThat(put.header("If-None-Match")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "412, PreconditionFailed",
    "409, ConditionalRequestConflict",
  })
  void saysNoWhenSomethingElseIsThere(int status, String code) {
    try (var s3 = StandIn.answering(Answer.s3Error(status, code))) {
      assertThat(derivatives(s3).put(KEY, RENDITION, NOTHING)).isFalse();
      assertThat(derivatives(s3).put(KEY, RENDITION, THIS_ONE)).isFalse();
    }
  }

  @Test
  void saysNoWhenWhatItExpectsIsGone() {
    try (var s3 = StandIn.answering(Answer.s3Error(404, "NoSuchKey"))) {
      assertThat(derivatives(s3).put(KEY, RENDITION, THIS_ONE)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchBucket, INTERNAL",
    "403, AccessDenied, FORBIDDEN",
    "409, OperationAborted, UNAVAILABLE",
    "503, SlowDown, UNAVAILABLE",
  })
  void turnsTheAnswerToAPutIntoAReason(int status, String code, Reason reason) {
    try (var s3 = StandIn.answering(Answer.s3Error(status, code))) {
      assertThatThrownBy(() -> derivatives(s3).put(KEY, RENDITION, THIS_ONE))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
          .hasMessageContaining(KEY);
    }
  }

  @Test
  void sendsTheWholeBodyAgainWhenTheAnswerIsLost() {
    var answers = new ArrayDeque<>(List.of(Answer.s3Error(500, "InternalError"), Answer.of(200)));
    try (var s3 = new StandIn(_ -> answers.remove())) {
      assertThat(derivatives(s3).put(KEY, RENDITION, NOTHING)).isTrue();
      assertThat(s3.requests())
          .extracting(Request::body)
          .allMatch(body -> body.contains("picture"));
    }
  }

  @Test
  void listsEveryPage() {
    try (var s3 =
        new StandIn(
            request ->
                request.uri().getQuery().contains("continuation-token=more")
                    ? page("derivatives/v/1/b.webp", "")
                    : page("derivatives/v/1/a.webp", "more"))) {
      assertThat(derivatives(s3).list("derivatives/v/1/"))
          .isEqualTo(
              Map.of("derivatives/v/1/a.webp", "5d41402a", "derivatives/v/1/b.webp", "5d41402a"));
      assertThat(s3.requests())
          .hasSize(2)
          .allMatch(request -> request.uri().getQuery().contains("prefix=derivatives/v/1/"));
    }
  }

  @Test
  void deletesAThousandAtOnce() {
    try (var s3 = StandIn.answering(deleted(""))) {
      derivatives(s3).delete(IntStream.range(0, 2001).mapToObj(i -> "derivatives/" + i).toList());

      assertThat(s3.requests())
          .extracting(request -> Pattern.compile("<Key>").matcher(request.body()).results().count())
          .containsExactly(1000L, 1000L, 1L);
    }
  }

  @Test
  void asksNothingWhenThereIsNothingToDelete() {
    try (var s3 = StandIn.answering(deleted(""))) {
      derivatives(s3).delete(List.of());

      assertThat(s3.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "InternalError, UNAVAILABLE",
    "SlowDown, UNAVAILABLE",
    "AccessDenied, FORBIDDEN",
    "MethodNotAllowed, INTERNAL",
  })
  void namesTheKeyThatCouldNotBeDeleted(String code, Reason reason) {
    String error = "<Error><Key>derivatives/b</Key><Code>" + code + "</Code></Error>";
    try (var s3 = StandIn.answering(deleted(error))) {
      assertThatThrownBy(() -> derivatives(s3).delete(List.of("derivatives/a", "derivatives/b")))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
          .hasMessageContaining("1 of 2")
          .hasMessageContaining("derivatives/b");
    }
  }

  private static S3Derivatives derivatives(StandIn s3) {
    return new S3Derivatives(
        s3.clients().s3(), "derivatives", new CacheAges(Duration.ofHours(1), Duration.ofDays(365)));
  }

  private static Answer page(String key, String next) {
    String more =
        next.isEmpty()
            ? "<IsTruncated>false</IsTruncated>"
            : "<IsTruncated>true</IsTruncated><NextContinuationToken>"
                + next
                + "</NextContinuationToken>";
    return xml(
        "<ListBucketResult>"
            + more
            + "<Contents><Key>"
            + key
            + "</Key><ETag>&quot;5d41402a&quot;</ETag></Contents></ListBucketResult>");
  }

  private static Answer deleted(String errors) {
    return xml("<DeleteResult>" + errors + "</DeleteResult>");
  }

  private static Answer xml(String body) {
    return Answer.of(200, Map.of("Content-Type", "application/xml"), body);
  }
}
