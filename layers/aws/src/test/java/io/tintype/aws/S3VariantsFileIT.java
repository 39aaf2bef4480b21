package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.variants.Variant;
import io.tintype.pipeline.variants.VariantSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class S3VariantsFileIT {

  private static final ObjectRef FILE = new ObjectRef("settings", "prod/variants.yaml");
  private static final Map<String, String> ETAG = Map.of("ETag", "\"1\"");

  @Test
  void readsTheVariants() {
    String yaml =
        """
        # Größen
        variants:
          thumb:
            recipe: 240x240/smart
            formats: [webp]
        """;
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, yaml))) {
      assertThat(variants(s3).all()).extracting(Variant::name).containsExactly("thumb");
      assertThat(s3.requests().getFirst().uri().getPath())
          .isEqualTo("/settings/prod/variants.yaml");
    }
  }

  @Test
  void saysWhichFileIsWrong() {
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, "variants: none"))) {
      assertRefused(Reason.INTERNAL, s3);
    }
  }

  @Test
  void saysWhichFileIsMissing() {
    try (var s3 = StandIn.answering(Answer.s3Error(404, "NoSuchKey"))) {
      assertRefused(Reason.NOT_FOUND, s3);
    }
  }

  private static void assertRefused(Reason reason, StandIn s3) {
    assertThatThrownBy(() -> variants(s3))
        .isInstanceOfSatisfying(
            TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining("s3://settings/prod/variants.yaml");
  }

  private static VariantSet variants(StandIn s3) {
    return new S3VariantsFile(new S3Originals(s3.clients().s3()))
        .variants(FILE, VariantSet.WRITABLE);
  }
}
