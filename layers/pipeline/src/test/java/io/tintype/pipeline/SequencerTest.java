package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerTest {

  @ParameterizedTest
  @CsvSource({
    "0055AED6DCD90281E5, 0055AED6DCD90281E6, EARLIER",
    "0055AED6DCD90281E5, 0055AED6DCD90281E5, SAME",
    "0055aed6dcd90281e5, 0055AED6DCD90281E5, SAME",
    "0055AED6DCD90281E5, 0055AED6DCD90281E4, LATER",
    "A, 9, LATER",
    // Padding on the left and on the right agree.
    "0A, 0B0, EARLIER",
    "10, 00F, LATER",
    // They don't.
    "0A, 00B, UNCLEAR",
    "1, 10, UNCLEAR",
  })
  void ordersEventsOnOneKey(String event, String other, Sequencer.Order expected) {
    assertThat(new Sequencer(event).against(new Sequencer(other))).isEqualTo(expected);
  }

  @Test
  void refusesWhatIsNotHexadecimal() {
    assertThatThrownBy(() -> new Sequencer("xyz"))
        .hasMessage("Expected a sequencer of 1..64 hex digits but received XYZ");
  }
}
