package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.aws.StandIn.Answer;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFrontInvalidationsIT {

  private static final List<String> PATHS =
      List.of("/derivatives/v/1/*", "/derivatives/r/_/YQ.any");

  @Test
  void namesTheDistributionAndThePaths() {
    var done =
        Answer.of(
            201,
            Map.of("Content-Type", "text/xml"),
            "<Invalidation><Id>I1</Id><Status>InProgress</Status></Invalidation>");
    try (var service = StandIn.answering(done);
        var client = service.clients().cloudFront()) {
      var invalidations = new CloudFrontInvalidations(() -> client, "E123");
      invalidations.invalidate(PATHS);
      invalidations.invalidate(PATHS);

      assertThat(service.requests()).hasSize(2);
      assertThat(service.requests())
          .allSatisfy(
              request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.uri()).hasPath("/2020-05-31/distribution/E123/invalidation");
                assertThat(request.body())
                    .contains("<Quantity>2</Quantity>")
                    .contains(
                        "<Path>/derivatives/v/1/*</Path><Path>/derivatives/r/_/YQ.any</Path>");
              });
      assertThat(service.requests().get(0).body()).isNotEqualTo(service.requests().get(1).body());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, TooManyInvalidationsInProgress, UNAVAILABLE",
    "400, Throttling, UNAVAILABLE",
    "403, AccessDenied, FORBIDDEN",
    "404, NoSuchDistribution, INTERNAL",
    "500, InternalError, UNAVAILABLE"
  })
  void saysWhetherAnotherTryMayHelp(int status, String code, Reason reason) {
    var refusal =
        Answer.of(
            status,
            Map.of("Content-Type", "text/xml"),
            "<ErrorResponse><Error><Type>Sender</Type><Code>"
                + code
                + "</Code><Message>no</Message></Error></ErrorResponse>");
    try (var service = StandIn.answering(refusal);
        var client = service.clients().cloudFront()) {
      assertThatThrownBy(() -> new CloudFrontInvalidations(() -> client, "E123").invalidate(PATHS))
          .isInstanceOfSatisfying(
              TintypeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
  }
}
