package io.tintype.pipeline.ondemand;

import io.tintype.imaging.Source;
import io.tintype.pipeline.Derivative;
import io.tintype.requests.AdHocKey;
import io.tintype.requests.ImageRequest;
import io.tintype.requests.ImageRequest.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Makes what a request in one of the grammars asks for.
final class AdHoc {

  private static final String JSON = "application/json";

  private final Workshop workshop;
  private final Describing describing;

  AdHoc(Workshop workshop, RenderOnDemand.Ports ports) {
    this.workshop = workshop;
    this.describing = new Describing(workshop.renderer(), ports.json());
  }

  /// What is wanted.
  ///
  /// @param revealing whether the viewer may see originals' own bytes and metadata
  record Task(AdHocKey key, ImageRequest request, boolean revealing) {

    /// S3 can't keep headers of the request's own, and what expires must lie where the edge looks
    /// at the time first.
    boolean storable() {
      return key.storable()
          && request.headers().isEmpty()
          && !(request.answer() instanceof Answer.Picture(_, boolean stored) && !stored)
          && (request.expires().isEmpty() || key.expires());
    }
  }

  Found make(Task task) {
    var stages = new Stages();
    if (task.request().answer() instanceof Answer.Params params) {
      Derivative kept = workshop.kept(text(describing.params(params)), CachePolicy.AS_SET, true);
      return found(task, kept, workshop.now(), stages, false);
    }
    ImageRequest request = task.request();
    Ingredient asked = workshop.ingredients().of(request.subject(), request.recipe());
    Snapshot snapshot = workshop.admission().admit(asked.originals());
    Fetching fetching = workshop.fetching(snapshot, stages);
    Ingredient ingredient =
        request.moderation().map(wish -> fetching.moderated(asked, wish)).orElse(asked);
    Derivative made = disposed(made(task, ingredient, fetching, stages), request);
    Instant now = workshop.now();
    var policy =
        new CachePolicy(
            request.maxAge(),
            ownCacheControl(request).or(() -> fetching.cacheControl(ingredient)),
            request.expires());
    Derivative kept = workshop.kept(made, policy, true);
    boolean stored =
        task.storable()
            && stages.time(
                "store",
                () ->
                    workshop
                        .store()
                        .store(task.key().text(), task.key().imageId(), kept, snapshot));
    boolean found =
        stored || workshop.store().note(task.key().text(), task.key().imageId(), snapshot);
    return found(task, found ? kept : workshop.kept(made, policy, false), now, stages, stored);
  }

  /// Of the headers that the request has for its answer.
  private static Optional<String> ownCacheControl(ImageRequest request) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("cache-control"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Derivative made(Task task, Ingredient ingredient, Fetching fetching, Stages stages) {
    return switch (task.request().answer()) {
      case Answer.Picture(boolean negotiable, _) ->
          Derivative.of(
              workshop.picture(
                  ingredient,
                  negotiable ? Optional.of(task.key().accepted()) : Optional.empty(),
                  fetching,
                  stages));
      case Answer.Raw() -> raw(fetching.unblurred(ingredient));
      case Answer.Exif() -> text(describing.exif(fetching.unblurred(ingredient)));
      case Answer.Meta meta ->
          text(
              describing.meta(
                  task,
                  meta,
                  fetching.source(ingredient),
                  fetching.order(ingredient, Optional.empty())));
      case Answer.Params params -> text(describing.params(params));
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

  private static Found found(
      Task task, Derivative derivative, Instant now, Stages stages, boolean stored) {
    boolean negotiated =
        task.request().answer() instanceof Answer.Picture(boolean negotiable, _) && negotiable;
    return new Found(
        derivative,
        now,
        stored,
        negotiated,
        task.request().headers(),
        task.key().request().toString(),
        stages.all());
  }
}
