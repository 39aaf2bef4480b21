package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIdTest {

  @Test
  void isTheUlidOfAGrantedKey() {
    var original = new ObjectRef("b", "uploads/01JAYQ6J1V5Z3N8K2C4D6E8F9G/cat.jpg");

    assertThat(ImageId.of(original).value()).isEqualTo("01JAYQ6J1V5Z3N8K2C4D6E8F9G");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uploads/cat.jpg",
        "uploads/01JAYQ6J1V5Z3N8K2C4D6E8F9G",
        "uploads/01JAYQ6J1V5Z3N8K2C4D6E8F9G/deeper/cat.jpg",
        "uploads/81JAYQ6J1V5Z3N8K2C4D6E8F9G/beyond-128-bits.jpg",
        "uploads/größe & co+.jpg",
      })
  void isAHashOfBucketAndKeyForOtherOriginals(String key) {
    ImageId id = ImageId.of(new ObjectRef("b", key));

    assertThat(id.value()).hasSize(26).matches("[0-9A-Z]+");
    assertThat(ImageId.of(new ObjectRef("b", key))).isEqualTo(id);
    assertThat(ImageId.of(new ObjectRef("other", key))).isNotEqualTo(id);
  }

  @Test
  void growsWithTime() {
    ImageId earlier = ImageId.at(Instant.ofEpochMilli(1_000));
    ImageId later = ImageId.at(Instant.ofEpochMilli(2_000));

    assertThat(earlier.value()).isLessThan(later.value());
    assertThat(ImageId.at(Instant.ofEpochMilli(1_000))).isNotEqualTo(earlier);
  }
}
