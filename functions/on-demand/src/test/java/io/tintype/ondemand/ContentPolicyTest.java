package io.tintype.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// CloudFront writes its own policy over the function's, and over what S3 answers.
class ContentPolicyTest {

  @Test
  void theFunctionAndCloudFrontSayTheSame() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "template.yaml")))
        .contains(
            "ContentSecurityPolicy: {ContentSecurityPolicy: \"%s\", Override: true}"
                .formatted(Door.POLICY));
  }
}
