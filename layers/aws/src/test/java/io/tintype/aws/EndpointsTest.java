package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

  @Test
  void areThoseOfAwsWhenNothingIsSaid() {
    assertThat(Endpoints.from(Map.of("AWS_ENDPOINT_URL_S3", ""))).isEqualTo(Endpoints.OF_AWS);
  }

  @Test
  void areReadFromTheVariablesOfTheSdk() {
    assertThat(
            Endpoints.from(
                Map.of(
                    "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000",
                    "AWS_ENDPOINT_URL_DYNAMODB", "https://vpce-1.example",
                    "AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9324",
                    "AWS_ENDPOINT_URL_EVENTBRIDGE", "http://localhost:9001/")))
        .isEqualTo(
            new Endpoints(
                Optional.of(URI.create("http://127.0.0.1:9000")),
                Optional.of(URI.create("https://vpce-1.example")),
                Optional.of(URI.create("http://127.0.0.1:9324")),
                Optional.of(URI.create("http://localhost:9001/"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9000", "localhost", "ftp://127.0.0.1", "http://", "http:// x"})
  void nameTheVariableThatIsNoAddress(String value) {
    assertThatThrownBy(() -> Endpoints.from(Map.of("AWS_ENDPOINT_URL_DYNAMODB", value)))
        .isInstanceOf(TintypeException.class)
        .hasMessageContaining("AWS_ENDPOINT_URL_DYNAMODB")
        .hasMessageEndingWith("received " + value);
  }
}
