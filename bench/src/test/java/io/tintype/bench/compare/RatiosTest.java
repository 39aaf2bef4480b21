package io.tintype.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatiosTest {

  @Test
  void comparesPairByPair() {
    Ratios ratios = Ratios.of(new double[] {10, 40, 90}, new double[] {20, 40, 30});
    assertThat(ratios).isEqualTo(new Ratios(1, 0.5, 3));
  }

  @Test
  void takesTheMiddleOfTwoMiddleOnes() {
    assertThat(Ratios.median(new double[] {9, 1, 2, 4})).isEqualTo(3);
  }

  @Test
  void speaksOfSeveralPhotosByTheirMedians() {
    Ratios all = Ratios.of(List.of(new Ratios(1, 0, 8), new Ratios(2, 1, 9), new Ratios(5, 5, 5)));
    assertThat(all).isEqualTo(new Ratios(2, 1, 5)).hasToString("2.00 (1.00–5.00)");
  }
}
