package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.imaging.Format;
import io.tintype.pipeline.variants.Variant;
import io.tintype.pipeline.variants.VariantSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DerivativeKeysTest {

  private static final ObjectRef ODD = new ObjectRef("originals", "uploads/a b+ü%2F?.jpg");

  @ParameterizedTest
  @EnumSource(Format.class)
  void holdOnlyWhatNeedsNoEncoding(Format format) {
    for (Variant variant : VariantSet.packaged().all()) {
      assertThat(DerivativeKeys.variant(ImageId.of(ODD), variant.name(), format))
          .matches("[A-Za-z0-9/_.-]+")
          .startsWith(DerivativeKeys.variants(ImageId.of(ODD)));
    }
  }
}
