package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackOptionsTest {

  private static final Path ROOT = Path.of("/project");

  @Test
  void keepsDataInTheProjectUnlessToldOtherwise() {
    assertThat(StackOptions.parse(ROOT))
        .isEqualTo(new StackOptions(ROOT, Path.of("/project/.tintype"), false, 8080));
  }

  @Test
  void readsEveryOption() {
    assertThat(StackOptions.parse(ROOT, "--port", "81", "--fresh", "--data", "/d"))
        .isEqualTo(new StackOptions(ROOT, Path.of("/d"), true, 81));
  }

  @Test
  void takesSettingsFromTheEnvironmentAndNothingElse() {
    var environment = Map.of("TINTYPE_MAX_BYTES", "5", "PATH", "/bin", "AWS_REGION", "eu-west-1");

    assertThat(StackOptions.parse(ROOT).with(environment).settings())
        .containsExactly(Map.entry("TINTYPE_MAX_BYTES", "5"));
  }

  @ParameterizedTest
  @CsvSource({
    "--prot 80, unknown option --prot",
    "--port, --port needs a value",
    "--port 70000, expected a port of 0..65535 but received 70000",
    "--port http, expected a port of 0..65535 but received http"
  })
  void saysWhatIsWrong(String arguments, String message) {
    assertThatThrownBy(() -> StackOptions.parse(ROOT, arguments.split(" ")))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining(message);
  }
}
