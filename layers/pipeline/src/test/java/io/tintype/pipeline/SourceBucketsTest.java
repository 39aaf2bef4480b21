package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceBucketsTest {

  private static final String GRANTED = "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg";
  private static final SourceBuckets SOURCES =
      SourceBuckets.of("originals", "legacy-*, photos ,shop/public/");

  @ParameterizedTest
  @CsvSource({
    "photos, a/b.jpg",
    "originals, a/b.jpg",
    "legacy-2019, a/b.jpg",
    "legacy-, a/b.jpg",
    "shop, public/b.jpg"
  })
  void areAllowed(String bucket, String key) {
    assertThat(SOURCES.resolve(Optional.of(bucket), key)).isEqualTo(new ObjectRef(bucket, key));
    assertThat(SOURCES.names(bucket)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "elsewhere, a/b.jpg",
    "photos2, a/b.jpg",
    "my-legacy-2019, a/b.jpg",
    "legacy, a/b.jpg",
    "shop, private/b.jpg",
    "shop, publi",
    "legacyX2019, a"
  })
  void areOutOfReach(String bucket, String key) {
    assertThatThrownBy(() -> SOURCES.resolve(Optional.of(bucket), key))
        .isInstanceOfSatisfying(
            TintypeException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.FORBIDDEN);
              assertThat(refused.code()).contains("ImageBucket::CannotAccessBucket");
              assertThat(refused).hasMessageNotContaining(bucket);
            });
  }

  @Test
  void meanTheFirstWholeNameWhereNoneIsGiven() {
    assertThat(SOURCES.resolve(Optional.empty(), "cat.jpg"))
        .isEqualTo(new ObjectRef("photos", "cat.jpg"));
  }

  @Test
  void meanTheOriginalsBucketForGrantedKeys() {
    assertThat(SOURCES.resolve(Optional.empty(), GRANTED))
        .isEqualTo(new ObjectRef("originals", GRANTED));
  }

  @Test
  void meanTheOriginalsBucketWhereNothingElseIsSet() {
    assertThat(SourceBuckets.only("originals").resolve(Optional.empty(), "cat.jpg"))
        .isEqualTo(new ObjectRef("originals", "cat.jpg"));
  }
}
