package io.tintype.renderer;

import io.tintype.aws.AwsClients;
import io.tintype.aws.CloudFrontInvalidations;
import io.tintype.aws.DynamoDbImageRecords;
import io.tintype.aws.EventBridgeAnnouncements;
import io.tintype.aws.Examiners;
import io.tintype.aws.FirstRequests;
import io.tintype.aws.S3Derivatives;
import io.tintype.aws.S3Originals;
import io.tintype.aws.S3VariantsFile;
import io.tintype.aws.SqsRedelivery;
import io.tintype.engines.Engines;
import io.tintype.engines.FirstPicture;
import io.tintype.imaging.ImageEngine;
import io.tintype.pipeline.Announcements;
import io.tintype.pipeline.Aside;
import io.tintype.pipeline.Redelivery;
import io.tintype.pipeline.RenderUpload;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.SourceBuckets;
import io.tintype.pipeline.variants.VariantSet;
import io.tintype.vips.VipsEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/// Everything that stands behind [RendererHandler], put together by hand.
public final class Wiring {

  /// Of a moderated animation Rekognition is asked four times, one after the other. If each takes
  /// as long as this, the function still ends by itself and the upload comes again soon; one that
  /// Lambda ends comes again after the visibility timeout.
  private static final Duration REKOGNITION_PATIENCE = Duration.ofSeconds(25);

  private final Messages messages;

  private Wiring(Messages messages) {
    this.messages = messages;
  }

  static Wiring fromEnvironment() {
    Settings settings = Settings.from(System.getenv());
    var engine = Aside.start("engine", () -> Engines.choose(settings.engine(), VipsEngine::load));
    var picture = Aside.start("first picture", () -> FirstPicture.rendered(engine.get()));
    AwsClients clients = AwsClients.of(settings.endpoints());
    RenderUpload.Ports ports = ports(settings, clients);
    var requests = FirstRequests.send(ports.records(), ports.derivatives());
    Wiring wiring = of(settings, engine, clients, ports);
    if (settings.snapshotComes()) {
      picture.get();
      requests.await();
    }
    return wiring;
  }

  /// On services that somebody else has chosen; the clients stay the caller's to close.
  ///
  /// @throws io.tintype.imaging.TintypeException when variants.yaml can't be had or is
  ///     wrong, or the engine that is asked for by name isn't there
  public static Wiring of(Settings settings, AwsClients clients) {
    return of(
        settings,
        () -> Engines.choose(settings.engine(), VipsEngine::load),
        clients,
        ports(settings, clients));
  }

  private static RenderUpload.Ports ports(Settings settings, AwsClients clients) {
    var s3 = clients.s3();
    return new RenderUpload.Ports(
        new DynamoDbImageRecords(clients.dynamoDb(), settings.table()),
        new S3Originals(s3),
        new S3Derivatives(s3, settings.buckets().derivatives(), settings.cacheAges()),
        CloudFrontInvalidations.of(settings, clients),
        announcements(settings, clients));
  }

  private static Wiring of(
      Settings settings,
      Supplier<ImageEngine> choosing,
      AwsClients clients,
      RenderUpload.Ports ports) {
    ImageEngine engine = choosing.get();
    VariantSet variants =
        S3VariantsFile.of(settings, ports.originals(), engine.capabilities().writes());
    var renderUpload =
        new RenderUpload(
            ports,
            new Rendering(
                engine,
                settings.limits(),
                variants,
                Examiners.of(settings, clients, engine, REKOGNITION_PATIENCE)),
            Clock.tickMillis(ZoneOffset.UTC));
    var originals =
        new Messages.Originals(
            settings.buckets().originals(), SourceBuckets.UPLOADS, settings.maxReceives());
    return new Wiring(new Messages(renderUpload, originals, redelivery(settings, clients)));
  }

  Messages messages() {
    return messages;
  }

  private static Announcements announcements(Settings settings, AwsClients clients) {
    return settings
        .eventBus()
        .<Announcements>map(
            bus -> new EventBridgeAnnouncements(AwsClients.whenNeeded(clients::eventBridge), bus))
        .orElse(Announcements.SILENT);
  }

  private static Redelivery redelivery(Settings settings, AwsClients clients) {
    return settings
        .queueUrl()
        .<Redelivery>map(
            url -> new SqsRedelivery(AwsClients.whenNeeded(clients::sqs), url.toString()))
        .orElse(Redelivery.UNCHANGED);
  }
}
