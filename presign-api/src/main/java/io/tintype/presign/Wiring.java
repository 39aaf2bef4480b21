package io.tintype.presign;

import io.tintype.aws.AwsClients;
import io.tintype.aws.CloudFrontInvalidations;
import io.tintype.aws.DynamoDbImageRecords;
import io.tintype.aws.S3Derivatives;
import io.tintype.aws.S3Originals;
import io.tintype.aws.S3UploadSigner;
import io.tintype.aws.S3VariantsFile;
import io.tintype.aws.SqsRenderRequests;
import io.tintype.imaging.Format;
import io.tintype.pipeline.DeleteImage;
import io.tintype.pipeline.GrantUpload;
import io.tintype.pipeline.ImageQueries;
import io.tintype.pipeline.OverruleVerdict;
import io.tintype.pipeline.PublicUrls;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.Sweeps;
import io.tintype.pipeline.Withdrawal;
import io.tintype.pipeline.variants.Variant;
import io.tintype.pipeline.variants.VariantSet;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;

/// Everything that stands behind [PresignHandler].
///
/// @param overruleVerdict empty where the settings name no queue to have images rendered through
public record Wiring(
    GrantUpload grantUpload,
    ImageQueries imageQueries,
    DeleteImage deleteImage,
    Optional<OverruleVerdict> overruleVerdict,
    PublicUrls urls,
    Access access) {

  /// As in the function: settings and credentials are what the process was started with.
  ///
  /// @throws io.tintype.imaging.TintypeException INTERNAL naming every setting that is wrong
  public static Wiring fromEnvironment() {
    Settings settings = Settings.from(System.getenv());
    return of(settings, AwsClients.of(settings.endpoints()));
  }

  /// On services that somebody else has chosen; the clients stay the caller's to close.
  public static Wiring of(Settings settings, AwsClients clients) {
    // Signing an upload needs no client.
    Supplier<S3Client> s3 = AwsClients.whenNeeded(clients::s3);
    var originals = new S3Originals(s3);
    var records = new DynamoDbImageRecords(clients.dynamoDb(), settings.table());
    var derivatives = new S3Derivatives(s3, settings.buckets().derivatives(), settings.cacheAges());
    Settings.Anonymous anonymous = settings.anonymous();
    var withdrawal =
        new Withdrawal(records, derivatives, CloudFrontInvalidations.of(settings, clients));
    Optional<SqsRenderRequests> queue =
        settings
            .queueUrl()
            .map(url -> new SqsRenderRequests(AwsClients.whenNeeded(clients::sqs), url.toString()));
    // Which formats can be written, the renderer's engine knows: it doesn't start with another.
    VariantSet variants = S3VariantsFile.of(settings, originals, EnumSet.allOf(Format.class));
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    return new Wiring(
        new GrantUpload(
            records, new S3UploadSigner(clients.s3Presigner()), rules(settings, variants), clock),
        new ImageQueries(records),
        new DeleteImage(
            records,
            withdrawal,
            queue.<Sweeps>map(sweeps -> sweeps).orElse(Sweeps.NONE),
            originals,
            clock),
        queue.map(requests -> new OverruleVerdict(records, withdrawal, requests, clock)),
        new PublicUrls(settings.publicBaseUrl().map(URI::toString)),
        new Access(
            anonymous.uploads(),
            anonymous.list(),
            anonymous.delete(),
            anonymous.moderation(),
            settings.looking().moderatorScope()));
  }

  private static GrantUpload.Rules rules(Settings settings, VariantSet variants) {
    return new GrantUpload.Rules(
        settings.buckets().originals(),
        Set.copyOf(settings.uploads().contentTypes()),
        settings.limits().maxBytes(),
        settings.uploads().expiry(),
        key -> variants.forKey(key).stream().map(Variant::name).toList());
  }
}
