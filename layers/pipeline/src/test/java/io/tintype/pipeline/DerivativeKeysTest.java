package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.pipeline.variants.Variant;
import io.tintype.pipeline.variants.VariantSet;
import io.tintype.requests.DerivativeKey;
import io.tintype.requests.VariantKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivativeKeysTest {

  private static final ObjectRef FOREIGN = new ObjectRef("originals", "uploads/a b+ü%2F?.jpg");
  private static final ObjectRef GRANTED =
      new ObjectRef("originals", "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg");

  @ParameterizedTest
  @EnumSource(Format.class)
  void holdOnlyWhatNeedsNoEncoding(Format format) {
    for (Variant variant : VariantSet.packaged().all()) {
      assertThat(DerivativeKeys.variant(FOREIGN, variant.name(), format))
          .matches("[A-Za-z0-9/_.-]+")
          .startsWith(DerivativeKeys.variants(ImageId.of(FOREIGN)));
    }
  }

  @Test
  void aGrantedOriginalIsKnownByItsId() {
    assertThat(DerivativeKeys.variant(GRANTED, "card", Format.WEBP))
        .isEqualTo("derivatives/v/01M7YSMYRB5JV8DQ187KR4G3ZS/card.webp");
  }

  @Test
  void aForeignOriginalIsInTheKey() {
    assertThat(DerivativeKey.parse(DerivativeKeys.variant(FOREIGN, "card", Format.WEBP)))
        .isEqualTo(
            new VariantKey(
                ImageId.of(FOREIGN).value(),
                "card",
                Optional.of(new VariantKey.Foreign(FOREIGN.bucket(), FOREIGN.key())),
                "webp"));
  }

  @Test
  void everythingOfAnImageLiesUnderThreePrefixes() {
    ImageId id = ImageId.of(FOREIGN);

    assertThat(DerivativeKeys.all(id))
        .containsExactly(
            DerivativeKeys.variants(id), "derivatives/r/" + id + "/", "derivatives/e/" + id + "/");
  }
}
