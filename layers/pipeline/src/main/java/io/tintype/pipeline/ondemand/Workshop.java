package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Rendition;
import io.tintype.pipeline.Derivative;
import io.tintype.pipeline.OnDemandSettings;
import io.tintype.pipeline.Originals;
import io.tintype.pipeline.Rendering;
import io.tintype.pipeline.Settings.CacheAges;
import io.tintype.requests.Accepted;
import io.tintype.requests.Dialect;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What ad-hoc renditions and missing variants are made with.
final class Workshop {

  private final Originals originals;
  private final PictureRenderer renderer;
  private final Admission admission;
  private final FirstStore store;
  private final Ingredients ingredients;
  private final Rendering rendering;
  private final Dialect dialect;
  private final CacheAges ages;
  private final InstantSource clock;

  Workshop(
      RenderOnDemand.Ports ports,
      Rendering rendering,
      OnDemandSettings settings,
      CacheAges ages,
      InstantSource clock) {
    var negotiation =
        new Negotiation(
            settings.autoWebp(), settings.autoAvif(), rendering.engine().capabilities());
    this.originals = ports.originals();
    this.renderer = new PictureRenderer(rendering.engine(), rendering.limits(), negotiation);
    this.admission =
        new Admission(ports.records(), rendering.examiner().policy(), settings.sources());
    this.store = new FirstStore(admission, ports.derivatives(), clock);
    this.ingredients = new Ingredients(settings.sources(), settings.dialect());
    this.rendering = rendering;
    this.dialect = settings.dialect();
    this.ages = ages;
    this.clock = clock;
  }

  Admission admission() {
    return admission;
  }

  FirstStore store() {
    return store;
  }

  Ingredients ingredients() {
    return ingredients;
  }

  Rendering rendering() {
    return rendering;
  }

  PictureRenderer renderer() {
    return renderer;
  }

  Fetching fetching(Snapshot snapshot, Stages stages) {
    var seen = new Seen(snapshot, rendering.examiner(), stages);
    return new Fetching(originals, renderer, rendering.limits().maxBytes(), dialect, seen, stages);
  }

  /// @param accepted what the viewer takes, where the format may follow it
  Rendition picture(
      Ingredient ingredient, Optional<Accepted> accepted, Fetching fetching, Stages stages) {
    return renderer.render(
        fetching.source(ingredient), fetching.order(ingredient, accepted), stages);
  }

  Instant now() {
    return clock.instant();
  }

  /// The same file with the Cache-Control that goes with what became of it.
  Derivative kept(Derivative derivative, CachePolicy policy, boolean found) {
    return new Derivative(
        derivative.bytes(),
        derivative.mediaType(),
        Optional.of(policy.cacheControl(ages, found, now())),
        derivative.disposition());
  }
}
