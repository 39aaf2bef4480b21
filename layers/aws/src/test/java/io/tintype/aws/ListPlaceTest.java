package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPlaceTest {

  @Test
  void findsItsWayBackFromTheCursor() {
    var place = new ListPlace(Records.CREATED, Records.ID);

    assertThat(ListPlace.ofCursor(place.cursor())).isEqualTo(place);
  }

  @Test
  void keepsTheCursorFreeOfWhatAUrlWouldEscape() {
    assertThat(new ListPlace(Records.CREATED, Records.ID).cursor()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void sortsAsTextInTheOrderOfTime() {
    assertThat(
            Stream.of("00Z", "00.000000001Z", "00.1Z", "00.12Z", "01Z")
                .map(seconds -> Instant.parse("2026-11-21T10:00:" + seconds))
                .map(time -> new ListPlace(time, Records.ID).order()))
        .isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "2026-11-21T10:00:00.123456789Z",
        "2026-11-21T10:00:00.123456789Z#",
        "#01JD8Z3V5QW6X7Y8Z9A0B1C2D3",
        "2026-11-21T10:00:00Z#01JD8Z3V5QW6X7Y8Z9A0B1C2D3",
        "yesterday#01JD8Z3V5QW6X7Y8Z9A0B1C2D3",
        "2026-11-21T10:00:00.123456789Z#01JD8Z3V5QW6X7Y8Z9A0B1C2D3#more",
      })
  void refusesACursorThatItNeverGave(String order) {
    String cursor = Base64.getUrlEncoder().encodeToString(order.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> ListPlace.ofCursor(cursor))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST))
        .hasMessageContaining("cursor");
  }

  @Test
  void refusesACursorThatIsNoBase64() {
    assertThatThrownBy(() -> ListPlace.ofCursor("{}"))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST));
  }
}
