package io.tintype.heif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeifLibraryTest {

  @Test
  void saysWhatIsMissingAndWhereItLooked() {
    assertThat(HeifDecoder.load(List.of("/nowhere/libheif.so.1", "libnosuchheif.so.1")))
        .isInstanceOfSatisfying(
            HeifDecoder.Library.Missing.class,
            missing ->
                assertThat(missing.cause())
                    .startsWith("libheif with libde265 is missing: /nowhere/libheif.so.1")
                    .contains("libnosuchheif.so.1"));
  }

  @Test
  void saysWhatIsWrongWithAnotherLibrary() {
    assertThat(HeifDecoder.load(List.of("libc.so.6")))
        .isInstanceOfSatisfying(
            HeifDecoder.Library.Missing.class,
            missing -> assertThat(missing.cause()).contains("libc.so.6 can't be used ("));
  }
}
