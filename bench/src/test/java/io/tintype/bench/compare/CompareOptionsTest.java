package io.tintype.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompareOptionsTest {

  @Test
  void comparesEverythingUnlessTold() {
    var options = CompareOptions.parse();
    assertThat(options.wanted()).isEqualTo(Job.ALL);
    assertThat(options.contenders()).containsExactlyInAnyOrder(Contender.values());
  }

  @Test
  void leavesOut() {
    var options = CompareOptions.parse("--jobs", "jpeg", "--without", "thumbnailator");
    assertThat(options.wanted())
        .extracting(Job::name)
        .containsExactly("fan-out JPEG", "400 px JPEG");
    assertThat(options.contenders()).doesNotContain(Contender.THUMBNAILATOR).hasSize(3);
  }

  @Test
  void namesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> CompareOptions.parse("--without", "vips"))
        .hasMessageContaining("vips");
    assertThatThrownBy(() -> CompareOptions.parse("--rounds", "0")).hasMessageContaining("0");
    assertThatThrownBy(() -> CompareOptions.parse("--jobs", "PCX").wanted())
        .hasMessageContaining("PCX");
    assertThatThrownBy(() -> CompareOptions.parse("--photos")).hasMessageContaining("--photos");
  }
}
