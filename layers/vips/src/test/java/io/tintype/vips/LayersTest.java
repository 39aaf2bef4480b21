package io.tintype.vips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Lambda layers of both architectures, of which this machine can load only one.
@ExtendWith(Library.class)
class LayersTest {

  private static final Path TARGET = Path.of("native/target");

  @ParameterizedTest
  @ValueSource(strings = {"x86_64", "arm64"})
  void holdsEveryFunctionThatIsCalled(String architecture) throws IOException {
    try (FileSystem layer = layer(architecture)) {
      assertThat(new ElfLibrary(Files.readAllBytes(library(layer))).exported())
          .containsAll(called());
    }
  }

  @SuppressWarnings("restricted") // asks what the bindings look for
  private static List<String> called() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(TARGET.resolve("here"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().startsWith("libvips-cpp."))
              .findFirst()
              .orElseThrow();
      SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
      var unused =
          new Bindings(
              name -> {
                names.add(name);
                return symbols.find(name);
              });
    }
    assertThat(names).hasSizeGreaterThan(50);
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64", "arm64"})
  void isMadeForItsArchitecture(String architecture) throws IOException {
    try (FileSystem layer = layer(architecture)) {
      var library = new ElfLibrary(Files.readAllBytes(library(layer)));
      assertThat(library.machine())
          .isEqualTo(architecture.equals("arm64") ? ElfLibrary.AARCH64 : ElfLibrary.X86_64);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86_64", "arm64"})
  void mayBeReadByAnyUserAndNamesItsLicences(String architecture) throws IOException {
    try (FileSystem layer = layer(architecture);
        Stream<Path> entries = Files.walk(layer.getPath("/"))) {
      List<String> files = new ArrayList<>();
      for (Path entry : entries.filter(path -> path.getNameCount() > 0).toList()) {
        boolean folder = Files.isDirectory(entry);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
            .as(entry.toString())
            .isEqualTo(folder ? "rwxr-xr-x" : "rw-r--r--");
        if (!folder) {
          files.add(entry.toString());
        }
      }
      assertThat(files)
          .containsExactlyInAnyOrder(
              library(layer).toString(),
              "/licences/libvips/GPL-3.0.txt",
              "/licences/libvips/LGPL-3.0.txt",
              "/licences/libvips/NOTICE",
              "/licences/libvips/README.md",
              "/licences/libvips/versions.json");
    }
  }

  @Test
  void bothHoldTheSameVersions() throws IOException {
    try (FileSystem x86 = layer("x86_64");
        FileSystem arm64 = layer("arm64")) {
      String versions = "/licences/libvips/versions.json";
      assertThat(Files.readString(arm64.getPath(versions)))
          .contains("\"vips\"")
          .isEqualTo(Files.readString(x86.getPath(versions)));
    }
  }

  private static Path library(FileSystem layer) throws IOException {
    try (Stream<Path> files = Files.list(layer.getPath("/lib"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static FileSystem layer(String architecture) throws IOException {
    return FileSystems.newFileSystem(
        TARGET.resolve("vips-layer-" + architecture + ".zip"),
        Map.of("enablePosixFileAttributes", "true"));
  }
}
