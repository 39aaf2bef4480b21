package io.tintype.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UploadsTest {

  @Test
  void takesPercentilesByNearestRank() {
    long[] sorted = {10, 20, 30, 40, 50, 60, 70, 80, 90, 100};

    assertThat(Uploads.percentile(sorted, 0.50)).isEqualTo(50);
    assertThat(Uploads.percentile(sorted, 0.95)).isEqualTo(100);
    assertThat(Uploads.percentile(new long[] {7}, 0.95)).isEqualTo(7);
  }

  @Test
  void saysWhichOptionsThereAre() {
    assertThatThrownBy(() -> Options.parse("--speed", "9"))
        .hasMessage("Expected --url, --uploads, --clients or --photos but received --speed");
  }
}
