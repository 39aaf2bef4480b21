package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3OriginalsIT {

  private static final ObjectRef OBJECT = new ObjectRef("originals", "uploads/01/a b+ä.jpg");
  private static final Map<String, String> ETAG = Map.of("ETag", "\"5d41402a\"");

  @Test
  void readsTheWholeBody() {
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, "hello"))) {
      var original = originals(s3).fetch(OBJECT, 5);

      assertThat(StandardCharsets.UTF_8.decode(original.source().buffer()).toString())
          .isEqualTo("hello");
      assertThat(original.eTag()).isEqualTo("5d41402a");
      assertThat(s3.requests().getFirst().uri().getRawPath())
          .isEqualTo("/originals/uploads/01/a%20b%2B%C3%A4.jpg");
    }
  }

  @Test
  void readsAnEmptyBody() {
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, ""))) {
      assertThat(originals(s3).fetch(OBJECT, 5).source().size()).isZero();
    }
  }

  @Test
  void refusesABodyThatIsTooLargeWithoutReadingIt() {
    try (var s3 = StandIn.answering(new Answer(200, ETAG, "only the start", 60_000_000_000L))) {
      assertThatThrownBy(() -> originals(s3).fetch(OBJECT, 50_000_000))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
          .hasMessageContaining("50000000")
          .hasMessageContaining("60000000000");
      assertThat(s3.requests()).hasSize(1);
    }
  }

  @Test
  void readsTheNextObjectAfterOneThatWasTooLarge() {
    var answers =
        new ArrayDeque<>(
            List.of(new Answer(200, ETAG, "start", 9_000_000), Answer.of(200, ETAG, "hello")));
    try (var s3 = new StandIn(_ -> answers.remove())) {
      var originals = originals(s3);
      assertThatThrownBy(() -> originals.fetch(OBJECT, 10)).isInstanceOf(TintypeException.class);

      assertThat(originals.fetch(OBJECT, 10).source().size()).isEqualTo(5);
    }
  }

  @Test
  void fetchesABodyAgainThatBreaksOff() {
    var answers =
        new ArrayDeque<>(List.of(new Answer(200, ETAG, "hel", 5), Answer.of(200, ETAG, "hello")));
    try (var s3 = new StandIn(_ -> answers.remove())) {
      assertThat(originals(s3).fetch(OBJECT, 5).source().size()).isEqualTo(5);
    }
  }

  @Test
  void saysUnavailableWhenTheBodyKeepsBreakingOff() {
    try (var s3 = StandIn.answering(new Answer(200, ETAG, "hel", 5))) {
      assertReason(Reason.UNAVAILABLE, s3);
      assertThat(s3.requests()).hasSize(3);
    }
  }

  @Test
  void saysUnavailableWhenNobodyAnswers() {
    try (var s3 = StandIn.answering(Answer.NONE)) {
      assertReason(Reason.UNAVAILABLE, s3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey, NOT_FOUND",
    "404, NoSuchBucket, INTERNAL",
    "403, AccessDenied, FORBIDDEN",
    "403, RequestTimeTooSkewed, UNAVAILABLE",
    "400, ExpiredToken, UNAVAILABLE",
    "400, RequestTimeout, UNAVAILABLE",
    "400, InvalidRequest, INTERNAL",
    "409, OperationAborted, UNAVAILABLE",
    "429, TooManyRequests, UNAVAILABLE",
    "500, InternalError, UNAVAILABLE",
    "503, SlowDown, UNAVAILABLE",
    "503, ServiceUnavailable, UNAVAILABLE",
  })
  void turnsTheAnswerIntoAReason(int status, String code, Reason reason) {
    try (var s3 = StandIn.answering(Answer.s3Error(status, code))) {
      assertReason(reason, s3);
    }
  }

  @Test
  void triesAgainWhenS3IsBusyForAMoment() {
    var answers =
        new ArrayDeque<>(
            List.of(
                Answer.s3Error(503, "SlowDown"),
                Answer.s3Error(500, "InternalError"),
                Answer.of(200, ETAG, "hello")));
    try (var s3 = new StandIn(_ -> answers.remove())) {
      assertThat(originals(s3).fetch(OBJECT, 5).source().size()).isEqualTo(5);
    }
  }

  @Test
  void knowsTheETagOfWhatIsThere() {
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, ""))) {
      assertThat(originals(s3).eTag(OBJECT)).contains("5d41402a");
    }
  }

  @Test
  void knowsNoETagOfWhatIsNotThere() {
    try (var s3 = StandIn.answering(Answer.of(404))) {
      assertThat(originals(s3).eTag(OBJECT)).isEmpty();
    }
  }

  @Test
  void saysForbiddenWhenTheETagMayNotBeAskedFor() {
    try (var s3 = StandIn.answering(Answer.of(403))) {
      assertThatThrownBy(() -> originals(s3).eTag(OBJECT))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FORBIDDEN));
    }
  }

  @Test
  void deletesTheObject() {
    try (var s3 = StandIn.answering(Answer.of(204))) {
      assertThatCode(() -> originals(s3).delete(OBJECT)).doesNotThrowAnyException();
      assertThat(s3.requests().getFirst().method()).isEqualTo("DELETE");
    }
  }

  private static S3Originals originals(StandIn s3) {
    return new S3Originals(s3.clients().s3());
  }

  private static void assertReason(Reason reason, StandIn s3) {
    assertThatThrownBy(() -> originals(s3).fetch(OBJECT, 1000))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageStartingWith("The original uploads/01/a b+ä.jpg ");
  }
}
