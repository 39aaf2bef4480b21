package io.tintype.ondemand;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.pipeline.InMemoryDerivatives;
import io.tintype.pipeline.InMemoryImageRecords;
import io.tintype.pipeline.InMemoryOriginals;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.SampleRecords;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.TestClock;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.WatchedDerivatives;
import io.tintype.pipeline.WatchedOriginals;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Look;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Verdict;
import io.tintype.pipeline.ondemand.FallbackImage;
import io.tintype.pipeline.ondemand.RenderOnDemand;
import io.tintype.pipeline.variants.VariantSet;
import io.tintype.requests.Accepted;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.PublicRequest;
import io.tintype.requests.RequestParser;
import io.tintype.testkit.LambdaContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The handler on fakes.
final class Bench {

  final InMemoryOriginals originals = new InMemoryOriginals();
  final InMemoryImageRecords records = new InMemoryImageRecords();
  final InMemoryDerivatives derivatives = new InMemoryDerivatives();
  final TestClock clock = new TestClock();
  final WatchedOriginals fetching = new WatchedOriginals(originals);
  final WatchedDerivatives storing = new WatchedDerivatives(derivatives);

  private final ImageEngine engine;
  private final Map<String, String> settings;
  private OnDemandHandler handler;

  Bench(Map<String, String> settings) {
    this(settings, new TextEngine());
  }

  /// With an engine that makes pictures.
  Bench(Map<String, String> settings, ImageEngine engine) {
    this.engine = engine;
    this.settings = new HashMap<>(settings);
    this.handler = handler();
    originals.put(
        new ObjectRef("originals", "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/holiday.jpg"),
        TextEngine.picture("holiday"));
    originals.put(new ObjectRef("originals", "text.txt"), new byte[] {'t', 'e', 'x', 't'});
  }

  void allowOriginals() {
    settings.put("TINTYPE_ALLOW_UNSAFE_ORIGINALS", "true");
    handler = handler();
  }

  /// As the renderer leaves an image that moderation refuses.
  void reject(String key) {
    save(
        new ObjectRef("originals", key),
        Status.REJECTED,
        Insights.NONE.ruled(Ruling.byPolicy(Verdict.REJECTED)));
  }

  /// What moderation has seen in an original.
  void saw(ObjectRef original, Look look) {
    save(original, Status.READY, new Insights(Optional.empty(), look, Optional.empty()));
  }

  private void save(ObjectRef original, Status status, Insights insights) {
    SampleRecords.save(records, original, status, 1, insights, List.of(), clock.instant());
  }

  private OnDemandHandler handler() {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("TINTYPE_ORIGINALS_BUCKET", "originals");
    environment.put("TINTYPE_DERIVATIVES_BUCKET", "derivatives");
    environment.put("TINTYPE_TABLE", "images");
    Settings read = Settings.from(environment);
    OnDemandSettings onDemand = read.onDemand();
    var ports =
        new RenderOnDemand.Ports(
            records, fetching, storing, onDemand.signing()::keys, FailureReply::json);
    var renderOnDemand =
        new RenderOnDemand(
            ports,
            new Rendering(engine, Limits.DEFAULT, VariantSet.packaged()),
            onDemand,
            read.cacheAges(),
            2,
            clock);
    return new OnDemandHandler(
        new Door(
            new RequestParser(onDemand.dialect()),
            renderOnDemand,
            new FallbackImage(onDemand.fallback(), fetching, engine, Limits.DEFAULT, clock),
            onDemand.corsOrigin()));
  }

  APIGatewayV2HTTPResponse get(String path) {
    return call("GET", path, Map.of());
  }

  APIGatewayV2HTTPResponse get(String path, int millisLeft) {
    return handler.handleRequest(
        event("GET", key(path), Map.of()), new LambdaContext("on-demand", millisLeft));
  }

  APIGatewayV2HTTPResponse call(String method, String path, Map<String, String> headers) {
    return rawCall(method, key(path), headers);
  }

  APIGatewayV2HTTPResponse rawCall(String method, String rawPath, Map<String, String> headers) {
    return handler.handleRequest(
        event(method, rawPath, headers), new LambdaContext("on-demand", 60_000));
  }

  APIGatewayV2HTTPResponse sample(String name) {
    return handler.handleRequest(event(name), new LambdaContext("on-demand", 60_000));
  }

  /// As Lambda reads it.
  static APIGatewayV2HTTPEvent event(String sample) {
    Path file = Path.of("..", "..", "events", sample + ".json");
    try (InputStream json = Files.newInputStream(file)) {
      return LambdaEventSerializers.serializerFor(
              APIGatewayV2HTTPEvent.class, Bench.class.getClassLoader())
          .fromJson(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String key(String path) {
    int mark = path.indexOf('?');
    var request =
        mark < 0
            ? new PublicRequest(path, "")
            : new PublicRequest(path.substring(0, mark), path.substring(mark + 1));
    return "/" + new AdHocKey("_", request, Accepted.WEBP, path.contains("expires=")).text();
  }

  private static APIGatewayV2HTTPEvent event(
      String method, String rawPath, Map<String, String> headers) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(rawPath)
        .withHeaders(headers)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod(method).build())
                .build())
        .build();
  }
}
