package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, 400, false",
    "FORBIDDEN, 403, false",
    "REJECTED, 403, false",
    "NOT_FOUND, 404, false",
    "TOO_LARGE, 413, false",
    "UNSUPPORTED, 415, false",
    "CORRUPT, 415, false",
    "BUSY, 429, true",
    "UNAVAILABLE, 503, true",
  })
  void everyReasonHasItsStatus(Reason reason, int status, boolean retryable) {
    Refusal refusal = Refusal.of(TintypeException.coded(reason, "Word", "what is wrong"));

    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.code()).contains("Word");
    assertThat(refusal.message()).isEqualTo("what is wrong");
    assertThat(refusal.retryable()).isEqualTo(retryable);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"INTERNAL", "GAVE_UP"})
  void saysNothingOfFailuresOfOurOwn(Reason reason) {
    Refusal refusal = Refusal.of(TintypeException.coded(reason, "Word", "the password is wrong"));

    assertThat(refusal).isEqualTo(Refusal.of(new IllegalStateException("a bug")));
    assertThat(refusal.status()).isEqualTo(500);
    assertThat(refusal.message()).doesNotContain("password");
  }

  @Test
  void aFailureWithoutAWordHasItsReason() {
    assertThat(Refusal.of(new TintypeException(Reason.BUSY, "later")).code()).isEmpty();
  }
}
