package io.tintype.pipeline.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Holds the file at the project's top to what a start would hold it to.
class PackagedVariantsTest {

  @Test
  void theFileAtTheTopIsRightAndIsTheOneThatIsPackaged() throws IOException {
    Path top = Path.of("").toAbsolutePath();
    while (!Files.exists(top.resolve("variants.yaml"))) {
      top = Objects.requireNonNull(top.getParent(), "started outside of the project");
    }
    String file = Files.readString(top.resolve("variants.yaml"));

    assertThat(VariantSet.parse(file, "variants.yaml").all()).isNotEmpty();
    try (InputStream packaged = VariantSet.class.getResourceAsStream("variants.yaml")) {
      assertThat(packaged).hasContent(file);
    }
  }

  @Test
  void listViewsHaveWhatTheyNeed() {
    VariantSet set = VariantSet.packaged();

    assertThat(set.forKey("uploads/01JD0000000000000000000000/photo.jpg"))
        .extracting(Variant::name)
        .containsExactly("thumb", "card", "hero", "avatar");
    assertThat(set.all())
        .allSatisfy(variant -> assertThat(variant.formats()).contains(Format.JPEG, Format.WEBP));
  }
}
