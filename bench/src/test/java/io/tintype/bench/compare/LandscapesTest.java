package io.tintype.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapesTest {

  @TempDir Path folder;

  @Test
  void paintsTheSameForTheSameSeed() throws IOException {
    byte[] first = jpeg("first.jpg", 3, /* progressive= */ false);
    assertThat(jpeg("again.jpg", 3, /* progressive= */ false)).isEqualTo(first);
    assertThat(jpeg("other.jpg", 4, /* progressive= */ false)).isNotEqualTo(first);
  }

  @Test
  void makesBothKindsOfJpeg() throws IOException {
    jpeg("a.jpg", 1, /* progressive= */ false);
    jpeg("b.jpg", 1, /* progressive= */ true);
    assertThat(Photo.in(folder)).extracting(Photo::kind).containsExactly("baseline", "progressive");
  }

  private byte[] jpeg(String name, int seed, boolean progressive) throws IOException {
    Path file = folder.resolve(name);
    Landscapes.write(new Landscape(seed).paint(120, 90), file, progressive);
    return Files.readAllBytes(file);
  }
}
