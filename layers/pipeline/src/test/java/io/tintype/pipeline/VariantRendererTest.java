package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Limits;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Source;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.variants.VariantSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantRendererTest {

  private static final ObjectRef UPLOAD = new ObjectRef("originals", "uploads/cat.jpg");
  private static final ObjectRef LOGO = new ObjectRef("originals", "assets/logo.png");
  private static final String MARKED = "100x100/filters:watermark(assets/logo.png,0,0,0)";

  private final InMemoryOriginals originals = new InMemoryOriginals();

  @ParameterizedTest
  @ValueSource(strings = {"9000x100", "100x100/filters:padding(red,9000,0,0,0)"})
  void refusesAtStartAVariantThatNoOriginalCouldGet(String recipe) {
    assertThatThrownBy(() -> renderer(recipe))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL))
        .hasMessageStartingWith("variant card: Expected sides of at most 8192 pixels");
  }

  @Test
  void refusesAtStartToCoverFacesThatNobodyMayLookFor() {
    assertThatThrownBy(() -> renderer("100x100/filters:redact()"))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERNAL))
        .hasMessage("variant card: expected TINTYPE_FACES to be on for what is done to faces");
  }

  @Test
  void drawsTheWatermarkThatAVariantNames() {
    originals.put(LOGO, TextEngine.picture("logo"));

    assertThat(renderer(MARKED).render(UPLOAD, cat(), Insights.NONE).rendered()).hasSize(1);
  }

  @Test
  void doesNotBlameTheUploadForAWatermarkThatIsNoImage() {
    originals.put(LOGO, "just text".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> renderer(MARKED).render(UPLOAD, cat(), Insights.NONE))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason().retryable()).isTrue())
        .hasMessageContaining("assets/logo.png: This is not an image");
  }

  @Test
  void doesNotBlameTheUploadForAWatermarkThatIsMissing() {
    assertThatThrownBy(() -> renderer(MARKED).render(UPLOAD, cat(), Insights.NONE))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason().retryable()).isTrue())
        .hasMessageContaining("assets/logo.png");
  }

  private VariantRenderer renderer(String recipe) {
    String yaml = "variants: {card: {recipe: '%s', formats: [jpeg]}}".formatted(recipe);
    return new VariantRenderer(
        new Rendering(new TextEngine(), Limits.DEFAULT, VariantSet.parse(yaml, "variants.yaml")),
        originals);
  }

  private static Source cat() {
    return Source.of(TextEngine.picture("cat"));
  }
}
