package io.tintype.requests.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

  @Test
  void readsMomentsInUtc() {
    assertThat(Expiry.parse("20991231T235959Z")).isEqualTo(Instant.parse("2099-12-31T23:59:59Z"));
  }

  @Test
  void writesWhatItReads() {
    Instant moment = Instant.parse("2026-01-31T01:02:03.999Z");
    assertThat(Expiry.format(moment)).isEqualTo("20260131T010203Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20991231",
        "20991231T235959",
        "2099-12-31T23:59:59Z",
        "20990231T000000Z",
        "20991231T240000Z",
        "20991231T235960Z",
        "20991231t235959z",
        " 20991231T235959Z",
        "-2099123T235959Z",
        "2０991231T235959Z"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Expiry.parse(text))
        .isInstanceOf(TintypeException.class)
        .hasMessage("expires: expected YYYYMMDDTHHmmssZ, as in 20260131T235959Z")
        .extracting(failure -> ((TintypeException) failure).code().orElseThrow())
        .isEqualTo("ImageRequestExpiryFormat");
  }
}
