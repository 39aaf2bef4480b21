package io.tintype.vips;

import io.tintype.imaging.ImageEngine;
import io.tintype.imaging.Limits;
import io.tintype.imaging.OpenImage;
import io.tintype.imaging.Outcome;
import io.tintype.imaging.Plan;
import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.imaging.SourceInfo;
import io.tintype.testkit.PlanDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Short ways to render in tests.
final class Rendered {

  private Rendered() {}

  static PlanDraft draft(ImageEngine engine, byte[] file) {
    return PlanDraft.of(engine.inspect(Source.of(file), Limits.DEFAULT));
  }

  static List<Rendition> all(ImageEngine engine, byte[] file, List<Plan> plans) {
    SourceInfo info = plans.getFirst().source();
    try (OpenImage image = engine.open(Source.of(file), info)) {
      List<Rendition> renditions = new ArrayList<>();
      for (Outcome outcome : image.render(plans, Map.of("mark", Source.of(file)))) {
        switch (outcome) {
          case Outcome.Rendered(Rendition rendition) -> renditions.add(rendition);
          case Outcome.Failed(var failure) -> throw failure;
        }
      }
      return renditions;
    }
  }

  static Rendition one(ImageEngine engine, byte[] file, PlanDraft draft) {
    return all(engine, file, List.of(draft.plan())).getFirst();
  }
}
