package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import io.tintype.requests.signing.SigningKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyListTest {

  @Test
  void isOneKeyAsItStands() {
    assertThat(KeyList.parse(" s3cr3t: #1 \n", Optional.empty())).isEqualTo(keys("s3cr3t: #1"));
  }

  @Test
  void isAJsonList() {
    assertThat(KeyList.parse("[\"a\\/b\", \"\\u00fc\"]", Optional.empty()))
        .isEqualTo(keys("a/b", "ü"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"other\": 1, \"the key\": [\"one\", \"two\"]}",
        "{\"the key\": \"[\\\"one\\\", \\\"two\\\"]\"}"
      })
  void isAFieldOfAJsonObject(String secret) {
    assertThat(KeyList.parse(secret, Optional.of("the key"))).isEqualTo(keys("one", "two"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"hidden\": \"hidden\"}", "[]", "[\"\"]", "[\"hidden\", 1]", "[\"hidden"})
  void namesNoSecretInItsComplaints(String secret) {
    assertThatThrownBy(() -> KeyList.parse(secret, Optional.empty()))
        .isInstanceOf(TintypeException.class)
        .hasNoCause()
        .hasMessageNotContaining("hidden");
  }

  @Test
  void missesAFieldThatIsNotThere() {
    assertThatThrownBy(() -> KeyList.parse("{\"a\": \"hidden\"}", Optional.of("key")))
        .hasMessageContaining("the field key")
        .hasMessageNotContaining("hidden");
  }

  private static List<SigningKey> keys(String... secrets) {
    return Arrays.stream(secrets).map(SigningKey::new).toList();
  }
}
