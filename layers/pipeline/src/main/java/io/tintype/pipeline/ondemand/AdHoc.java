package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Rendition;
import io.tintype.imaging.Source;
import io.tintype.pipeline.Derivative;
import io.tintype.requests.Accepted;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Makes what a request in one of the grammars asks for.
final class AdHoc {

  private static final String JSON = "application/json";

  private final Workshop workshop;
  private final Descriptions descriptions;

  AdHoc(Workshop workshop, RenderOnDemand.Ports ports) {
    this.workshop = workshop;
    this.descriptions = ports.descriptions();
  }

  Found make(AdHocKey key, ImageRequest request) {
    if (request.answer() instanceof Answer.Params) {
      return found(key, request, text(descriptions.params(request)), workshop.now(), new Stages());
    }
    Ingredient ingredient = workshop.ingredients().of(request.subject(), request.recipe());
    Admission.Snapshot snapshot = workshop.admission().admit(ingredient.originals());
    var stages = new Stages();
    Fetching fetching = workshop.fetching(stages);
    Derivative made = made(key, request, ingredient, fetching, stages);
    Instant now = workshop.now();
    Derivative dressed = disposed(made, request);
    var policy =
        new CachePolicy(request.maxAge(), fetching.cacheControl(ingredient), request.expires());
    if (storable(key, request)) {
      Derivative kept = workshop.kept(dressed, policy, true);
      boolean stored =
          stages.time(
              "store", () -> workshop.store().store(key.text(), key.imageId(), kept, snapshot));
      if (stored) {
        return found(key, request, kept, now, stages, true);
      }
    }
    return found(key, request, workshop.kept(dressed, policy, false), now, stages, false);
  }

  private Derivative made(
      AdHocKey key, ImageRequest request, Ingredient ingredient, Fetching fetching, Stages stages) {
    return switch (request.answer()) {
      case Answer.Picture(boolean negotiable, _) -> {
        Optional<Accepted> accepted = negotiable ? Optional.of(key.accepted()) : Optional.empty();
        Rendition rendition = workshop.picture(ingredient, accepted, fetching, stages);
        yield Derivative.of(rendition);
      }
      case Answer.Raw() -> raw(fetching.source(ingredient));
      case Answer.Exif() -> text(descriptions.exif(fetching.source(ingredient)));
      case Answer.Meta _ -> text(descriptions.meta(request, fetching.source(ingredient)));
      case Answer.Params _ -> text(descriptions.params(request));
    };
  }

  /// Only what is a picture is given out, as what its first bytes say it is.
  private Derivative raw(Source source) {
    String mediaType = workshop.renderer().inspect(source).format().mediaType();
    var bytes = new byte[source.size()];
    source.buffer().get(bytes);
    return new Derivative(bytes, mediaType, Optional.empty(), Optional.empty());
  }

  private static Derivative text(String json) {
    return new Derivative(
        json.getBytes(StandardCharsets.UTF_8), JSON, Optional.empty(), Optional.empty());
  }

  private static Derivative disposed(Derivative made, ImageRequest request) {
    return new Derivative(
        made.bytes(),
        made.mediaType(),
        made.cacheControl(),
        request.attachment().map(name -> Disposition.attachment(name, request, made.mediaType())));
  }

  /// S3 can't keep headers of the request's own, and what expires must lie where the edge looks at
  /// the time first.
  private static boolean storable(AdHocKey key, ImageRequest request) {
    return key.storable()
        && request.headers().isEmpty()
        && !(request.answer() instanceof Answer.Picture(_, boolean stored) && !stored)
        && (request.expires().isEmpty() || key.expires());
  }

  private static Found found(
      AdHocKey key,
      ImageRequest request,
      Derivative derivative,
      Instant now,
      Stages stages,
      boolean stored) {
    boolean negotiated =
        request.answer() instanceof Answer.Picture(boolean negotiable, _) && negotiable;
    return new Found(
        derivative,
        now,
        stored,
        negotiated,
        request.headers(),
        key.request().toString(),
        stages.all());
  }

  private Found found(
      AdHocKey key, ImageRequest request, Derivative text, Instant now, Stages stages) {
    Derivative kept = workshop.kept(text, CachePolicy.AS_SET, false);
    return found(key, request, kept, now, stages, false);
  }
}
