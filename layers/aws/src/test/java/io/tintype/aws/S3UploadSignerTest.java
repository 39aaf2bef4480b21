package io.tintype.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.Settings.Endpoints;
import io.tintype.pipeline.Settings.Service;
import io.tintype.pipeline.UploadSigner.SignedUpload;
import io.tintype.pipeline.UploadSigner.Upload;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class S3UploadSignerTest {

  private static final Endpoints OF_AWS =
      new Endpoints(Optional.of("eu-central-1"), Map.of(), false);
  private static final String CHECKSUM = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  @Test
  void signsLengthTypeAndThatNothingIsThere() {
    SignedUpload signed = sign(OF_AWS, Optional.empty());

    assertThat(query(signed.url()).get("X-Amz-SignedHeaders"))
        .isEqualTo("content-length;content-type;host;if-none-match");
    assertThat(signed.headers())
        .isEqualTo(Map.of("Content-Type", "image/jpeg", "If-None-Match", "*"));
  }

  @Test
  void signsTheChecksumThatTheClientComputed() {
    SignedUpload signed = sign(OF_AWS, Optional.of(CHECKSUM));

    assertThat(query(signed.url()).get("X-Amz-SignedHeaders"))
        .isEqualTo("content-length;content-type;host;if-none-match;x-amz-checksum-sha256");
    assertThat(signed.headers())
        .isEqualTo(
            Map.of(
                "Content-Type", "image/jpeg",
                "If-None-Match", "*",
                "x-amz-checksum-sha256", CHECKSUM));
  }

  @Test
  void addressesTheBucketByItsHostName() {
    SignedUpload signed = sign(OF_AWS, Optional.empty());

    assertThat(signed.url().getHost()).isEqualTo("originals.s3.eu-central-1.amazonaws.com");
    assertThat(signed.url().getRawPath()).isEqualTo("/uploads/01/a%20b%2B%C3%A4.jpg");
  }

  @Test
  void addressesTheBucketByItsPathWhereTheSettingsSaySo() {
    var here = Map.of(Service.S3, URI.create("http://127.0.0.1:9000"));
    var stack = new Endpoints(Optional.of("us-east-1"), here, true);

    SignedUpload signed = sign(stack, Optional.empty());

    assertThat(signed.url().toString())
        .startsWith("http://127.0.0.1:9000/originals/uploads/01/a%20b%2B%C3%A4.jpg?");
  }

  @Test
  void expiresWhenItIsToldTo() {
    SignedUpload signed = sign(OF_AWS, Optional.empty());

    assertThat(query(signed.url()).get("X-Amz-Expires")).isEqualTo("600");
  }

  @Test
  void refusesToGuessARegion() {
    var nowhere = new Endpoints(Optional.empty(), Map.of(), false);

    assertThatThrownBy(() -> sign(nowhere, Optional.empty()))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith("AWS_REGION");
  }

  private static SignedUpload sign(Endpoints endpoints, Optional<String> checksumSha256) {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));
    try (var clients = new AwsClients(endpoints, credentials);
        var presigner = clients.s3Presigner()) {
      return new S3UploadSigner(presigner)
          .sign(
              new Upload(
                  new ObjectRef("originals", "uploads/01/a b+ä.jpg"),
                  "image/jpeg",
                  3_000_000,
                  checksumSha256,
                  Duration.ofMinutes(10)));
    }
  }

  private static Map<String, String> query(URI url) {
    return Arrays.stream(url.getRawQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
