package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Makes the goldens anew, for people who have looked at what has changed. No build runs it;
/// CONTRIBUTING.md says how to.
class WriteGoldens {

  @Test
  void writesAllOfThem() throws IOException {
    assertThat(System.getenv("CI")).as("CI compares and never writes").isNotEqualTo("true");
    Darkroom darkroom = Darkroom.thumbnailator();
    Files.createDirectories(Goldens.FOLDER);
    for (Row row : Rows.all()) {
      if (row.check() instanceof Goldens.Golden golden) {
        Shot shot = darkroom.shot(row).shows(Checks.PNG);
        Files.write(golden.file(), shot.body());
      }
    }
  }
}
