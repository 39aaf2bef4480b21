package io.tintype.pipeline;

import io.tintype.requests.Dialect;
import io.tintype.requests.signing.PathHash;
import io.tintype.requests.signing.SigningKey;
import io.tintype.requests.sih.RewriteRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the on-demand function is set to. Each variable that Serverless Image Handler has too can
/// also be given under its name there.
///
/// @param dialect whose behaviour is wanted where the peers differ
/// @param sources what may be asked for by URL
/// @param autoWebp whether a picture may become WebP for viewers who accept it
/// @param autoAvif likewise AVIF
/// @param corsOrigin whose web pages may read pictures: an origin, or `*`
/// @param rewrite changes paths before they are read
/// @param fallback what is shown in place of an error
/// @param rejectedPlaceholder what is shown in place of a picture that moderation refuses
/// @param deadline longest time that a request may take
public record OnDemandSettings(
    Dialect dialect,
    SourceBuckets sources,
    Signing signing,
    boolean autoWebp,
    boolean autoAvif,
    Optional<String> corsOrigin,
    Optional<RewriteRule> rewrite,
    Optional<ObjectRef> fallback,
    Optional<ObjectRef> rejectedPlaceholder,
    Duration deadline) {

  /// Who may ask for what.
  ///
  /// @param allowUnsafe pictures without a signature
  /// @param allowUnsafeOriginals originals' own bytes and metadata without a signature
  /// @param keys given in the environment
  /// @param secret in Secrets Manager that holds more keys
  /// @param keysMaxAge how long the secret's keys are used without looking again
  public record Signing(
      boolean allowUnsafe,
      boolean allowUnsafeOriginals,
      List<SigningKey> keys,
      Optional<Secret> secret,
      Duration keysMaxAge,
      PathHash pathHash) {

    public Signing {
      keys = List.copyOf(keys);
    }
  }

  /// A secret in Secrets Manager.
  ///
  /// @param id name or ARN
  /// @param field of the JSON object that the secret is; empty: the secret is a key, or a JSON
  ///     list of keys
  public record Secret(String id, Optional<String> field) {}

  static OnDemandSettings read(SettingsReader reader, String originals) {
    return new OnDemandSettings(
        reader.choice("TINTYPE_DIALECT", Dialect.TINTYPE),
        sources(reader, originals),
        signing(reader),
        autoWebp(reader),
        reader.flag("TINTYPE_AUTO_AVIF", false),
        corsOrigin(reader),
        rewrite(reader),
        fallback(reader),
        reader.s3Uri("TINTYPE_REJECTED_PLACEHOLDER"),
        reader.seconds("TINTYPE_RENDER_DEADLINE_SECONDS", 1, 900, 25));
  }

  private static SourceBuckets sources(SettingsReader reader, String originals) {
    String name = reader.either("TINTYPE_SOURCE_BUCKETS", "SOURCE_BUCKETS");
    return reader
        .optional(name, SourceBuckets.FORM, SourceBuckets.EXPECTED)
        .map(list -> SourceBuckets.of(originals, list))
        .orElseGet(() -> SourceBuckets.only(originals));
  }

  private static Signing signing(SettingsReader reader) {
    boolean unsigned = reader.yes("ENABLE_SIGNATURE").filter(enabled -> !enabled).isPresent();
    String text = "[\\x21-\\x7e]{1,512}";
    Optional<String> field =
        reader.optional(
            reader.either("TINTYPE_SIGNING_SECRET_FIELD", "SECRET_KEY"),
            "[\\x20-\\x7e]{1,512}",
            "a field's name");
    return new Signing(
        reader.flag("TINTYPE_ALLOW_UNSAFE", unsigned),
        reader.flag("TINTYPE_ALLOW_UNSAFE_ORIGINALS", false),
        reader.keys("TINTYPE_SIGNING_KEYS"),
        reader
            .optional(
                reader.either("TINTYPE_SIGNING_SECRET", "SECRETS_MANAGER"),
                text,
                "a secret's name or ARN")
            .map(id -> new Secret(id, field)),
        reader.seconds("TINTYPE_SIGNING_KEYS_MAX_AGE", 1, 86_400, 300),
        pathHash(reader));
  }

  private static PathHash pathHash(SettingsReader reader) {
    PathHash.Algorithm algorithm = reader.choice("TINTYPE_PATH_HASH", PathHash.THUMBOR.algorithm());
    int length = (int) reader.number("TINTYPE_PATH_HASH_LENGTH", 0, 88, 0);
    if (length > 0 && length < PathHash.SHORTEST) {
      reader.wrong("TINTYPE_PATH_HASH_LENGTH", "0 for all, or " + PathHash.SHORTEST + "..88");
      return PathHash.THUMBOR;
    }
    var whole = new PathHash(algorithm, Optional.empty());
    return length == 0 || length >= whole.longest()
        ? whole
        : new PathHash(algorithm, Optional.of(length));
  }

  private static boolean autoWebp(SettingsReader reader) {
    return reader.flag("TINTYPE_AUTO_WEBP", reader.yes("AUTO_WEBP").orElse(true));
  }

  private static Optional<String> corsOrigin(SettingsReader reader) {
    boolean enabled = reader.yes("CORS_ENABLED").orElse(false);
    String name =
        enabled ? reader.either("TINTYPE_CORS_ORIGIN", "CORS_ORIGIN") : "TINTYPE_CORS_ORIGIN";
    return reader.optional(
        name,
        "\\*|https?://[A-Za-z0-9.:\\[\\]-]{1,253}",
        "an origin such as https://a.example, or *");
  }

  private static Optional<RewriteRule> rewrite(SettingsReader reader) {
    String pattern = reader.either("TINTYPE_REWRITE_MATCH_PATTERN", "REWRITE_MATCH_PATTERN");
    String substitution = reader.either("TINTYPE_REWRITE_SUBSTITUTION", "REWRITE_SUBSTITUTION");
    Optional<String> match =
        reader.optional(pattern, "/.{1,1000}/[a-z]{0,6}", "a regular expression as /…/flags");
    try {
      return match.map(
          expression ->
              RewriteRule.of(expression, reader.optional(substitution, ".*", "a text").orElse("")));
    } catch (IllegalArgumentException e) {
      reader.wrong(pattern, "a rule that can be carried out (" + e.getMessage() + ")");
      return Optional.empty();
    }
  }

  private static Optional<ObjectRef> fallback(SettingsReader reader) {
    Optional<ObjectRef> ours = reader.s3Uri("TINTYPE_FALLBACK_IMAGE");
    if (ours.isPresent() || !reader.yes("ENABLE_DEFAULT_FALLBACK_IMAGE").orElse(false)) {
      return ours;
    }
    String bucket =
        reader.required("DEFAULT_FALLBACK_IMAGE_BUCKET", Settings.BUCKET, "an S3 bucket's name");
    String key = reader.required("DEFAULT_FALLBACK_IMAGE_KEY", ".{1,1024}", "an object's key");
    return bucket.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(new ObjectRef(bucket, key));
  }
}
