package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3VariantsFileIT {

  private static final String URI = "s3://settings/prod/variants.yaml";
  private static final Map<String, String> ETAG = Map.of("ETag", "\"1\"");

  @Test
  void readsTheText() {
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, "thumb: größer\n"))) {
      assertThat(file(s3).read(URI)).isEqualTo("thumb: größer\n");
      assertThat(s3.requests().getFirst().uri().getPath())
          .isEqualTo("/settings/prod/variants.yaml");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s3://bucket", "s3://bucket/", "https://example.com/x", "s3://B_cket/key"})
  void refusesAnotherAddress(String uri) {
    try (var s3 = StandIn.answering(Answer.of(200, ETAG, ""))) {
      assertThatThrownBy(() -> file(s3).read(uri))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_REQUEST))
          .hasMessageEndingWith("received " + uri);
      assertThat(s3.requests()).isEmpty();
    }
  }

  @Test
  void saysWhichFileIsMissing() {
    try (var s3 = StandIn.answering(Answer.s3Error(404, "NoSuchKey"))) {
      assertThatThrownBy(() -> file(s3).read(URI))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
          .hasMessageContaining(URI);
    }
  }

  private static S3VariantsFile file(StandIn s3) {
    return new S3VariantsFile(s3.clients().s3());
  }
}
