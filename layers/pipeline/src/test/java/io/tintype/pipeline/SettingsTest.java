package io.tintype.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.imaging.Limits;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Settings.Anonymous;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.pipeline.Settings.Service;
import io.tintype.pipeline.moderation.ModerationPolicy;
import io.tintype.pipeline.moderation.ModerationPolicy.Mode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "TINTYPE_ORIGINALS_BUCKET", "originals",
          "TINTYPE_DERIVATIVES_BUCKET", "derivatives",
          "TINTYPE_TABLE", "images");

  @Test
  void threeVariablesAreEnough() {
    Settings settings = Settings.from(REQUIRED);

    assertThat(settings.buckets()).isEqualTo(new Settings.Buckets("originals", "derivatives"));
    assertThat(settings.table()).isEqualTo("images");
    assertThat(settings.variants()).isEmpty();
    assertThat(settings.publicBaseUrl()).isEmpty();
    assertThat(settings.eventBus()).isEmpty();
    assertThat(settings.engine()).isEqualTo(EngineChoice.AUTO);
    assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(settings.cacheAges().cacheControl())
        .isEqualTo("public, max-age=3600, s-maxage=31536000");
    assertThat(settings.uploads().expiry()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.uploads().contentTypes())
        .contains("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff")
        .doesNotContain("image/svg+xml", "image/avif");
    assertThat(settings.anonymous()).isEqualTo(new Anonymous(false, false, false, false));
    assertThat(settings.maxReceives()).isEqualTo(5);
    assertThat(settings.endpoints().pathStyle()).isFalse();
    assertThat(settings.endpoints().of(Service.S3)).isEmpty();
  }

  @Test
  void readsEveryVariable() {
    Settings settings =
        Settings.from(
            with(
                Map.ofEntries(
                    Map.entry("TINTYPE_VARIANTS_URI", "s3://config/a b/variants.yaml"),
                    Map.entry("TINTYPE_PUBLIC_BASE_URL", "https://img.example.com/i/"),
                    Map.entry("TINTYPE_EVENT_BUS", "pictures"),
                    Map.entry("TINTYPE_ENGINE", "thumbnailator"),
                    Map.entry("TINTYPE_MAX_BYTES", "1"),
                    Map.entry("TINTYPE_MAX_PIXELS", "2"),
                    Map.entry("TINTYPE_MAX_FRAMES", "3"),
                    Map.entry("TINTYPE_MAX_SIDE", "4"),
                    Map.entry("TINTYPE_MAX_EDITS", "0"),
                    Map.entry("TINTYPE_BROWSER_MAX_AGE", "60"),
                    Map.entry("TINTYPE_EDGE_MAX_AGE", "120"),
                    Map.entry("TINTYPE_UPLOAD_CONTENT_TYPES", "image/png, IMAGE/JPEG"),
                    Map.entry("TINTYPE_UPLOAD_EXPIRY_SECONDS", "30"),
                    Map.entry("TINTYPE_ALLOW_ANONYMOUS_UPLOADS", "true"),
                    Map.entry("TINTYPE_ALLOW_ANONYMOUS_LIST", "true"),
                    Map.entry("TINTYPE_ALLOW_ANONYMOUS_DELETE", "false"),
                    Map.entry("TINTYPE_MAX_RECEIVES", "7"),
                    Map.entry("TINTYPE_QUEUE_URL", "http://127.0.0.1:9324/queue/uploads"),
                    Map.entry("TINTYPE_S3_PATH_STYLE", "true"),
                    Map.entry("AWS_REGION", "eu-central-1"),
                    Map.entry("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000"),
                    Map.entry("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:8000"),
                    Map.entry("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:9324/"),
                    Map.entry("AWS_ENDPOINT_URL_EVENTBRIDGE", "http://localhost:9400"))));

    assertThat(settings.variants()).contains(new ObjectRef("config", "a b/variants.yaml"));
    assertThat(settings.publicBaseUrl()).contains(URI.create("https://img.example.com/i"));
    assertThat(settings.eventBus()).contains("pictures");
    assertThat(settings.engine()).isEqualTo(EngineChoice.THUMBNAILATOR);
    assertThat(settings.limits()).isEqualTo(new Limits(1, 2, 3, 4, 0));
    assertThat(settings.cacheAges().cacheControl()).isEqualTo("public, max-age=60, s-maxage=120");
    assertThat(settings.uploads().contentTypes()).containsExactly("image/png", "image/jpeg");
    assertThat(settings.uploads().expiry()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.anonymous()).isEqualTo(new Anonymous(true, true, false, false));
    assertThat(settings.maxReceives()).isEqualTo(7);
    assertThat(settings.endpoints().region()).contains("eu-central-1");
    assertThat(settings.endpoints().of(Service.SQS)).contains(URI.create("http://127.0.0.1:9324"));
    assertThat(settings.endpoints().pathStyle()).isTrue();
  }

  @Test
  void letsUploadWhatVipsReadsWhereThatIsAskedForByName() {
    var settings =
        Settings.from(
            Map.of(
                "TINTYPE_ORIGINALS_BUCKET", "originals",
                "TINTYPE_DERIVATIVES_BUCKET", "derivatives",
                "TINTYPE_TABLE", "images",
                "TINTYPE_ENGINE", "vips"));
    assertThat(settings.uploads().contentTypes())
        .contains("image/svg+xml", "image/avif")
        .doesNotContain("image/heif");
  }

  @Test
  void reportsEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                Settings.from(
                    Map.of(
                        "TINTYPE_ORIGINALS_BUCKET", "Originals!",
                        "TINTYPE_TABLE", "  ",
                        "TINTYPE_MAX_SIDE", "99999999999999999999",
                        "TINTYPE_MAX_SIDES", "1",
                        "TINTYPE_ENGINE", "magick")))
        .isInstanceOf(TintypeException.class)
        .hasMessage(
            "The settings are wrong: TINTYPE_ENGINE: expected one of auto, thumbnailator, vips but"
                + " received magick; TINTYPE_ORIGINALS_BUCKET: expected an S3 bucket's name but"
                + " received Originals!; TINTYPE_DERIVATIVES_BUCKET: expected an S3 bucket's name"
                + " but received nothing; TINTYPE_TABLE: expected a DynamoDB table's name but"
                + " received nothing; TINTYPE_MAX_SIDE: expected 1..65535 but received"
                + " 99999999999999999999; TINTYPE_MAX_SIDES: not known (did you mean"
                + " TINTYPE_MAX_SIDE?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TINTYPE_DERIVATIVES_BUCKET      | originals           | another bucket than the originals'
          TINTYPE_VARIANTS_URI            | https://x/y         | s3://bucket/key
          TINTYPE_VARIANTS_URI            | s3://bucket/        | s3://bucket/key
          TINTYPE_PUBLIC_BASE_URL         | img.example.com     | a URL such as https://img.example.com
          TINTYPE_PUBLIC_BASE_URL         | ftp://x             | a URL such as https://img.example.com
          TINTYPE_PUBLIC_BASE_URL         | https://x/?a=b      | a URL such as https://img.example.com
          TINTYPE_PUBLIC_BASE_URL         | https://x/ y        | a URL such as https://img.example.com
          TINTYPE_EVENT_BUS               | a bus               | an event bus's name or ARN
          TINTYPE_MAX_BYTES               | 50MB                | 1..2000000000
          TINTYPE_MAX_EDITS               | -1                  | 0..1000
          TINTYPE_BROWSER_MAX_AGE         | 31536001            | 0..31536000
          TINTYPE_UPLOAD_CONTENT_TYPES    | image/png,text/html | a list with commas of image/jpeg, image/png
          TINTYPE_UPLOAD_CONTENT_TYPES    | image/png,          | a list with commas of image/jpeg, image/png
          TINTYPE_UPLOAD_EXPIRY_SECONDS   | 0                   | 1..604800
          TINTYPE_ALLOW_ANONYMOUS_UPLOADS | yes                 | true or false
          TINTYPE_QUEUE_URL               | arn:aws:sqs:x       | a URL such as https://img.example.com
          TINTYPE_MAX_RECEIVES            | 0                   | 1..1000
          TINTYPE_S3_PATH_STYLE           | TRUE                | true or false
          TINTYPE_SOURCE_BUCKETS          | Photos, x           | buckets with commas between them
          TINTYPE_SIGNING_KEYS_MAX_AGE    | 0                   | 1..86400
          TINTYPE_PATH_HASH               | md5                 | one of sha1, sha256, sha512
          TINTYPE_PATH_HASH_LENGTH        | 16                  | 0 for all, or 17..88
          TINTYPE_CORS_ORIGIN             | www.example.com     | an origin such as https://a.example, or *
          TINTYPE_REWRITE_MATCH_PATTERN   | pictures            | a regular expression as /…/flags
          TINTYPE_REWRITE_MATCH_PATTERN   | /a(?=b)/            | a rule that can be carried out
          TINTYPE_FALLBACK_IMAGE          | missing.png         | s3://bucket/key
          AUTO_WEBP                       | true                | Yes or No
          AWS_REGION                      | Frankfurt           | a region such as eu-central-1
          AWS_ENDPOINT_URL_S3             | localhost:9000      | a URL such as https://img.example.com
          """)
  void namesVariableRangeAndValue(String name, String value, String expected) {
    assertThatThrownBy(() -> Settings.from(with(Map.of(name, value))))
        .isInstanceOf(TintypeException.class)
        .hasMessageStartingWith("The settings are wrong: " + name + ": expected " + expected)
        .hasMessageEndingWith(" but received " + value);
  }

  @Test
  void leavesOtherPeoplesVariablesAlone() {
    assertThat(Settings.from(with(Map.of("PATH", "/bin", "AWS_REGIONS", "x", "TINT", "1"))))
        .isEqualTo(Settings.from(REQUIRED));
  }

  @Test
  void anEmptyVariableIsNotThere() {
    assertThat(Settings.from(with(Map.of("TINTYPE_EVENT_BUS", "", "TINTYPE_MAX_SIDE", " "))))
        .isEqualTo(Settings.from(REQUIRED));
  }

  @Test
  void readsWhatIsModeratedAndHow() {
    ModerationPolicy policy =
        Settings.from(
                with(
                    Map.of(
                        "TINTYPE_MODERATION", "flag",
                        "TINTYPE_MODERATION_MIN_CONFIDENCE", "60",
                        "TINTYPE_MODERATION_LABELS", "Alcohol, Explicit",
                        "TINTYPE_MODERATION_BLUR", "20",
                        "TINTYPE_MODERATION_RULES", "uploads/a=b/=reject, uploads/=blur")))
            .looking()
            .moderation();

    assertThat(policy.mode("elsewhere/x")).isEqualTo(Mode.FLAG);
    assertThat(policy.mode("uploads/x")).isEqualTo(Mode.BLUR);
    assertThat(policy.mode("uploads/a=b/x")).isEqualTo(Mode.REJECT);
    assertThat(policy.minConfidence()).isEqualTo(60);
    assertThat(policy.labels()).containsExactlyInAnyOrder("Alcohol", "Explicit");
    assertThat(policy.sigma()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploads/", "uploads/=maybe", "=blur"})
  void refusesModerationRulesThatAreNone(String rules) {
    assertThatThrownBy(() -> Settings.from(with(Map.of("TINTYPE_MODERATION_RULES", rules))))
        .hasMessageContaining("TINTYPE_MODERATION_RULES")
        .hasMessageContaining("prefix=off|flag|blur|reject");
  }

  @ParameterizedTest
  @CsvSource({
    "snap-start, true",
    "on-demand, false",
    "provisioned-concurrency, false",
    "'', false"
  })
  void learnsFromLambdaWhetherASnapshotComes(String type, boolean comes) {
    assertThat(Settings.from(with(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", type))).snapshotComes())
        .isEqualTo(comes);
  }

  @Test
  void knowsTheNamesOfAllVariables() {
    assertThat(Settings.names())
        .hasSize(68)
        .contains("TINTYPE_TABLE", "TINTYPE_S3_PATH_STYLE", "AWS_REGION", "AWS_ENDPOINT_URL_SQS");
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(REQUIRED);
    environment.putAll(more);
    return environment;
  }
}
