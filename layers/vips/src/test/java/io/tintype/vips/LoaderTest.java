package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

  @TempDir Path folder;

  @Test
  void saysWhereItHasLookedInVain() {
    Path absent = folder.resolve("absent");
    assertThat(Loader.attempt(List.of(absent, folder), 1))
        .isEqualTo(
            new Loader.Result.Missing("There is no libvips-cpp in " + absent + ", " + folder));
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoLibrary() throws IOException {
    Path file = Files.writeString(folder.resolve("libvips-cpp.so.8.18.7"), "not a library");
    assertThat(Loader.attempt(List.of(folder), 1))
        .isInstanceOfSatisfying(
            Loader.Result.Missing.class,
            missing -> assertThat(missing.cause()).startsWith(file + " can't be used: "));
  }

  @Test
  void passesOverFilesWithOtherNames() throws IOException {
    Files.writeString(folder.resolve("libvips-cpp.txt"), "");
    Files.writeString(folder.resolve("libvips.so.42"), "");
    assertThat(Loader.attempt(List.of(folder), 1)).isInstanceOf(Loader.Result.Missing.class);
  }

  @Test
  void looksIntoTheFolderOfALayer() {
    assertThat(Loader.usualFolders()).contains(Path.of("/opt/lib"));
  }
}
