package io.tintype.ondemand;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.tintype.engines.Engines;
import io.tintype.imaging.ImageEngine;
import io.tintype.pipeline.Settings.EngineChoice;
import io.tintype.vips.VipsEngine;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The function with one engine and the specimens as originals, in each dialect.
final class Darkroom {

  private static final VipsEngine.Library VIPS =
      VipsEngine.load(List.of(Path.of("../../layers/vips/native/target/here")), 2);

  private final ImageEngine engine;
  private final Map<Row.Grammar, Bench> benches = new EnumMap<>(Row.Grammar.class);

  private Darkroom(ImageEngine engine) {
    this.engine = engine;
    for (Row.Grammar grammar : Row.Grammar.values()) {
      var bench =
          new Bench(
              Map.of(
                  "TINTYPE_ALLOW_UNSAFE", "true",
                  "TINTYPE_ALLOW_UNSAFE_ORIGINALS", "true",
                  "TINTYPE_DIALECT", grammar.dialect()),
              engine);
      Specimens.into(bench);
      benches.put(grammar, bench);
    }
  }

  static Darkroom thumbnailator() {
    return new Darkroom(Engines.choose(EngineChoice.THUMBNAILATOR, () -> VIPS));
  }

  /// Why there is no vips here; empty where there is.
  static String withoutVips() {
    return switch (VIPS) {
      case VipsEngine.Library.Loaded _ -> "";
      case VipsEngine.Library.Missing(String cause) -> cause;
    };
  }

  static Darkroom vips() {
    return new Darkroom(Engines.choose(EngineChoice.VIPS, () -> VIPS));
  }

  private Bench bench(Row.Grammar grammar) {
    return Objects.requireNonNull(benches.get(grammar));
  }

  Shot shot(Row row) {
    Bench bench = bench(row.grammar());
    long before = renditions(bench);
    APIGatewayV2HTTPResponse answer = bench.get(row.path());
    return new Shot(
        row,
        engine.name(),
        answer.getStatusCode(),
        answer.getHeaders(),
        Base64.getDecoder().decode(answer.getBody()),
        renditions(bench) > before);
  }

  /// Without the notes about originals.
  private static long renditions(Bench bench) {
    return bench.derivatives.all().keySet().stream()
        .filter(key -> !key.startsWith("derivatives/l/"))
        .count();
  }
}
