package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedeliveryTest {

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 30", "3, 180", "4, 900", "5, 900", "1000, 900", "2147483647, 900"})
  void waitsLongerAfterEachReceive(int receives, long seconds) {
    assertThat(Redelivery.backoff(receives)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
