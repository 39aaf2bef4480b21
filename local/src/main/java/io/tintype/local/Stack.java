package io.tintype.local;

import io.tintype.edge.EdgeFunction;
import io.tintype.edge.EdgeSettings;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.pipeline.Settings;
import io.tintype.requests.Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// All of Tintype, running: the stand-ins for AWS's services, the functions, and the front. Close
/// it to stop everything; what it keeps stays in its data folder.
public final class Stack implements AutoCloseable {

  private static final Duration RENDERER_TIMEOUT = Duration.ofSeconds(30);
  private static final int RENDERER_CONCURRENCY = 2;
  private static final long EDGE_CACHE_BYTES = 64_000_000;

  private final Deque<AutoCloseable> parts;
  private final Addresses addresses;
  private final Map<String, String> environment;

  private Stack(Deque<AutoCloseable> parts, Addresses addresses, Map<String, String> environment) {
    this.parts = parts;
    this.addresses = addresses;
    this.environment = Map.copyOf(environment);
  }

  /// Where everything is.
  ///
  /// @param front the API, the pictures and the web page
  /// @param queueUrl of the upload queue
  /// @param data the folder that keeps it all
  public record Addresses(
      URI front,
      URI s3,
      URI sqs,
      URI dynamoDb,
      URI rekognition,
      String queueUrl,
      String deadQueueUrl,
      Path data) {}

  /// Starts everything and returns when requests are answered.
  ///
  /// @throws io.tintype.imaging.TintypeException when a part does not start; those that did are
  ///     stopped again
  public static Stack start(StackOptions options) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      Front front = keep(parts, Front.bind(options.port()));
      DataFolder data = keep(parts, DataFolder.open(options.data(), options.fresh()));
      Services services = keep(parts, Services.start(options, data));
      var cache = new EdgeCache(InstantSource.system(), EDGE_CACHE_BYTES);
      var cloudFront = keep(parts, CloudFrontApi.start(Ports.free(options.orAny(9100)), cache));
      Map<String, String> environment = environment(options, front, services, cloudFront);
      Functions functions = Functions.from(environment);
      Edge edge = edge(parts, services, cache, functions, environment);
      var page = new StaticFiles(options.web(), services.s3().endpoint(), front.address());
      front.open(new Front.Rooms(new HttpApi(functions.api()), page, edge));
      keep(parts, poll(services, functions));
      return new Stack(parts, addresses(front, services, data), environment);
    } catch (RuntimeException e) {
      parts.forEach(Closing::quietly);
      throw e;
    }
  }

  private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> parts, T part) {
    parts.push(part);
    return part;
  }

  private static Edge edge(
      Deque<AutoCloseable> parts,
      Services services,
      EdgeCache cache,
      Functions functions,
      Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    OnDemandSettings onDemand = settings.onDemand();
    EdgeFunction function =
        keep(
            parts,
            EdgeFunction.start(
                new EdgeSettings(
                    settings.buckets().originals(),
                    onDemand.autoAvif(),
                    onDemand.autoWebp(),
                    onDemand.rewrite().isPresent() || onDemand.dialect() == Dialect.SIH)));
    var bucket = new BucketOrigin(services.s3().client(), settings.buckets().derivatives());
    return new Edge(function, cache, bucket, new OnDemandUrl(functions.onDemand()));
  }

  private static Poller poll(Services services, Functions functions) {
    var mapping =
        new Poller.Mapping(
            services.queue().uploadsUrl(), 1, RENDERER_CONCURRENCY, RENDERER_TIMEOUT);
    return Poller.start(services.sqs(), mapping, functions.renderer());
  }

  /// What the template and Lambda put into the functions' environment. Here, where nobody signs
  /// in, anyone may do everything, unless the settings say otherwise.
  private static Map<String, String> environment(
      StackOptions options, Front front, Services services, CloudFrontApi cloudFront) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TINTYPE_PUBLIC_BASE_URL", front.address().toString());
    environment.put("TINTYPE_ALLOW_ANONYMOUS_UPLOADS", "true");
    environment.put("TINTYPE_ALLOW_ANONYMOUS_LIST", "true");
    environment.put("TINTYPE_ALLOW_ANONYMOUS_DELETE", "true");
    environment.put("TINTYPE_ALLOW_ANONYMOUS_MODERATION", "true");
    environment.put("TINTYPE_ALLOW_UNSAFE", "true");
    environment.putAll(options.settings());
    environment.putAll(services.environment());
    environment.put("TINTYPE_DISTRIBUTION", CloudFrontApi.DISTRIBUTION);
    environment.put("AWS_ENDPOINT_URL_CLOUDFRONT", cloudFront.endpoint().toString());
    return environment;
  }

  private static Addresses addresses(Front front, Services services, DataFolder data) {
    return new Addresses(
        front.address(),
        services.s3().endpoint(),
        services.queue().endpoint(),
        services.dynamoDb().endpoint(),
        services.rekognition().endpoint(),
        services.queue().uploadsUrl(),
        services.queue().deadUrl(),
        data.root());
  }

  public Addresses addresses() {
    return addresses;
  }

  /// What the functions are started with, without credentials.
  Map<String, String> environment() {
    return environment;
  }

  /// Stops everything, last started first.
  @Override
  public void close() {
    parts.forEach(Closing::quietly);
  }
}
