package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void isHeldByOneStackAtATime() {
    try (DataFolder held = DataFolder.open(folder, false)) {
      assertThatThrownBy(() -> DataFolder.open(folder, true))
          .isInstanceOf(TintypeException.class)
          .hasMessageContaining("another stack is using " + held.root());
    }
    DataFolder.open(folder, false).close();
  }

  @Test
  void forgetsOnRequestWhatIsItsOwnAndNothingElse() throws Exception {
    try (DataFolder data = DataFolder.open(folder, false)) {
      Files.writeString(data.s3().resolve("object"), "x");
      Files.writeString(folder.resolve("notes.txt"), "mine");
    }

    try (DataFolder data = DataFolder.open(folder, true)) {
      assertThat(data.s3()).isEmptyDirectory();
      assertThat(folder.resolve("notes.txt")).exists();
    }
  }
}
