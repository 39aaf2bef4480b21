package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Box;
import io.tintype.imaging.Capabilities;
import io.tintype.imaging.Edit;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.Needs;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Raster;
import io.tintype.imaging.Reason;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Size;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.imaging.TintypeException;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.DerivativeKeys;
import io.tintype.pipeline.Derivatives;
import io.tintype.pipeline.ImageId;
import io.tintype.pipeline.InMemoryDerivatives;
import io.tintype.pipeline.InMemoryImageRecords;
import io.tintype.pipeline.InMemoryOriginals;
import io.tintype.pipeline.ObjectRef;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.SampleRecords;
import io.tintype.pipeline.Settings;
import io.tintype.pipeline.Status;
import io.tintype.pipeline.StoredVariant;
import io.tintype.pipeline.TestClock;
import io.tintype.pipeline.TextEngine;
import io.tintype.pipeline.WatchedDerivatives;
import io.tintype.pipeline.WatchedOriginals;
import io.tintype.pipeline.moderation.Examination;
import io.tintype.pipeline.moderation.Examiner;
import io.tintype.pipeline.moderation.Insights;
import io.tintype.pipeline.moderation.Look;
import io.tintype.pipeline.moderation.ModerationPolicy;
import io.tintype.pipeline.moderation.RehearsedEyes;
import io.tintype.pipeline.moderation.Ruling;
import io.tintype.pipeline.moderation.Verdict;
import io.tintype.pipeline.variants.VariantSet;
import io.tintype.requests.Accepted;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.Dialect;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.PublicRequest;
import io.tintype.requests.ReceivedRequest;
import io.tintype.requests.RequestParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The use case on fakes, which can be told to misbehave.
final class Rig {

  static final ObjectRef CAT =
      new ObjectRef("originals", "uploads/01M7YSMYRB5JV8DQ187KR4G3ZS/cat.jpg");
  static final ObjectRef LOGO =
      new ObjectRef("originals", "uploads/01M7YSN1P3S88NJEA2MH3YN84S/logo.png");
  static final ImageId CAT_ID = ImageId.of(CAT);
  static final ImageId LOGO_ID = ImageId.of(LOGO);
  static final Duration LONG = Duration.ofSeconds(20);

  final InMemoryImageRecords stored = new InMemoryImageRecords();
  final InMemoryOriginals originals = new InMemoryOriginals();
  final WatchedOriginals fetching = new WatchedOriginals(originals);
  final InMemoryDerivatives derivatives = new InMemoryDerivatives();
  final WatchedDerivatives storing = new WatchedDerivatives(derivatives);
  final TextEngine engine = new TextEngine();
  final TestClock clock = new TestClock();
  final RehearsedEyes eyes = new RehearsedEyes();

  private volatile @Nullable Plan plan;
  private final RequestParser parser = new RequestParser(Dialect.TINTYPE);
  private final RenderOnDemand renderOnDemand;

  Rig(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("TINTYPE_ORIGINALS_BUCKET", "originals");
    environment.put("TINTYPE_DERIVATIVES_BUCKET", "derivatives");
    environment.put("TINTYPE_TABLE", "images");
    Settings read = Settings.from(environment);
    OnDemandSettings onDemand = read.onDemand();
    renderOnDemand =
        new RenderOnDemand(
            new RenderOnDemand.Ports(
                stored, fetching, storing, onDemand.signing()::keys, String::valueOf),
            new Rendering(
                watched(engine),
                Limits.DEFAULT,
                VariantSet.parse(
                    """
                    variants:
                      card: {recipe: 200x100, formats: [webp, jpeg]}
                      tile: {recipe: 20x20, formats: [png]}
                    """,
                    "variants.yaml"),
                examiner(read)),
            onDemand,
            read.cacheAges(),
            /* threads= */ 2,
            clock);
    originals.put(CAT, TextEngine.picture("cat"));
    originals.put(LOGO, TextEngine.picture("logo"));
  }

  /// Where everything may be asked for without a signature.
  static Rig unsafe() {
    return new Rig(Map.of("TINTYPE_ALLOW_UNSAFE", "true"));
  }

  Found get(String path) {
    return get(path, LONG);
  }

  Found get(String path, Duration timeLeft) {
    AdHocKey key = key(path);
    return renderOnDemand.rendition(key, request(path), timeLeft);
  }

  Found get(AdHocKey key) {
    return renderOnDemand.rendition(key, request(key.request().toString()), LONG);
  }

  Found variant(String key) {
    return renderOnDemand.variant(
        (io.tintype.requests.VariantKey) io.tintype.requests.DerivativeKey.parse(key), LONG);
  }

  /// As the edge writes it where it isn't certain of the image id.
  static AdHocKey key(String path) {
    return key("_", path);
  }

  static AdHocKey key(String imageId, String path) {
    int mark = path.indexOf('?');
    var request =
        mark < 0
            ? new PublicRequest(path, "")
            : new PublicRequest(path.substring(0, mark), path.substring(mark + 1));
    return new AdHocKey(imageId, request, Accepted.WEBP, path.contains("expires="));
  }

  private ImageRequest request(String path) {
    Map<String, String> query = new HashMap<>();
    int mark = path.indexOf('?');
    if (mark >= 0) {
      for (String each : path.substring(mark + 1).split("&", -1)) {
        String[] pair = each.split("=", 2);
        query.put(pair[0], pair[1]);
      }
    }
    return parser.parse(new ReceivedRequest(mark < 0 ? path : path.substring(0, mark), query));
  }

  /// What is stored, notes left out.
  Map<String, Derivative> renditions() {
    Map<String, Derivative> found = new HashMap<>(derivatives.all());
    found.keySet().removeIf(key -> key.startsWith("derivatives/l/"));
    return found;
  }

  void record(ObjectRef original, Status status, long generation) {
    record(original, status, generation, Insights.NONE, List.of());
  }

  /// Looked at, and done.
  void judged(ObjectRef original, Verdict verdict) {
    record(original, Status.READY, 1, Insights.NONE.ruled(Ruling.byPolicy(verdict)), List.of());
  }

  /// Looked at by the renderer, and done.
  void known(ObjectRef original, Look look) {
    var insights = new Insights(Optional.empty(), look, Optional.empty());
    record(original, Status.READY, 1, insights, List.of());
  }

  /// A variant of the cat that the renderer has stored.
  void storeVariant(String name, Format format, String text) {
    String key = DerivativeKeys.variant(CAT, name, format);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var size = new Size(1, 1);
    derivatives.put(key, new Rendition(bytes, format, size, 1), new Derivatives.Expected.Nothing());
    var variant = new StoredVariant(name, key, format, size, bytes.length);
    record(CAT, Status.READY, 1, Insights.NONE, List.of(variant));
  }

  private void record(
      ObjectRef original,
      Status status,
      long generation,
      Insights insights,
      List<StoredVariant> variants) {
    SampleRecords.save(stored, original, status, generation, insights, variants, clock.instant());
  }

  /// What was done to the picture that was rendered last; nothing where there was none.
  List<Edit> edits() {
    Plan last = plan;
    return last == null ? List.of() : last.edits();
  }

  /// Which part of its source the picture that was rendered last shows.
  Box crop() {
    return Objects.requireNonNull(plan).crop();
  }

  private Examiner examiner(Settings settings) {
    boolean faces = settings.looking().faces();
    ModerationPolicy policy = settings.looking().moderation();
    return new Examiner(
        policy,
        faces,
        faces || policy.on()
            ? Optional.of(new Examination(engine, Limits.DEFAULT, eyes, eyes, eyes))
            : Optional.empty());
  }

  private ImageEngine watched(TextEngine all) {
    return new ImageEngine() {
      @Override
      public String name() {
        return all.name();
      }

      @Override
      public Capabilities capabilities() {
        return all.capabilities();
      }

      @Override
      public SourceInfo inspect(Source source, Limits limits) {
        return all.inspect(source, limits);
      }

      @Override
      public OpenImage open(Source source, SourceInfo info) {
        return watched(all.open(source, info));
      }
    };
  }

  private OpenImage watched(OpenImage all) {
    return new OpenImage() {
      @Override
      public Findings measure(Needs needs) {
        return all.measure(needs);
      }

      @Override
      public Raster preview(int maxSide) {
        return all.preview(maxSide);
      }

      @Override
      public List<Outcome> render(List<Plan> plans, Map<String, Source> operands) {
        plan = plans.getFirst();
        return all.render(plans, operands);
      }

      @Override
      public void close() {
        all.close();
      }
    };
  }

  static TintypeException unavailable() {
    return new TintypeException(Reason.UNAVAILABLE, "slow down");
  }
}
