package io.tintype.pipeline;

import io.tintype.imaging.Format;
import io.tintype.imaging.Limits;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.moderation.ModerationPolicy;
import io.tintype.pipeline.moderation.ModerationPolicy.Mode;
import io.tintype.pipeline.moderation.ModerationPolicy.Rule;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that can be set from outside, read once at start from environment variables. An
/// empty variable counts as one that is not there.
///
/// @param table name of the table with the image records
/// @param variants a `variants.yaml` to use instead of the packaged one
/// @param publicBaseUrl what URLs of variants start with, without a slash at the end; without it
///     they start at the root
/// @param eventBus name or ARN of the bus that announcements go to; none are made without it
/// @param distribution id of the CloudFront distribution whose cache is told what is deleted; none
///     is without it
/// @param queueUrl of the queue that the renderer is fed from; without it, a message that can't
///     be dealt with comes again only when its visibility timeout ends
/// @param maxReceives how often the queue hands out a message before it gives up
/// @param snapshotComes whether Lambda is about to take a snapshot of the function, to start from
public record Settings(
    Buckets buckets,
    String table,
    Optional<ObjectRef> variants,
    Optional<URI> publicBaseUrl,
    Optional<String> eventBus,
    EngineChoice engine,
    Limits limits,
    CacheAges cacheAges,
    Uploads uploads,
    Anonymous anonymous,
    Looking looking,
    Optional<String> distribution,
    Optional<URI> queueUrl,
    int maxReceives,
    OnDemandSettings onDemand,
    boolean snapshotComes,
    Endpoints endpoints) {

  /// Formats that can't be uploaded unless asked for by name, because not every engine reads
  /// them, or only with a library of the user's.
  private static final Set<Format> NOT_BY_DEFAULT =
      EnumSet.of(Format.AVIF, Format.HEIF, Format.SVG);

  private static final Set<Format> NOT_BY_DEFAULT_WITH_VIPS = EnumSet.of(Format.HEIF);

  private static final Set<String> MODES = Set.of("off", "flag", "blur", "reject");
  static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

  /// Where originals come from and derivatives go to.
  public record Buckets(String originals, String derivatives) {}

  /// Which engine renders.
  public enum EngineChoice {
    /// The best that loads.
    AUTO,
    THUMBNAILATOR,
    VIPS
  }

  /// How long derivatives may be kept, by browsers and by the edge.
  public record CacheAges(Duration browser, Duration edge) {

    /// The value of a derivative's Cache-Control header.
    public String cacheControl() {
      return "public, max-age=" + browser.toSeconds() + ", s-maxage=" + edge.toSeconds();
    }
  }

  /// What may be uploaded, and how long the permission holds.
  ///
  /// @param contentTypes media types, in the order in which they were given
  public record Uploads(List<String> contentTypes, Duration expiry) {

    public Uploads {
      contentTypes = List.copyOf(contentTypes);
    }
  }

  /// What may be done without a token.
  public record Anonymous(boolean uploads, boolean list, boolean delete, boolean moderation) {}

  /// What Rekognition is asked about originals.
  ///
  /// @param faces whether smart crops keep faces
  /// @param concurrency most calls at once
  /// @param moderatorScope scope of a token whose bearer may overrule verdicts
  public record Looking(
      ModerationPolicy moderation, boolean faces, int concurrency, String moderatorScope) {}

  /// The services to talk to where they are not AWS's own; the SDK's variables of the same
  /// meaning.
  ///
  /// @param elsewhere addresses of the services that are not AWS's own
  /// @param pathStyle whether a bucket's name is in the path rather than in the host's name
  public record Endpoints(Optional<String> region, Map<Service, URI> elsewhere, boolean pathStyle) {

    public Endpoints {
      elsewhere = Map.copyOf(elsewhere);
    }

    public Optional<URI> of(Service service) {
      return Optional.ofNullable(elsewhere.get(service));
    }
  }

  /// A service of AWS, named as in the SDK's variable `AWS_ENDPOINT_URL_…`.
  public enum Service {
    S3,
    CLOUDFRONT,
    DYNAMODB,
    SQS,
    EVENTBRIDGE,
    REKOGNITION,
    SECRETS_MANAGER
  }

  /// Reads the variables that are known here; others are not looked at, unless their name starts
  /// with `TINTYPE_`.
  ///
  /// @throws TintypeException INTERNAL listing everything that is wrong
  public static Settings from(Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(environment);
    Settings settings = read(reader);
    reader.throwIfWrong();
    return settings;
  }

  /// Names of all variables that [#from] looks at.
  public static Collection<String> names() {
    SettingsReader reader = new SettingsReader(Map.of());
    read(reader);
    return reader.asked();
  }

  private static Settings read(SettingsReader reader) {
    EngineChoice engine = reader.choice("TINTYPE_ENGINE", EngineChoice.AUTO);
    Buckets buckets = buckets(reader);
    return new Settings(
        buckets,
        reader.required("TINTYPE_TABLE", "[A-Za-z0-9_.-]{3,255}", "a DynamoDB table's name"),
        reader.s3Uri("TINTYPE_VARIANTS_URI"),
        reader.httpUri("TINTYPE_PUBLIC_BASE_URL"),
        reader.optional(
            "TINTYPE_EVENT_BUS", "[A-Za-z0-9_./:-]{1,1600}", "an event bus's name or ARN"),
        engine,
        limits(reader),
        new CacheAges(
            reader.seconds("TINTYPE_BROWSER_MAX_AGE", 0, 31_536_000, 3_600),
            reader.seconds("TINTYPE_EDGE_MAX_AGE", 0, 31_536_000, 31_536_000)),
        uploads(reader, engine),
        new Anonymous(
            reader.flag("TINTYPE_ALLOW_ANONYMOUS_UPLOADS", false),
            reader.flag("TINTYPE_ALLOW_ANONYMOUS_LIST", false),
            reader.flag("TINTYPE_ALLOW_ANONYMOUS_DELETE", false),
            reader.flag("TINTYPE_ALLOW_ANONYMOUS_MODERATION", false)),
        new Looking(
            moderation(reader),
            reader.flag("TINTYPE_FACES", false),
            (int) reader.number("TINTYPE_REKOGNITION_CONCURRENCY", 1, 100, 5),
            reader
                .optional("TINTYPE_MODERATOR_SCOPE", "[!-~]{1,200}", "a scope without blanks")
                .orElse("moderator")),
        reader.optional(
            "TINTYPE_DISTRIBUTION", "[A-Z0-9]{1,32}", "the id of a CloudFront distribution"),
        reader.httpUri("TINTYPE_QUEUE_URL"),
        (int) reader.number("TINTYPE_MAX_RECEIVES", 1, 1_000, 5),
        OnDemandSettings.read(reader, buckets.originals()),
        reader
            .optional("AWS_LAMBDA_INITIALIZATION_TYPE", ".*", "a word of Lambda's")
            .filter("snap-start"::equals)
            .isPresent(),
        endpoints(reader));
  }

  private static Buckets buckets(SettingsReader reader) {
    String originals = reader.required("TINTYPE_ORIGINALS_BUCKET", BUCKET, "an S3 bucket's name");
    String derivatives =
        reader.required("TINTYPE_DERIVATIVES_BUCKET", BUCKET, "an S3 bucket's name");
    if (!originals.isEmpty() && originals.equals(derivatives)) {
      reader.wrong("TINTYPE_DERIVATIVES_BUCKET", "another bucket than the originals'");
    }
    return new Buckets(originals, derivatives);
  }

  private static Limits limits(SettingsReader reader) {
    Limits standard = Limits.DEFAULT;
    return new Limits(
        reader.number("TINTYPE_MAX_BYTES", 1, 2_000_000_000, standard.maxBytes()),
        reader.number("TINTYPE_MAX_PIXELS", 1, 2_000_000_000, standard.maxPixels()),
        (int) reader.number("TINTYPE_MAX_FRAMES", 1, 100_000, standard.maxFrames()),
        (int) reader.number("TINTYPE_MAX_SIDE", 1, 65_535, standard.maxSide()),
        (int) reader.number("TINTYPE_MAX_EDITS", 0, 1_000, standard.maxEdits()));
  }

  private static Uploads uploads(SettingsReader reader, EngineChoice engine) {
    Set<Format> not = engine == EngineChoice.VIPS ? NOT_BY_DEFAULT_WITH_VIPS : NOT_BY_DEFAULT;
    List<String> standard =
        EnumSet.complementOf(EnumSet.copyOf(not)).stream().map(Format::mediaType).toList();
    // What browsers call the HEIF of phones.
    List<String> known =
        Stream.concat(
                EnumSet.allOf(Format.class).stream().map(Format::mediaType),
                Stream.of("image/heic"))
            .toList();
    return new Uploads(
        reader.list("TINTYPE_UPLOAD_CONTENT_TYPES", known, standard),
        // A week is the longest that S3 accepts.
        reader.seconds("TINTYPE_UPLOAD_EXPIRY_SECONDS", 1, 604_800, 600));
  }

  private static ModerationPolicy moderation(SettingsReader reader) {
    return new ModerationPolicy(
        reader.choice("TINTYPE_MODERATION", Mode.OFF),
        reader.number("TINTYPE_MODERATION_MIN_CONFIDENCE", 0, 100, 75),
        Set.copyOf(reader.words("TINTYPE_MODERATION_LABELS")),
        reader.number("TINTYPE_MODERATION_BLUR", 1, 150, 50),
        reader.pairs("TINTYPE_MODERATION_RULES", MODES, "prefix=off|flag|blur|reject").stream()
            .map(pair -> new Rule(pair.getKey(), Mode.named(pair.getValue())))
            .toList());
  }

  private static Endpoints endpoints(SettingsReader reader) {
    Map<Service, URI> elsewhere = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      reader
          .httpUri("AWS_ENDPOINT_URL_" + service)
          .ifPresent(address -> elsewhere.put(service, address));
    }
    return new Endpoints(
        reader.optional("AWS_REGION", "[a-z0-9-]{1,40}", "a region such as eu-central-1"),
        elsewhere,
        reader.flag("TINTYPE_S3_PATH_STYLE", false));
  }
}
