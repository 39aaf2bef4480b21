package io.tintype.ondemand;

import io.tintype.aws.AwsClients;
import io.tintype.aws.DynamoDbImageRecords;
import io.tintype.aws.Examiners;
import io.tintype.aws.FirstRequests;
import io.tintype.aws.S3Derivatives;
import io.tintype.aws.S3Originals;
import io.tintype.aws.S3VariantsFile;
import io.tintype.aws.SecretsManagerKeys;
import io.tintype.engines.Engines;
import io.tintype.engines.FirstPicture;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Reason;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Aside;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.ondemand.CachedKeys;
import io.tintype.pipeline.ondemand.FallbackImage;
import io.tintype.pipeline.ondemand.RenderOnDemand;
import io.tintype.pipeline.ondemand.SigningKeys;
import io.tintype.pipeline.variants.VariantSet;
import io.tintype.requests.RequestParser;
import io.tintype.requests.signing.SigningKey;
import io.tintype.vips.VipsEngine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Everything that stands behind [OnDemandHandler], put together by hand.
public final class Wiring {

  private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

  private final Door door;

  private Wiring(Door door) {
    this.door = door;
  }

  static Wiring fromEnvironment() {
    Settings settings = Settings.from(System.getenv());
    var engine = Aside.start("engine", () -> Engines.choose(settings.engine(), VipsEngine::load));
    var picture = Aside.start("first picture", () -> FirstPicture.rendered(engine.get()));
    AwsClients clients = AwsClients.of(settings.endpoints());
    RenderOnDemand.Ports ports = ports(settings, clients);
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
  /// @throws TintypeException INTERNAL when there is neither a signing key nor the permission to
  ///     do without, variants.yaml can't be had or is wrong, or the engine that is asked for by
  ///     name isn't there
  public static Wiring of(Settings settings, AwsClients clients) {
    return of(
        settings,
        () -> Engines.choose(settings.engine(), VipsEngine::load),
        clients,
        ports(settings, clients));
  }

  private static RenderOnDemand.Ports ports(Settings settings, AwsClients clients) {
    SigningKeys keys = keys(settings.onDemand().signing(), clients);
    var s3 = clients.s3();
    return new RenderOnDemand.Ports(
        new DynamoDbImageRecords(clients.dynamoDb(), settings.table()),
        new S3Originals(s3),
        new S3Derivatives(s3, settings.buckets().derivatives(), settings.cacheAges()),
        keys,
        FailureReply::json);
  }

  private static Wiring of(
      Settings settings,
      Supplier<ImageEngine> choosing,
      AwsClients clients,
      RenderOnDemand.Ports ports) {
    OnDemandSettings onDemand = settings.onDemand();
    ImageEngine engine = choosing.get();
    VariantSet variants =
        S3VariantsFile.of(settings, ports.originals(), engine.capabilities().writes());
    var parser =
        new RequestParser(
            onDemand.dialect(),
            onDemand.signing().pathHash(),
            onDemand.sources()::names,
            onDemand.rewrite());
    var renderOnDemand =
        new RenderOnDemand(
            ports,
            new Rendering(
                engine,
                settings.limits(),
                variants,
                Examiners.of(settings, clients, engine, onDemand.deadline())),
            onDemand,
            settings.cacheAges(),
            Runtime.getRuntime().availableProcessors(),
            CLOCK);
    var fallback =
        new FallbackImage(onDemand.fallback(), ports.originals(), engine, settings.limits(), CLOCK);
    return new Wiring(new Door(parser, renderOnDemand, fallback, onDemand.corsOrigin()));
  }

  Door door() {
    return door;
  }

  private static SigningKeys keys(OnDemandSettings.Signing signing, AwsClients clients) {
    if (signing.keys().isEmpty() && signing.secret().isEmpty() && !signing.allowUnsafe()) {
      throw new TintypeException(
          Reason.INTERNAL,
          "There is no signing key: expected TINTYPE_SIGNING_SECRET or TINTYPE_SIGNING_KEYS, or"
              + " TINTYPE_ALLOW_UNSAFE=true to answer requests without a signature");
    }
    return signing
        .secret()
        .<SigningKeys>map(
            secret -> {
              var stored = new SecretsManagerKeys(clients::secretsManager, secret);
              return new CachedKeys(
                  () -> both(signing.keys(), stored.current()), signing.keysMaxAge(), CLOCK);
            })
        .orElse(signing::keys);
  }

  private static List<SigningKey> both(List<SigningKey> given, List<SigningKey> stored) {
    List<SigningKey> all = new ArrayList<>(given);
    all.addAll(stored);
    return all;
  }
}
