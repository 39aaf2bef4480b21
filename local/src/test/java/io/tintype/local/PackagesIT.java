package io.tintype.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The zips that Lambda gets. That they run, [RuntimeIT] shows.
class PackagesIT {

  @ParameterizedTest
  @ValueSource(strings = {"functions/renderer", "functions/on-demand", "presign-api"})
  void needNotInflateTheirClasses(String module) throws IOException {
    Path folder = ProjectRoot.find().resolve(module);
    Path zip = folder.resolve("target/" + folder.getFileName() + ".zip");
    try (var entries = new ZipFile(zip.toFile())) {
      List<? extends ZipEntry> jars =
          entries.stream().filter(entry -> entry.getName().endsWith(".jar")).toList();
      assertThat(jars).hasSizeGreaterThan(30);
      for (ZipEntry jar : jars) {
        try (var classes = new ZipInputStream(entries.getInputStream(jar))) {
          for (ZipEntry it = classes.getNextEntry(); it != null; it = classes.getNextEntry()) {
            assertThat(it.getMethod()).as(jar + " " + it).isEqualTo(ZipEntry.STORED);
          }
        }
      }
    }
  }
}
