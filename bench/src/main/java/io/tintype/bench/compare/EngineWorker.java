package io.tintype.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.tintype.imaging.Anchor;
import io.tintype.imaging.Findings;
import io.tintype.imaging.Flips;
import io.tintype.imaging.Format;
import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Input;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Output;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Planner;
import io.tintype.imaging.Recipe;
import io.tintype.imaging.Sizing;
import io.tintype.imaging.Sizing.Length;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.thumbnailator.ThumbnailatorEngine;
import io.tintype.vips.VipsEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Does with one of our engines what [Compare] asks for: one job a line on stdin, one answer a
/// line on stdout. What is timed begins with the bytes of a file and ends with the bytes of files.
final class EngineWorker {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final ImageEngine engine;
  private final Planner planner;

  private EngineWorker(ImageEngine engine) {
    this.engine = engine;
    this.planner = new Planner(engine.capabilities(), Limits.DEFAULT);
  }

  /// @param arguments the engine's name
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    var worker = new EngineWorker(engine(arguments[0]));
    System.out.println(worker.engine.name() + ", JDK " + Runtime.version());
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.println(worker.answer(JSON.readTree(line)));
    }
  }

  private static ImageEngine engine(String name) {
    if (name.equals("thumbnailator")) {
      return new ThumbnailatorEngine();
    }
    return switch (VipsEngine.load()) {
      case VipsEngine.Library.Loaded(VipsEngine vips, _) -> vips;
      case VipsEngine.Library.Missing(String cause) -> throw new IllegalStateException(cause);
    };
  }

  private ObjectNode answer(JsonNode job) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    Format format = Format.named(job.path("format").asText()).orElseThrow();
    if (!engine.capabilities().writes().contains(format)) {
      return answer.put("lacks", format.id());
    }
    Source source = Source.of(Files.readAllBytes(Path.of(job.path("file").asText())));
    List<Recipe> recipes = recipes(job, format);
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    List<Outcome> outcomes = render(source, recipes);
    answer.put("millis", (System.nanoTime() - start) / 1e6);
    answer.put("cpuMillis", (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
    var sizes = answer.putArray("bytes");
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Rendered(var rendition) -> sizes.add(rendition.bytes().length);
        case Outcome.Failed(var failure) -> throw failure;
      }
    }
    return answer;
  }

  private static List<Recipe> recipes(JsonNode job, Format format) {
    Input input = job.path("animated").asBoolean() ? Input.ALL_FRAMES : Input.FIRST_FRAME;
    Output output = Output.AS_SOURCE.withFormat(format).withQuality(job.path("quality").asInt());
    List<Recipe> recipes = new ArrayList<>();
    for (JsonNode width : job.path("widths")) {
      Sizing sizing =
          new Sizing(
              new Length.Pixels(width.asInt()),
              new Length.Auto(),
              Sizing.Fit.INSIDE,
              Anchor.CENTER,
              /* adaptive= */ false,
              /* enlarge= */ false);
      recipes.add(
          new Recipe(
              input, Optional.empty(), Optional.empty(), sizing, Flips.NONE, List.of(), output));
    }
    return recipes;
  }

  private List<Outcome> render(Source source, List<Recipe> recipes) {
    SourceInfo info = engine.inspect(source, Limits.DEFAULT);
    List<Plan> plans =
        recipes.stream().map(recipe -> planner.plan(recipe, info, Findings.NONE)).toList();
    try (OpenImage image = engine.open(source, info)) {
      return image.render(plans, Map.of());
    }
  }
}
