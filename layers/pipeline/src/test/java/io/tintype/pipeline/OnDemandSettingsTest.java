package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.pipeline.OnDemandSettings.Secret;
import io.tintype.requests.Dialect;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.signing.SigningKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnDemandSettingsTest {

  @Test
  void allowNothingUnlessAsked() {
    OnDemandSettings settings = from(Map.of());

    assertThat(settings.signing().allowUnsafe()).isFalse();
    assertThat(settings.signing().allowUnsafeOriginals()).isFalse();
    assertThat(settings.signing().keys()).isEmpty();
    assertThat(settings.signing().secret()).isEmpty();
    assertThat(settings.sources()).isEqualTo(SourceBuckets.only("originals"));
    assertThat(settings.corsOrigin()).isEmpty();
    assertThat(settings.fallback()).isEmpty();
    assertThat(settings.dialect()).isEqualTo(Dialect.TINTYPE);
    assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void takeTheVariablesOfServerlessImageHandler() {
    OnDemandSettings settings =
        from(
            Map.ofEntries(
                Map.entry("SOURCE_BUCKETS", "photos, legacy"),
                Map.entry("AUTO_WEBP", "No"),
                Map.entry("CORS_ENABLED", "Yes"),
                Map.entry("CORS_ORIGIN", "https://www.example.com"),
                Map.entry("ENABLE_SIGNATURE", "Yes"),
                Map.entry("SECRETS_MANAGER", "arn:aws:secretsmanager:eu-west-1:1:secret:s"),
                Map.entry("SECRET_KEY", "signing key"),
                Map.entry("ENABLE_DEFAULT_FALLBACK_IMAGE", "Yes"),
                Map.entry("DEFAULT_FALLBACK_IMAGE_BUCKET", "photos"),
                Map.entry("DEFAULT_FALLBACK_IMAGE_KEY", "missing.png"),
                Map.entry("REWRITE_MATCH_PATTERN", "/^\\/thumbs\\/(.*)$/gi"),
                Map.entry("REWRITE_SUBSTITUTION", "/200x200/$1")));

    assertThat(settings.sources()).isEqualTo(SourceBuckets.of("originals", "photos, legacy"));
    assertThat(settings.autoWebp()).isFalse();
    assertThat(settings.corsOrigin()).contains("https://www.example.com");
    assertThat(settings.signing().allowUnsafe()).isFalse();
    assertThat(settings.signing().secret())
        .contains(
            new Secret("arn:aws:secretsmanager:eu-west-1:1:secret:s", Optional.of("signing key")));
    assertThat(settings.fallback()).contains(new ObjectRef("photos", "missing.png"));
    assertThat(settings.rewrite().orElseThrow().apply("/Thumbs/a.jpg")).isEqualTo("/200x200/a.jpg");
  }

  @Test
  void takeASignatureThatWasSwitchedOffForPermission() {
    assertThat(from(Map.of("ENABLE_SIGNATURE", "No")).signing().allowUnsafe()).isTrue();
    assertThat(
            from(Map.of("ENABLE_SIGNATURE", "No", "TINTYPE_ALLOW_UNSAFE", "false"))
                .signing()
                .allowUnsafe())
        .isFalse();
  }

  @Test
  void preferTheirOwnVariables() {
    OnDemandSettings settings =
        from(Map.of("SOURCE_BUCKETS", "theirs", "TINTYPE_SOURCE_BUCKETS", "ours"));

    assertThat(settings.sources()).isEqualTo(SourceBuckets.of("originals", "ours"));
  }

  @Test
  void nameTheVariableThatWasGiven() {
    assertThatThrownBy(() -> from(Map.of("SOURCE_BUCKETS", "Photos")))
        .hasMessageContaining(" SOURCE_BUCKETS: expected buckets")
        .hasMessageEndingWith("received Photos");
  }

  @Test
  void wantAFallbackImageWhole() {
    assertThatThrownBy(() -> from(Map.of("ENABLE_DEFAULT_FALLBACK_IMAGE", "Yes")))
        .hasMessageContaining("DEFAULT_FALLBACK_IMAGE_BUCKET")
        .hasMessageContaining("DEFAULT_FALLBACK_IMAGE_KEY");
  }

  @Test
  void nameThePlaceholderOfRejectedPictures() {
    assertThat(from(Map.of()).rejectedPlaceholder()).isEmpty();
    assertThat(
            from(Map.of("TINTYPE_REJECTED_PLACEHOLDER", "s3://photos/a/no.png"))
                .rejectedPlaceholder())
        .contains(new ObjectRef("photos", "a/no.png"));
    assertThatThrownBy(() -> from(Map.of("TINTYPE_REJECTED_PLACEHOLDER", "no.png")))
        .hasMessageContaining("TINTYPE_REJECTED_PLACEHOLDER: expected s3://bucket/key");
  }

  @Test
  void readSeveralKeysAndShowNone() {
    OnDemandSettings settings = from(Map.of("TINTYPE_SIGNING_KEYS", "[\"before\", \"today\"]"));

    assertThat(settings.signing().keys())
        .containsExactly(new SigningKey("before"), new SigningKey("today"));
    assertThat(settings.toString()).doesNotContain("before").doesNotContain("today");
    assertThatThrownBy(() -> from(Map.of("TINTYPE_SIGNING_KEYS", "[\"hidden\", 7]")))
        .hasMessageContaining("TINTYPE_SIGNING_KEYS")
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @CsvSource({"sha1, 0, 28", "sha1, 17, 17", "sha256, 0, 44", "sha256, 40, 40", "sha1, 40, 28"})
  void writeAHashInFullUnlessItIsCut(String algorithm, String length, int characters) {
    PathHash hash =
        from(Map.of("TINTYPE_PATH_HASH", algorithm, "TINTYPE_PATH_HASH_LENGTH", length))
            .signing()
            .pathHash();

    assertThat(hash.length().orElse(hash.longest())).isEqualTo(characters);
  }

  private static OnDemandSettings from(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("TINTYPE_ORIGINALS_BUCKET", "originals");
    environment.put("TINTYPE_DERIVATIVES_BUCKET", "derivatives");
    environment.put("TINTYPE_TABLE", "images");
    return Settings.from(environment).onDemand();
  }
}
